import { findModifier } from "../../data/modifiers.ts";
import { fits, readCell, refuseCell } from "./cells.ts";
import { withoutDescription } from "./coded-text.ts";
import { type Piece, joinedPiece, pieceOf } from "./line.ts";
import { isCodeShaped, isModifierShaped, modifiersBehindCode } from "./modifiers.ts";
import { type Placement, distance, farthestDrift, isText, placeWords, zoneOf } from "./positions.ts";
import { type Row, type RowDraft, isRow, newRow, tieModifiers } from "./row.ts";
import { type Column, type Table, columnOf } from "./table.ts";
import { type Cell, cellsOf, wordsOf } from "./words.ts";
import { isEmptyValue } from "./written-value.ts";

/** A line under a header as a service line: something stands in its code column. */
export function readTableRow(line: string, table: Table): Row | undefined {
  if (!/\d/.test(line)) return undefined;
  const row = readAsRow(line, table);
  if (table.cut !== undefined || row?.unreadable.length === 0) return row;
  const plain = withoutDescription(line, wordsOfRow(line), table);
  const other = plain === line ? undefined : readAsRow(plain, table);
  return isBetter(other, row) ? other : row;
}

function readAsRow(line: string, table: Table): Row | undefined {
  const row = newRow(columnOf(table, "date") !== undefined);
  if (table.cut === undefined) readByPosition(row, line, table);
  else readCells(row, cellsOf(line, table.cut), table);
  return isServiceLine(row) && isRow(row) ? row : undefined;
}

function isBetter(row: Row | undefined, other: Row | undefined): boolean {
  return row !== undefined && row.unreadable.length < (other?.unreadable.length ?? Infinity);
}

/** The words of a row whose columns are told by position. A date with the time of day is one, and so is `03 02 26`. */
export function wordsOfRow(line: string): readonly Piece[] {
  const words = wordsOf(line);
  if (!/^\s*\d\d \d\d \d|\d:\d\d|\w & \w/.test(line)) return words;
  const joined: Piece[] = [];
  for (let index = 0; index < words.length;) {
    const length = Math.max(lengthOfDate(line, words, index), lengthOfPointers(line, words, index));
    const [first = none, ...others] = words.slice(index, index + length);
    joined.push(joinedPiece(line, [first, ...others]));
    index += 1 + others.length;
  }
  return joined;
}

/** How many words, one blank apart, are one date. */
function lengthOfDate(line: string, words: readonly Piece[], index: number): number {
  const first = words[index];
  for (let count = 4; count > 1 && first !== undefined; count--) {
    const last = words[index + count - 1];
    const word = pieceOf(line, first.start, last?.end ?? first.start);
    if (!/\s\s/.test(word.text) && fits("date", word)) return count;
  }
  return 1;
}

/** How many words, one blank apart, are pointers with `&` between them. */
function lengthOfPointers(line: string, words: readonly Piece[], index: number): number {
  let length = 1;
  for (; words[index + length]?.text === "&"; length += 2) {
    const [first, last] = [words[index], words[index + length + 1]];
    if (first === undefined || last === undefined || !fits("pointers", pieceOf(line, first.start, last.end))) break;
  }
  return length;
}

/** The column that each cell of a cut row belongs to. In a comma table, cells too many before the units are modifiers. */
export function columnsOfCells(cells: readonly Cell[], table: Table): readonly (Column | undefined)[] {
  const extra = table.cut === "," ? cells.length - table.columns.length : 0;
  const codeIndex = table.columns.findIndex((column) => column.kind === "code");
  const unitsIndex = table.columns.findIndex((column) => column.kind === "units");
  const lastModifiers = table.columns.findLastIndex(({ kind }, index) => kind === "modifiers" && index < unitsIndex);
  const insertAt = Math.max(lastModifiers, codeIndex) + 1;
  const areModifiers = cells
    .slice(insertAt, insertAt + extra)
    .every(({ piece }) => isEmptyValue(piece.text) || isModifierShaped(piece.text));
  if (extra <= 0 || unitsIndex < codeIndex || !areModifiers) return cells.map((_, index) => table.columns[index]);
  return cells.map((_, index) => {
    if (index < insertAt) return table.columns[index];
    return index < insertAt + extra ? modifiersColumn : table.columns[index - extra];
  });
}

const modifiersColumn: Column = { kind: "modifiers", start: 0, end: 0, zoneStart: 0, isNumbered: false };

/** A bad code needs company to be believed: a date, units or an amount that could be read. */
export function isServiceLine(row: RowDraft): boolean {
  if (row.procedure === undefined || !couldBeCode(row.procedure.text, row.modifiers)) return false;
  if (isCodeShaped(row.procedure.text)) return true;
  return row.date !== undefined || row.units !== undefined || row.charge !== undefined;
}

/** Words below a table, such as `Copay`, are no codes, nor is a number of other than five digits, unless with a modifier of therapy. */
function couldBeCode(text: string, modifiers: readonly Piece[]): boolean {
  if (text.replace(/\D/g, "").length < 3) return false;
  if (/\D/.test(text) || text.length === 5) return true;
  return modifiers.some((modifier) => findModifier(modifier.text.toUpperCase()) !== undefined);
}

function readCells(row: RowDraft, cells: readonly Cell[], table: Table): void {
  const columns = columnsOfCells(cells, table);
  for (const [index, { piece }] of cells.entries()) {
    const column = columns[index];
    if (piece.text === "" || column === undefined) continue;
    readCell(row, column.kind, piece, column.clinician);
  }
}

function readByPosition(row: RowDraft, line: string, table: Table): void {
  const words = wordsOfRow(line);
  if (words.length > mostWords) return;
  const placement = placeWords(words, table);
  if (placement === undefined) return;
  for (let index = 0; index < words.length;) {
    const end = endOfColumn(index, placement);
    const first = words[index];
    const last = words[end - 1];
    if (first === undefined || last === undefined) break;
    const column = placement[index];
    if (column === undefined) refuseWord(row, first, index, table, placement);
    else if (isText(column.kind)) readCell(row, column.kind, pieceOf(line, first.start, last.end));
    else readWords(row, column, words, index, end);
    index = end;
  }
}

/** A line of more words is text. */
const mostWords = 60;

/** The place behind the words from `index` on that were given to one column; a word that was given to none stands alone. */
function endOfColumn(index: number, placement: Placement): number {
  const column = placement[index];
  let end = index + 1;
  while (column !== undefined && placement[end] === column) end++;
  return end;
}

const none: Piece = { text: "", start: 0, end: 0 };

/** A word that stands where a column got no other is a bad value of it. */
function refuseWord(row: RowDraft, word: Piece, index: number, table: Table, placement: Placement): void {
  const isColumn = (column: Column | undefined): boolean => column !== undefined;
  const before = placement.slice(0, index).findLast(isColumn);
  const after = placement.slice(index).find(isColumn);
  const from = before === undefined ? 0 : table.columns.indexOf(before) + 1;
  const empty = table.columns.slice(from, after === undefined ? undefined : table.columns.indexOf(after));
  refuseCell(row, nearestTo(word, empty, zoneOf(word, table))?.kind, word);
}

/** The word's own zone where it is among the columns, else the nearest of them if it is near. */
function nearestTo(word: Piece, columns: readonly Column[], zone: Column | undefined): Column | undefined {
  if (zone !== undefined && columns.includes(zone)) return zone;
  return columns
    .filter((column) => distance(word, column) <= farthestDrift)
    .toSorted((a, b) => distance(word, a) - distance(word, b))[0];
}

/** Behind the first word, a second date is the last day of the line, and what stands in the code's column are modifiers. */
function readWords(row: RowDraft, column: Column, words: readonly Piece[], from: number, end: number): void {
  for (let index = from; index < end; index++) {
    const word = words[index] ?? none;
    if (column.kind === "code" && index > from) {
      const modifiers = modifiersBehindCode(word);
      tieModifiers(row, modifiers.length > 0 ? modifiers : [word]);
      row.readCount++;
    } else
      readCell(
        row,
        column.kind === "date" && row.date !== undefined ? "dateThrough" : column.kind,
        word,
        column.clinician,
      );
  }
}
