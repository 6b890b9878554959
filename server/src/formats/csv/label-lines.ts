import type { SourceText } from "../../text/source-text.ts";
import { readFields } from "../superbill/field-line.ts";
import { readField } from "../superbill/field-reader.ts";
import { type FieldName } from "../superbill/field-names.ts";
import type { FieldValues } from "../superbill/field-values.ts";
import { findLabel } from "../superbill/labels.ts";
import { type Piece, trimmedPiece } from "../superbill/line.ts";
import { type Target, shifted } from "../superbill/target.ts";
import type { WrittenField } from "../superbill/written-field.ts";
import { type CsvRecord, isBlankRecord, pieceOfCell } from "./record.ts";
import type { LabelPlace } from "./state.ts";
import type { CsvTable } from "./table.ts";

/** Reads the labels of a record above the rows, each with its value in the same cell or in the next: `Payer: Aetna`, `Payer,Aetna`. */
export function readLabels(
  target: Target,
  values: FieldValues,
  text: string,
  record: CsvRecord,
): readonly LabelPlace[] {
  const fields = labelsIn(text, record);
  for (const field of fields) readField(target, values, field);
  return fields.map(({ meaning, label }) => ({ field: meaning.field, label }));
}

/**
 * Whether a record among the rows is a line of labels, such as the patient's name above the patient's rows. What looks like one in a
 * row that names a code is none.
 */
export function isLabelLine(text: SourceText, record: CsvRecord, table: CsvTable): boolean {
  const code = record.cells[table.code];
  const saysCode = code !== undefined && codeAlone.test(pieceOfCell(text, code, record.start).text);
  if (saysCode || isBlankRecord(record)) return false;
  const cells = record.cells.filter(({ innerStart, innerEnd }) => innerStart < innerEnd);
  const mayHold = cells.length <= mostCells && record.end - record.start <= longest;
  return mayHold && labelsIn(text, record).some(({ meaning }) => opens.has(meaning.field));
}

const codeAlone = /(?<![\w/.-])(?:\d{5}|[A-V]\d{4}|\d{4}[TFU])(?![\w/])/i;
const mostCells = 8;
const longest = 1000;

/** What is said of a whole run of rows. */
const opens: ReadonlySet<FieldName> = new Set<FieldName>([
  "patient",
  "birthDate",
  "beneficiaryId",
  "payer",
  "provider",
  "therapist",
  "planOfCare",
  "billingNpi",
]);

function labelsIn(text: SourceText, record: CsvRecord): readonly WrittenField[] {
  const pieces = record.cells.map((cell) => pieceOfCell(text, cell, 0)).filter((piece) => piece.text !== "");
  const fields: WrittenField[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const [piece, next] = [pieces[index], pieces[index + 1]];
    if (piece === undefined) break;
    const within = fieldsWithin(piece);
    const meaning = within.length > 0 ? undefined : meaningOf(piece.text, pieces.length);
    fields.push(...within);
    if (meaning === undefined || next === undefined || isLabel(next.text)) continue;
    fields.push({ label: withoutColon(piece), meaning, value: next, company: undefined });
    index++;
  }
  // The day of an export is none of a service.
  return fields.filter(({ label }) => !/^date$/i.test(label.text));
}

function fieldsWithin(piece: Piece): readonly WrittenField[] {
  if (!/:\s*\S/.test(piece.text)) return [];
  return readFields(piece.text, 0, false).map(({ label, meaning, value }) => ({
    label: shifted(label, piece.start),
    meaning,
    value: shifted(value, piece.start),
    company: undefined,
  }));
}

/** A word without a colon is a label where a value can stand beside it and nothing else. */
function meaningOf(text: string, count: number): WrittenField["meaning"] | undefined {
  return text.endsWith(":") || count % 2 === 0 ? findLabel(text.replace(/\s*:$/, ""), false) : undefined;
}

function isLabel(text: string): boolean {
  return text.endsWith(":") && findLabel(text.slice(0, -1), false) !== undefined;
}

function withoutColon(piece: Piece): Piece {
  const { text, start, end } = trimmedPiece(piece.text.replace(/:$/, ""), 0, piece.text.replace(/:$/, "").length);
  return { text, start: piece.start + start, end: piece.start + end };
}
