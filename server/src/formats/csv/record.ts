import type { SourceText } from "../../text/source-text.ts";
import { withoutGuard } from "../superbill/cells.ts";
import { type Piece, isBlank, isLineEnd, trimmedPiece } from "../superbill/line.ts";

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

/**
 * In characters, what a quoted cell may hold: as much as a cell of a spreadsheet. A quotation mark that is not closed by then never
 * is, so that one typed at a file's beginning does not swallow the file.
 */
export const longestCell = 32_767;

/** No table of claims is wider; what stands behind is one cell. */
const mostCells = 1000;

const quote = 34;

/** The record that begins at `start`: RFC 4180, with blanks around quotation marks as spreadsheets write them. No text makes it throw. */
export function readRecord(text: SourceText, start: number, separator: Separator): CsvRecord {
  const separatorCode = separator.charCodeAt(0);
  const cells: CsvCell[] = [];
  let at = start;
  for (;;) {
    const cell = cells.length === mostCells ? restOfLine(text, at) : readCell(text, at, separatorCode);
    cells.push(cell);
    if (text.charCodeAt(cell.end) !== separatorCode)
      return { start, end: cell.end, next: behindLineEnd(text, cell.end), cells };
    at = cell.end + 1;
  }
}

/** Whether nothing stands in the record. */
export function isBlankRecord({ cells }: CsvRecord): boolean {
  return cells.every(({ innerStart, innerEnd }) => innerStart === innerEnd);
}

/**
 * What the cell says, without blanks around it and the guard of a spreadsheet; offsets count from `base`. Doubled quotation marks stay
 * as they are, so that the piece is as long as its text.
 */
export function pieceOfCell(text: SourceText, { innerStart, innerEnd, isUnclosed }: CsvCell, base: number): Piece {
  if (isUnclosed) return { text: "", start: innerStart - base, end: innerStart - base };
  const piece = withoutGuard(trimmedPiece(text.slice(innerStart, innerEnd), 0, innerEnd - innerStart));
  return { text: piece.text, start: innerStart - base + piece.start, end: innerStart - base + piece.end };
}

/** The text as it stands between quotation marks. */
export function escaped(text: string): string {
  return text.replaceAll('"', '""');
}

function readCell(text: SourceText, start: number, separator: number): CsvCell {
  let at = start;
  while (isFiller(text.charCodeAt(at), separator)) at++;
  if (text.charCodeAt(at) !== quote) return readPlainCell(text, start, at, separator);
  const close = closingMark(text, at, separator);
  if (close === undefined) {
    const { end } = restOfLine(text, start);
    return { start, end, innerStart: at, innerEnd: end, isQuoted: false, isUnclosed: true };
  }
  let end = close + 1;
  while (isFiller(text.charCodeAt(end), separator)) end++;
  return { start, end, innerStart: at + 1, innerEnd: close, isQuoted: true, isUnclosed: false };
}

function readPlainCell(text: SourceText, start: number, innerStart: number, separator: number): CsvCell {
  let end = innerStart;
  let innerEnd = innerStart;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === separator || isLineEnd(code)) break;
    if (!isBlank(code)) innerEnd = end + 1;
  }
  return {
    start,
    end,
    innerStart: innerEnd === innerStart ? start : innerStart,
    innerEnd: innerEnd === innerStart ? start : innerEnd,
    isQuoted: false,
    isUnclosed: false,
  };
}

function restOfLine(text: SourceText, start: number): CsvCell {
  let end = start;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return { start, end, innerStart: start, innerEnd: end, isQuoted: false, isUnclosed: false };
}

/**
 * The mark that closes the one at `open`: behind it stand blanks at most, up to a separator or an end. A mark inside that would open a
 * cell of its own tells that the first one was never closed; any other is text, as in `5" band`.
 */
function closingMark(text: SourceText, open: number, separator: number): number | undefined {
  const last = Math.min(text.length, open + 2 + longestCell);
  for (let at = open + 1; at < last; at++) {
    if (text.charCodeAt(at) !== quote) continue;
    if (text.charCodeAt(at + 1) === quote) at++;
    else if (endsCell(text, at + 1, separator)) return at;
    else if (beginsCell(text, open, at, separator)) return undefined;
  }
  return undefined;
}

function endsCell(text: SourceText, behind: number, separator: number): boolean {
  let at = behind;
  while (isFiller(text.charCodeAt(at), separator)) at++;
  const code = text.charCodeAt(at);
  return at >= text.length || code === separator || isLineEnd(code);
}

/** On the first line only right behind a separator: a comma and a blank may be text. */
function beginsCell(text: SourceText, open: number, at: number, separator: number): boolean {
  let before = at - 1;
  if (text.charCodeAt(before) === separator) return true;
  while (before > open && isFiller(text.charCodeAt(before), separator)) before--;
  const code = text.charCodeAt(before);
  return isLineEnd(code) || (code === separator && /[\r\n]/.test(text.slice(open, before)));
}

/** White space that is neither the separator nor a line end. */
function isFiller(code: number, separator: number): boolean {
  return code !== separator && isBlank(code);
}

function behindLineEnd(text: SourceText, end: number): number {
  if (end >= text.length) return end;
  return end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
}
