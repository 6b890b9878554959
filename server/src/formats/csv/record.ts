import type { SourceText } from "../../text/source-text.ts";
import { withoutGuard } from "../superbill/cells.ts";
import { type Piece, isBlank } from "../superbill/line.ts";
import { RecordScan } from "./record-scan.ts";

/** What stands between the cells of a record. */
export type Separator = "," | ";" | "\t" | "|";

export const separators: readonly Separator[] = [",", ";", "\t", "|"];

/** One cell; offsets are those of the text that it was read from. */
export interface CsvCell {
  /** From separator to separator, with quotation marks and the blanks around them. */
  readonly start: number;
  readonly end: number;
  /** Between the quotation marks; without them, from the first character that is no blank to the last. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly isQuoted: boolean;
  /** Its quotation mark is never closed: it holds the rest of its line, and says nothing. */
  readonly isUnclosed: boolean;
}

/** A line of cells; one in quotation marks may hold line ends, so that a record may go over several lines of text. */
export interface CsvRecord {
  readonly start: number;
  /** Before its line end. */
  readonly end: number;
  /** Where the next record begins. */
  readonly next: number;
  readonly cells: readonly CsvCell[];
}

/** The record that begins at `start`. No text makes it throw. */
export function readRecord(text: SourceText, start: number, separator: Separator): CsvRecord {
  scan.read(text, start, separator.charCodeAt(0));
  return recordOf(scan);
}

const scan = new RecordScan();

export function recordOf(scanned: RecordScan): CsvRecord {
  const { start, end, next, count } = scanned;
  const cells: CsvCell[] = [];
  for (let place = 0; place < count; place++) cells.push(cellOf(scanned, place));
  return { start, end, next, cells };
}

export function cellOf(scanned: RecordScan, place: number): CsvCell {
  return {
    start: scanned.startOf(place),
    end: scanned.endOf(place),
    innerStart: scanned.innerStartOf(place),
    innerEnd: scanned.innerEndOf(place),
    isQuoted: scanned.isQuoted(place),
    isUnclosed: scanned.isUnclosed(place),
  };
}

/** Whether nothing stands in the record. */
export function isBlankRecord({ cells }: CsvRecord): boolean {
  return cells.every(({ innerStart, innerEnd }) => innerStart === innerEnd);
}

/**
 * What the cell says, without blanks around it and the guard of a spreadsheet; offsets count from `base`. Doubled quotation marks stay
 * as they are, so that the piece is as long as its text.
 */
export function pieceOfCell(text: SourceText, cell: CsvCell, base: number): Piece {
  const { start, end } = stretchOfCell(text, cell);
  const piece = { text: text.slice(start, end), start: start - base, end: end - base };
  return isGuarded(text, start, end) ? withoutGuard(piece) : piece;
}

/** Where that stands in the text. */
export function stretchOfCell(text: SourceText, cell: CsvCell): { readonly start: number; readonly end: number } {
  let { innerStart: start, innerEnd: end } = cell;
  if (cell.isUnclosed) return { start, end: start };
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  return { start, end };
}

/** It begins with an equals sign. */
function isGuarded(text: SourceText, start: number, end: number): boolean {
  return start < end && text.charCodeAt(start) === 61;
}

/** The text as it stands between quotation marks. */
export function escaped(text: string): string {
  return text.replaceAll('"', '""');
}
