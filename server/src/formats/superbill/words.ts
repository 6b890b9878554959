import { type Piece, isBlank, pieceOf, trimmedPiece } from "./line.ts";
import { isMonthName, parseDate } from "./written-date.ts";

export type Cut = "|" | "\t" | ",";

/** One cell of a row that is cut by a character. */
export interface Cell {
  /** What stands in it, without blanks and quotation marks around it. */
  readonly piece: Piece;
  /** From cut to cut. */
  readonly start: number;
  readonly end: number;
}

/** The words of a line. A date of several words is one, and so are `30 min`, `2 units`, `x 2` and `$ 78.00`. */
export function wordsOf(text: string, from = 0): readonly Piece[] {
  const words = plainWords(text, from);
  if (!words.some(mayJoin)) return words;
  const joined: Piece[] = [];
  for (let index = 0; index < words.length;) {
    const count = joinedCount(text, words, index);
    const first = words[index];
    const last = words[index + count - 1];
    if (first !== undefined && last !== undefined) joined.push(pieceOf(text, first.start, last.end));
    index += count;
  }
  return joined;
}

/** Cuts a row. A cut between quotation marks is none; cuts at both ends of a line with `|` are its frame. */
export function cellsOf(text: string, cut: Cut): readonly Cell[] {
  const cells: Cell[] = [];
  let { start } = frameOf(text, cut);
  const { end } = frameOf(text, cut);
  let isQuoted = false;
  for (let index = start; index < end; index++) {
    const character = text.charAt(index);
    if (character === '"' && cut !== "|") isQuoted = !isQuoted && opensQuotation(text, start, index);
    if (character !== cut || isQuoted) continue;
    cells.push(cellOf(text, start, index));
    start = index + 1;
  }
  cells.push(cellOf(text, start, end));
  return cells;
}

/** What of the line holds its cells. */
function frameOf(text: string, cut: Cut): { readonly start: number; readonly end: number } {
  if (cut !== "|") return { start: 0, end: text.length };
  const content = trimmedPiece(text, 0, text.length);
  const start = content.start + (content.text.startsWith("|") ? 1 : 0);
  return { start, end: Math.max(start, content.end - (content.text.endsWith("|") ? 1 : 0)) };
}

/** A quotation mark opens only at a cell's beginning, and only where another closes it. */
function opensQuotation(text: string, cellStart: number, index: number): boolean {
  return trimmedPiece(text, cellStart, index).text === "" && text.indexOf('"', index + 1) !== -1;
}

function cellOf(text: string, start: number, end: number): Cell {
  const piece = trimmedPiece(text, start, end);
  const isQuoted = piece.text.length >= 2 && piece.text.startsWith('"') && piece.text.endsWith('"');
  return { piece: isQuoted ? trimmedPiece(text, piece.start + 1, piece.end - 1) : piece, start, end };
}

function plainWords(text: string, from: number): readonly Piece[] {
  const words: Piece[] = [];
  let start = -1;
  for (let index = from; index <= text.length; index++) {
    const isEnd = index === text.length || isBlank(text.charCodeAt(index));
    if (!isEnd) {
      if (start === -1) start = index;
    } else if (start !== -1) {
      words.push(wordOf(text, start, index));
      start = -1;
    }
  }
  return words;
}

/** A comma or semicolon behind a word is not part of it. */
function wordOf(text: string, start: number, end: number): Piece {
  let last = end;
  while (last > start + 1 && isMark(text.charCodeAt(last - 1))) last--;
  return pieceOf(text, start, last);
}

/** A comma or a semicolon. */
function isMark(code: number): boolean {
  return code === 44 || code === 59;
}

function mayJoin(word: Piece): boolean {
  const first = word.text.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  return word.text === "$" || /^(?:x|×|mins?\.?|minutes?|units?|m|u)$/i.test(word.text) || isMonthName(word.text);
}

/** How many words from `index` on are one. */
function joinedCount(text: string, words: readonly Piece[], index: number): number {
  const [first, second, third] = words.slice(index, index + 3);
  if (first === undefined || second === undefined) return 1;
  if (isMonthName(first.text) || isMonthName(second.text)) {
    if (third !== undefined && isDate(text, first, third)) return 3;
    return isDate(text, first, second) ? 2 : 1;
  }
  return isPair(first.text, second.text) ? 2 : 1;
}

/** A gap of three blanks parts what is not one date: `2   Jane`. */
function isDate(text: string, first: Piece, last: Piece): boolean {
  const words = text.slice(first.start, last.end);
  return !/\s{3}/.test(words) && parseDate(words.replace(/\s+/g, " ")) !== undefined;
}

function isPair(first: string, second: string): boolean {
  if (/^(?:mins?\.?|minutes?|units?|m|u)$/i.test(second)) return /^-?\d+(?:\.\d+)?$/.test(first);
  if (/^[x×]$/i.test(first)) return /^\d+$/.test(second);
  return first === "$" && /^[\d.,]+-?$/.test(second);
}
