import { lineBounds } from "../superbill/line.ts";
import type { SourceText } from "../../text/source-text.ts";
import { spanOf } from "../../text/span.ts";
import type { PartReading } from "../format.ts";
import type { PartReader } from "../part-reader.ts";
import { type FieldValues, isEmpty, newFieldValues, withDefaults } from "../superbill/field-values.ts";
import type { Target } from "../superbill/target.ts";
import { readClaims } from "./claims.ts";
import { type Group, grouped, keyOf } from "./grouping.ts";
import { isLabelLine, readLabels } from "./label-lines.ts";
import { type CsvRecord, type Separator, longestCell, pieceOfCell, readRecord } from "./record.ts";
import { type CsvPart, type State, isCsvPart, sameState } from "./state.ts";
import { type CsvTable, findHeader, readHeader } from "./table.ts";

/**
 * Reads a table of claims part by part: the lines above the header with it, a run of rows that are the claims of one patient, and lines
 * of labels among them.
 */
export const csvReader: PartReader<State> = {
  // A quotation mark is closed, or not, by one that stands so far behind it.
  reach: longestCell + 2,
  begin: (text) => ({ isBeginning: true, table: findHeader(text)?.table, ofFile: undefined, defaults: undefined }),

  next(text, offset, before, previous) {
    const measured = measure(text, offset, before);
    const content = text.slice(offset, measured.end);
    // What a part holds depends on its own text and state; what stands behind it only says where it ends.
    if (previous?.text === content && isCsvPart(previous) && sameState(previous.before, before)) {
      return { part: previous, state: previous.after };
    }
    const part = readPart(content, before, measured);
    return { part, state: part.after };
  },

  same: sameState,
};

/** Where a part ends, and what it is. */
interface Measured {
  readonly end: number;
  readonly kind: "unknown" | "labels" | "rows";
  /** The header that a part of labels ends with, and where it stands in the part. */
  readonly header: { readonly table: CsvTable; readonly start: number } | undefined;
}

function measure(text: SourceText, offset: number, { isBeginning, table }: State): Measured {
  if (isBeginning) {
    const found = findHeader(text);
    if (found === undefined) return { end: endOfStretch(text, offset), kind: "unknown", header: undefined };
    return { end: found.record.next, kind: "labels", header: { table: found.table, start: found.record.start } };
  }
  if (table === undefined) return { end: endOfStretch(text, offset), kind: "unknown", header: undefined };
  const first = readRecord(text, offset, table.separator);
  const header = readHeader(text, first, table.separator);
  if (header !== undefined) return { end: first.next, kind: "labels", header: { table: header, start: 0 } };
  return isLabelLine(text, first, table) ? measureLabels(text, offset, table) : measureRows(text, offset, table);
}

/** A text without a header is cut anywhere. */
function endOfStretch(text: SourceText, offset: number): number {
  return lineBounds(text, Math.min(text.length, offset + 16_384)).next;
}

/** Lines of labels, and a header that stands among them or right behind. */
function measureLabels(text: SourceText, offset: number, table: CsvTable): Measured {
  let at = offset;
  while (at < text.length) {
    const record = readRecord(text, at, table.separator);
    const header = readHeader(text, record, table.separator);
    if (header !== undefined)
      return { end: record.next, kind: "labels", header: { table: header, start: at - offset } };
    if (keyOf(text, record, table) !== undefined && !isLabelLine(text, record, table)) break;
    at = record.next;
  }
  return { end: at, kind: "labels", header: undefined };
}

function measureRows(text: SourceText, offset: number, table: CsvTable): Measured {
  let group: Group | undefined;
  let at = offset;
  while (at < text.length) {
    const record = readRecord(text, at, table.separator);
    if (at > offset && isBoundary(text, record, table)) break;
    const key = keyOf(text, record, table);
    if (key !== undefined) {
      const next = grouped(key, group);
      if (next === undefined) break;
      ({ group } = next);
    }
    at = record.next;
  }
  return { end: at, kind: "rows", header: undefined };
}

function isBoundary(text: SourceText, record: CsvRecord, table: CsvTable): boolean {
  return readHeader(text, record, table.separator) !== undefined || isLabelLine(text, record, table);
}

function readPart(text: string, before: State, { kind, header }: Measured): CsvPart {
  const part = draftOf(text, before, header?.start);
  if (kind === "unknown") return unknownPart(part);
  return kind === "labels" ? labelsPart(part, header) : rowsPart(part, before.table);
}

function draftOf(text: string, before: State, header: number | undefined): Draft {
  return {
    text,
    claims: [],
    amounts: [],
    problems: [],
    directives: [],
    folds: [],
    outline: [],
    before,
    after: before,
    header,
    labels: [],
  };
}

type Draft = { -readonly [K in keyof CsvPart]: CsvPart[K] };

function unknownPart(part: Draft): CsvPart {
  const { before, text } = part;
  const first = /\S[^\r\n]*/.exec(text);
  if (before.isBeginning && first !== null) {
    const span = spanOf(part, first.index, first.index + first[0].trimEnd().length);
    part.problems = [{ rule: "unreadable-line", span, message: noHeader }];
  }
  part.after = { ...before, isBeginning: false };
  return part;
}

const noHeader = "No row names the columns, such as Date, CPT, Modifiers, Units, Charge, so nothing is read";

function labelsPart(part: Draft, header: Measured["header"]): CsvPart {
  const { before, text } = part;
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
function mistypedNames(part: Draft, header: Measured["header"]): PartReading["problems"] {
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
function secondCodes(part: Draft, header: Measured["header"]): PartReading["problems"] {
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

function rowsPart(part: Draft, table: CsvTable | undefined): CsvPart {
  if (table === undefined) return part;
  const problems: PartReading["problems"][number][] = [];
  part.problems = problems;
  const rows = { part, problems, table, defaults: part.before.defaults };
  part.claims = readClaims(rows, recordsOf(part.text, table.separator));
  problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return part;
}

function recordsOf(text: string, separator: Separator): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  for (let at = 0; at < text.length;) {
    const record = readRecord(text, at, separator);
    records.push(record);
    at = record.next;
  }
  return records;
}
