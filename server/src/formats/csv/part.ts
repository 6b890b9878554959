import type { Problem } from "../../model/problem.ts";
import { spanOf } from "../../text/span.ts";
import type { PartReading } from "../format.ts";
import { type FieldValues, isEmpty, newFieldValues, withDefaults } from "../superbill/field-values.ts";
import type { Target } from "../superbill/target.ts";
import { readLabels } from "./label-lines.ts";
import { type CsvRecord, type Separator, pieceOfCell, readRecord } from "./record.ts";
import { RowsPart } from "./rows-part.ts";
import type { CsvPart, LabelPlace, State } from "./state.ts";
import type { CsvTable } from "./table.ts";

/** Where a part ends, and what it is. */
export type Measured =
  | { readonly kind: "unknown"; readonly end: number }
  | { readonly kind: "labels"; readonly end: number; readonly header: FoundHeader | undefined }
  | { readonly kind: "rows"; readonly end: number; readonly claimCount: number | undefined };

/** The header that a part of labels ends with, and where it stands in the part. */
interface FoundHeader {
  readonly table: CsvTable;
  readonly start: number;
}

export function readPart(text: string, before: State, measured: Measured): CsvPart {
  if (measured.kind === "rows") return new RowsPart(text, before, measured.claimCount);
  if (measured.kind === "labels") return labelsPart(text, before, measured.header);
  return unknownPart(text, before);
}

/** One that holds no rows. */
class OtherPart implements CsvPart {
  text: string;
  readonly before: State;
  after: State;
  readonly header: number | undefined;
  labels: readonly LabelPlace[] = none;
  problems: readonly Problem[] = none;

  constructor(text: string, before: State, header?: number) {
    this.text = text;
    this.before = before;
    this.after = before;
    this.header = header;
  }

  get claims(): readonly never[] {
    return none;
  }

  get amounts(): readonly never[] {
    return none;
  }

  get directives(): readonly never[] {
    return none;
  }

  get folds(): readonly never[] {
    return none;
  }

  get outline(): readonly never[] {
    return none;
  }
}

const none: readonly never[] = [];

function unknownPart(text: string, before: State): CsvPart {
  const part = new OtherPart(text, before);
  const first = /\S[^\r\n]*/.exec(text);
  if (before.isBeginning && first !== null) {
    const span = spanOf(part, first.index, first.index + first[0].trimEnd().length);
    part.problems = [{ rule: "unreadable-line", span, message: noHeader }];
  }
  part.after = { ...before, isBeginning: false };
  return part;
}

const noHeader = "No row names the columns, such as Date, CPT, Modifiers, Units, Charge, so nothing is read";

function labelsPart(text: string, before: State, header: FoundHeader | undefined): CsvPart {
  const part = new OtherPart(text, before, header?.start);
  const values = newFieldValues();
  const target: Target = { part, problems: [], dateAbove: undefined };
  const table = header?.table ?? before.table;
  if (table !== undefined) {
    const lines = recordsOf(text.slice(0, header?.start), table.separator);
    part.labels = lines.flatMap((record) => readLabels(target, values, text, record));
  }
  part.problems = [...target.problems, ...mistypedNames(part, header), ...secondCodes(part, header)];
  part.after = stateBehind(before, values, header?.table);
  return part;
}

/** Labels above a header hold for the table below; labels among rows for those up to the next, beside what holds for the file. */
function stateBehind(before: State, values: FieldValues, table: CsvTable | undefined): State {
  const own = isEmpty(values) ? undefined : values;
  if (table === undefined) {
    return { ...before, defaults: own === undefined ? before.defaults : withDefaults(own, before.ofFile) };
  }
  const ofFile = own ?? before.ofFile;
  return { isBeginning: false, table, ofFile, defaults: ofFile };
}

/** A name that is nearly one that is read. */
function mistypedNames(part: OtherPart, header: FoundHeader | undefined): PartReading["problems"] {
  if (header === undefined) return [];
  const { table, start } = header;
  const { cells } = readRecord(part.text, start, table.separator);
  return cells.flatMap((cell, place) => {
    const column = table.columns[place];
    if (column?.nearest === undefined) return [];
    const { nearest, meaning } = column;
    const piece = pieceOfCell(part.text, cell, 0);
    const span = spanOf(part, piece.start, piece.end);
    const message =
      meaning === undefined
        ? `No column has this name, so it is not read; the nearest is ${nearest}`
        : `No column has this name; it is read as ${nearest}`;
    const fix = { title: `Replace with ${nearest}`, safety: "review" as const, edits: [{ span, newText: nearest }] };
    return [{ rule: "unknown-field" as const, span, message, fixes: [fix] }];
  });
}

/** Codes in several columns would be several services in one row. */
function secondCodes(part: OtherPart, header: FoundHeader | undefined): PartReading["problems"] {
  if (header === undefined) return [];
  const { table, start } = header;
  if (!/\d$/.test(table.columns[table.code]?.name ?? "")) return [];
  const record = readRecord(part.text, start, table.separator);
  return record.cells.flatMap((cell, place) => {
    const isCode =
      place > table.code && /^\D{0,20}(?:cpt|hcpcs|proc)\D{0,20}\d$/i.test(table.columns[place]?.name ?? "");
    const isRead = table.columns[place]?.meaning !== undefined;
    const span = spanOf(part, cell.innerStart, cell.innerEnd);
    return isCode && !isRead ? [{ rule: "unreadable-cell" as const, span, message: secondCode }] : [];
  });
}

const secondCode = "A row is read as one service line: the codes of this column are not checked";

function recordsOf(text: string, separator: Separator): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  for (let at = 0; at < text.length;) {
    const record = readRecord(text, at, separator);
    records.push(record);
    at = record.next;
  }
  return records;
}
