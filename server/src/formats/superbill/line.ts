import type { SourceText } from "../../text/source-text.ts";

/** One line of a part. */
export interface Line {
  /** Without its line end. */
  readonly text: string;
  /** Where the line begins in its part. */
  readonly start: number;
}

/** A stretch of a line's text; offsets count from the line's beginning. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The offset at which the line that begins at `offset` ends, and that at which the next one begins. */
export function lineBounds(text: SourceText, offset: number): { readonly end: number; readonly next: number } {
  const { length } = text;
  let end = offset;
  while (end < length && !isLineEnd(text.charCodeAt(end))) end++;
  if (end === length) return { end, next: end };
  const isPair = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10;
  return { end, next: end + (isPair ? 2 : 1) };
}

/** The stretch without the blanks at both of its ends; an empty one stands at its beginning. */
export function trimmedPiece(text: string, start: number, end: number): Piece {
  let first = start;
  let last = end;
  while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
  while (first < last && isBlank(text.charCodeAt(first))) first++;
  return { text: text.slice(first, last), start: first, end: last };
}

export function pieceOf(text: string, start: number, end: number): Piece {
  return { text: text.slice(start, end), start, end };
}

/** The stretch of `line` from the first to the last of the pieces. */
export function joinedPiece(line: string, pieces: readonly [Piece, ...Piece[]]): Piece {
  return pieceOf(line, pieces[0].start, pieces.at(-1)?.end ?? pieces[0].end);
}

/** White space, no-break spaces and the byte-order mark included; not a line end. */
export function isBlank(code: number): boolean {
  if (code < 128) return code === 32 || code === 9 || code === 11 || code === 12;
  return /\s/.test(String.fromCharCode(code));
}

export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
