import { type Minutes, type Provider, type ServiceLine, noProvider } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import { type Field, type Part, fieldOf, spanOf } from "../../text/span.ts";
import { hasDiagnosis } from "./diagnoses.ts";
import type { FieldValues } from "./field-values.ts";
import { contentOf } from "./line-kind.ts";
import type { Line, Piece } from "./line.ts";
import { diagnosesIn, letterOf, notAPointer, readPointers } from "./pointers.ts";
import { type Target, field, readDate, report, shifted } from "./target.ts";
import type { ClinicianPiece, MinutesPiece, Row } from "./row.ts";
import { type RowOwner, readOwner } from "./row-owner.ts";
import { placeOfCell } from "./setting.ts";
import type { Table } from "./table.ts";
import { minutesOf } from "./written-minutes.ts";
import { parseMoney } from "./written-value.ts";

/** A row whose dates are settled as far as the lines above tell. */
export interface LineDraft {
  readonly line: Line;
  readonly row: Row;
  /** The table in force. */
  readonly table: Table | undefined;
  readonly date: Field<CalendarDate> | undefined;
  /** Its date may stand below. */
  readonly mayBeBelow: boolean;
  readonly dateThrough: Field<CalendarDate> | undefined;
  readonly owner: RowOwner;
}

/** Settles a row's dates, and whose it is, by what stands above it, and reports what cannot be read in it. */
export function readLine(
  target: Target,
  line: Line,
  row: Row,
  table: Table | undefined,
  inherited: Field<CalendarDate> | "unreadable" | undefined,
  above: LineDraft | undefined,
): LineDraft {
  for (const { piece, message } of row.unreadable)
    report(target, "unreadable-cell", shifted(piece, line.start), message);
  const hasOwnDate = row.date !== undefined || row.isDateUnreadable;
  const own = row.date === undefined ? undefined : readDate(target, shifted(row.date, line.start));
  if (own !== undefined) target.dateAbove = own;
  const date = hasOwnDate ? own : inherited;
  const dateThrough =
    row.dateThrough === undefined ? undefined : readDate(target, shifted(row.dateThrough, line.start));
  const mayBeBelow = !hasOwnDate && inherited === undefined;
  const owner = readOwner(target, line, row, table, above);
  return { line, row, table, date: date === "unreadable" ? undefined : date, mayBeBelow, dateThrough, owner };
}

/** The service line of a row, now that the whole claim was read. */
export function toServiceLine(
  target: Target,
  { line, row, date, mayBeBelow, dateThrough, owner }: LineDraft,
  values: FieldValues,
  onlyDate: Field<CalendarDate> | undefined,
): ServiceLine {
  const { part } = target;
  const content = contentOf(line);
  return {
    part,
    span: spanOf(part, line.start + content.start, line.start + content.end),
    dateOfService: date ?? (mayBeBelow ? onlyDate : undefined),
    dateThrough,
    procedure: fieldIn(part, line, row.procedure, row.procedure.text.toUpperCase()),
    modifiers: modifiersIn(part, line, row.modifiers),
    units: optional(part, line, row.units, Number),
    minutes: row.minutes.length === 0 ? none : row.minutes.map((minutes) => minutesIn(part, line, minutes)),
    charge: optional(part, line, row.charge, centsOf),
    allowedAmount: optional(part, line, row.allowedAmount, centsOf),
    diagnosisPointers: pointersOfRow(target, line, row.pointers, values),
    clinician: clinicianIn(part, line, row.clinician),
    renderingClinician: clinicianIn(part, line, row.rendering),
    renderingProvider: renderingProvider(optional(part, line, row.renderingNpi, String)),
    placeOfService: optional(part, line, row.place, placeOfCell),
    revenueCode: optional(part, line, row.revenueCode, (text) => text.padStart(4, "0")),
    note: optional(part, line, row.note, String),
    subject: owner.subject,
  };
}

function modifiersIn(part: Part, line: Line, pieces: readonly Piece[]): readonly Field<string>[] {
  if (pieces.length === 0) return none;
  return pieces.map((piece) => fieldIn(part, line, piece, piece.text.toUpperCase()));
}

function pointersOfRow(
  target: Target,
  line: Line,
  cells: readonly Piece[],
  values: FieldValues,
): readonly Field<string>[] {
  const [first] = cells;
  if (first === undefined) return none;
  if (cells.length === 1) return pointersIn(target, shifted(first, line.start), values);
  return cells.flatMap((cell) => pointersIn(target, shifted(cell, line.start), values));
}

const none: readonly never[] = [];

function fieldIn<T>(part: Part, line: Line, piece: Piece, value: T): Field<T> {
  return fieldOf(part, line.start + piece.start, line.start + piece.end, value);
}

function optional<T>(
  part: Part,
  line: Line,
  piece: Piece | undefined,
  valueOf: (text: string) => T,
): Field<T> | undefined {
  return piece === undefined ? undefined : fieldIn(part, line, piece, valueOf(piece.text));
}

function minutesIn(part: Part, line: Line, { piece, clinician }: MinutesPiece): Minutes {
  return {
    part,
    start: line.start + piece.start,
    end: line.start + piece.end,
    value: minutesOf(piece.text),
    clinician,
  };
}

function clinicianIn(part: Part, line: Line, found: ClinicianPiece | undefined): ServiceLine["clinician"] {
  return found === undefined ? undefined : fieldIn(part, line, found.piece, found.value);
}

/** Of a cell that was found to be an amount. */
function centsOf(text: string): Cents {
  return parseMoney(text) ?? 0;
}

function renderingProvider(npi: Field<string> | undefined): Provider | undefined {
  return npi === undefined ? undefined : { ...noProvider, npi };
}

/** The letters of a cell. Diagnosis codes in their place point to themselves where the claim lists them. */
function pointersIn(target: Target, cell: Piece, values: FieldValues): readonly Field<string>[] {
  const found = readPointers(cell, (letter) => hasDiagnosis(values, letter));
  if (found !== undefined) return found.map((piece) => field(target, piece, letterOf(piece.text) ?? ""));
  const codes = diagnosesIn(cell);
  if (codes === undefined) report(target, "unreadable-cell", cell, notAPointer);
  return (codes ?? []).flatMap((code) => {
    const value = code.text.replaceAll(".", "").toUpperCase();
    const listed = values.diagnoses.find((diagnosis) => diagnosis.value === value);
    return listed === undefined ? [] : [field(target, code, listed.letter)];
  });
}
