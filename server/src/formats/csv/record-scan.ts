import type { SourceText } from "../../text/source-text.ts";
import { isBlank, isLineEnd } from "../superbill/line.ts";

/**
 * In characters, what a quoted cell may hold: as much as a cell of a spreadsheet. A quotation mark that is not closed by then never
 * is, so that one typed at a file's beginning does not swallow the file.
 */
export const longestCell = 32_767;

/** No table of claims is wider; what stands behind is one cell. */
const mostCells = 1000;

const quote = 34;

/**
 * Where the cells of a record stand, one record at a time, as numbers: a large table is gone through without an object for each cell.
 * RFC 4180, with blanks around quotation marks as spreadsheets write them. No text makes it throw.
 */
export class RecordScan {
  start = 0;
  /** Before its line end. */
  end = 0;
  /** Where the next record begins. */
  next = 0;
  count = 0;
  /** A quotation mark in it is never closed. */
  hasUnclosed = false;
  // From the record's beginning: offsets in a text of gigabytes would be no small numbers.
  readonly #starts = new Int32Array(mostCells + 1);
  readonly #ends = new Int32Array(mostCells + 1);
  readonly #innerStarts = new Int32Array(mostCells + 1);
  readonly #innerEnds = new Int32Array(mostCells + 1);
  readonly #kinds = new Uint8Array(mostCells + 1);

  /** @param separator its character code */
  read(text: SourceText, start: number, separator: number): void {
    this.start = start;
    this.count = 0;
    this.hasUnclosed = false;
    let end = this.#readCell(text, start, separator);
    while (text.charCodeAt(end) === separator) {
      end = this.count === mostCells ? this.#readRest(text, end + 1) : this.#readCell(text, end + 1, separator);
    }
    this.end = end;
    this.next = behindLineEnd(text, end);
  }

  startOf(place: number): number {
    return this.start + (this.#starts[place] ?? 0);
  }

  endOf(place: number): number {
    return this.start + (this.#ends[place] ?? 0);
  }

  innerStartOf(place: number): number {
    return this.start + (this.#innerStarts[place] ?? 0);
  }

  innerEndOf(place: number): number {
    return this.start + (this.#innerEnds[place] ?? 0);
  }

  isQuoted(place: number): boolean {
    return this.#kinds[place] === quoted;
  }

  isUnclosed(place: number): boolean {
    return this.#kinds[place] === unclosed;
  }

  /** The end of the cell that begins at `start`. */
  #readCell(text: SourceText, start: number, separator: number): number {
    let at = start;
    while (isFiller(text.charCodeAt(at), separator)) at++;
    if (text.charCodeAt(at) !== quote) return this.#readPlain(text, start, at, separator);
    const close = closingMark(text, at, separator);
    if (close === undefined) {
      this.hasUnclosed = true;
      const end = lineEndFrom(text, start);
      return this.#add(start, end, at, end, unclosed);
    }
    let end = close + 1;
    while (isFiller(text.charCodeAt(end), separator)) end++;
    return this.#add(start, end, at + 1, close, quoted);
  }

  #readPlain(text: SourceText, start: number, innerStart: number, separator: number): number {
    const { length } = text;
    let end = innerStart;
    let innerEnd = innerStart;
    for (; end < length; end++) {
      const code = text.charCodeAt(end);
      if (code === separator || isLineEnd(code)) break;
      if (!isBlank(code)) innerEnd = end + 1;
    }
    return innerEnd === innerStart
      ? this.#add(start, end, start, start, plain)
      : this.#add(start, end, innerStart, innerEnd, plain);
  }

  #readRest(text: SourceText, start: number): number {
    const end = lineEndFrom(text, start);
    return this.#add(start, end, start, end, plain);
  }

  #add(start: number, end: number, innerStart: number, innerEnd: number, kind: number): number {
    const place = this.count++;
    this.#starts[place] = start - this.start;
    this.#ends[place] = end - this.start;
    this.#innerStarts[place] = innerStart - this.start;
    this.#innerEnds[place] = innerEnd - this.start;
    this.#kinds[place] = kind;
    return end;
  }
}

const plain = 0;
const quoted = 1;
const unclosed = 2;

function lineEndFrom(text: SourceText, start: number): number {
  let end = start;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
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
