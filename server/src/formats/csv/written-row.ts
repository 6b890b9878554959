import type { ServiceLine } from "../../model/claim.ts";
import type { Edit } from "../../text/edit.ts";
import { type Span, spanOf, type PartEdit } from "../../text/span.ts";
import type { Reading } from "../format.ts";
import type { Piece } from "../superbill/line.ts";
import type { Row } from "../superbill/row.ts";
import { type CsvCell, type CsvRecord, type Separator, escaped, readRecord } from "./record.ts";
import { isAligned, readRow } from "./row.ts";
import { type CsvPart, isCsvPart } from "./state.ts";
import type { CsvTable } from "./table.ts";

/** A service line as text, to be changed. */
export interface WrittenRow {
  readonly part: CsvPart;
  readonly table: CsvTable;
  /** In the part's offsets. */
  readonly record: CsvRecord;
  /** Its pieces count from the record's beginning. */
  readonly row: Row;
}

/** A stretch of a cell that gets another text, or an empty or missing cell that gets one; offsets count from the record's beginning. */
export interface CellChange {
  /** Which cell of the record. */
  readonly place: number;
  readonly stretch: { readonly start: number; readonly end: number } | undefined;
  readonly newText: string;
}

export const notUnderHeader = "The cells of the row do not stand under the columns of the header.";

/** The row of a service line; undefined where it has cells that stand under no column. */
export function writtenRow({ part, span }: ServiceLine): WrittenRow | undefined {
  if (!isCsvPart(part) || part.before.table === undefined) return undefined;
  const { table } = part.before;
  const record = recordAround(span, table.separator);
  const row = readRow(part.text, record, table).service?.row;
  return row === undefined || !isAligned(part.text, record, table) ? undefined : { part, table, record, row };
}

/** The record in which a span begins. */
export function recordAround({ part, start }: Span, separator: Separator): CsvRecord {
  for (let at = 0; ;) {
    const record = readRecord(part.text, at, separator);
    if (start < record.next || record.next >= part.text.length) return record;
    at = record.next;
  }
}

/** The place of the cell that holds a piece of a row. */
export function placeOf({ record }: WrittenRow, piece: Piece): number {
  const at = record.start + piece.start;
  return record.cells.findIndex(({ start, end }) => start <= at && at <= end);
}

/** The rows near a service line, the nearest first: those of its part, and of the parts beside it. */
export function rowsNear(line: ServiceLine, reading: Reading): readonly WrittenRow[] {
  const place = reading.parts.placeOf(line.part);
  const lines = reading.parts
    .slice(place - partsLookedAt, place + partsLookedAt + 1)
    .flatMap((part) => part.claims.flatMap(({ serviceLines }) => serviceLines));
  const own = lines.indexOf(line);
  return lines
    .map((one, index) => ({ one, distance: Math.abs(index - own) }))
    .filter(({ distance }) => distance > 0 && distance <= rowsLookedAt)
    .sort((a, b) => a.distance - b.distance)
    .flatMap(({ one }) => writtenRow(one) ?? []);
}

const partsLookedAt = 10;
const rowsLookedAt = 20;

/** The edits that make the changes of a row, in the offsets of its part. Cells keep their quotation marks, and get them where they must. */
export function editsOf({ part, record, table }: WrittenRow, changes: readonly CellChange[]): readonly Edit[] {
  const { separator } = table;
  const edits: Edit[] = [];
  const missing = new Map<number, string>();
  for (const { place, stretch, newText } of changes) {
    const cell = record.cells[place];
    if (cell === undefined) missing.set(place, newText);
    else edits.push(editOfCell(part.text, cell, separator, absolute(record, stretch), newText));
  }
  return [...edits.filter(isChange(part.text)), ...missingCells(record, separator, missing)];
}

/** The edit that puts a text in the place of a stretch of a cell, or of all that it says. */
export function editOfCell(
  text: string,
  cell: CsvCell,
  separator: Separator,
  stretch: { readonly start: number; readonly end: number } | undefined,
  newText: string,
): Edit {
  const { start, end } = stretch ?? { start: cell.innerStart, end: cell.innerEnd };
  if (cell.isQuoted) return shortest(text, { start, end, newText: escaped(newText) });
  const whole = text.slice(cell.innerStart, start) + newText + text.slice(end, cell.innerEnd);
  const isPlain = !mustQuote(newText.trim(), separator) && whole.trim() === whole;
  if (isPlain) return shortest(text, { start, end, newText });
  return { start: cell.innerStart, end: cell.innerEnd, newText: `"${escaped(whole)}"` };
}

export function placedIn(part: CsvPart, edits: readonly Edit[]): readonly PartEdit[] {
  return edits.map(({ start, end, newText }) => ({ span: spanOf(part, start, end), newText }));
}

function absolute({ start: base }: CsvRecord, stretch: CellChange["stretch"]): CellChange["stretch"] {
  return stretch && { start: base + stretch.start, end: base + stretch.end };
}

function isChange(text: string): (edit: Edit) => boolean {
  return ({ start, end, newText }) => text.slice(start, end) !== newText;
}

/** Cells behind the last one of a short row, with the separators that stand before them. */
function missingCells(
  { cells, end }: CsvRecord,
  separator: Separator,
  texts: ReadonlyMap<number, string>,
): readonly Edit[] {
  const last = Math.max(...texts.keys());
  let newText = "";
  for (let place = cells.length; place <= last; place++) {
    const text = texts.get(place) ?? "";
    newText += separator + (mustQuote(text, separator) ? `"${escaped(text)}"` : text);
  }
  return newText === "" ? [] : [{ start: end, end, newText }];
}

function mustQuote(text: string, separator: Separator): boolean {
  return text.includes(separator) || /["\r\n]|^\s|\s$/.test(text);
}

/** The edit without what old and new begin and end with alike. */
function shortest(text: string, { start, end, newText }: Edit): Edit {
  const most = Math.min(end - start, newText.length);
  let before = 0;
  while (before < most && text.charAt(start + before) === newText.charAt(before)) before++;
  let behind = 0;
  while (behind < most - before && text.charAt(end - 1 - behind) === newText.at(-1 - behind)) behind++;
  return { start: start + before, end: end - behind, newText: newText.slice(before, newText.length - behind) };
}
