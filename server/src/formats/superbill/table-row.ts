import { readCell, refuseCell } from "./cells.ts";
import { type Piece, joinedPiece } from "./line.ts";
import { isCodeShaped, isModifierShaped } from "./modifiers.ts";
import { type Placement, isText, placeWords, zoneOf } from "./positions.ts";
import { type Row, type RowDraft, isRow, newRow, tieModifiers } from "./row.ts";
import { type Column, type Table, columnOf } from "./table.ts";
import { type Cell, cellsOf, wordsOf } from "./words.ts";
import { isEmptyValue } from "./written-value.ts";

/** A line under a header as a service line: something stands in its code column. */
export function readTableRow(line: string, table: Table): Row | undefined {
  if (!/\d/.test(line)) return undefined;
  const row = newRow(columnOf(table, "date") !== undefined);
  if (table.cut === undefined) readByPosition(row, line, table);
  else readCells(row, cellsOf(line, table.cut), table);
  return isServiceLine(row) && isRow(row) ? row : undefined;
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
function isServiceLine(row: RowDraft): boolean {
  if (row.procedure === undefined) return false;
  if (isCodeShaped(row.procedure.text)) return true;
  return row.date !== undefined || row.units !== undefined || row.charge !== undefined;
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
  const words = wordsOf(line);
  if (words.length > mostWords) return;
  const placement = placeWords(words, table);
  if (placement === undefined) return;
  for (let index = 0; index < words.length;) {
    const [first, ...others] = wordsOfColumn(words, index, placement);
    if (first === undefined) break;
    const column = placement.get(first);
    if (column === undefined) refuseWord(row, first, words, table, placement);
    else if (isText(column.kind)) readCell(row, column.kind, joinedPiece(line, [first, ...others]));
    else readWords(row, column, [first, ...others]);
    index += 1 + others.length;
  }
}

/** A line of more words is text. */
const mostWords = 60;

/** The words from `index` on that were given to one column; a word that was given to none stands alone. */
function wordsOfColumn(words: readonly Piece[], index: number, placement: Placement): readonly Piece[] {
  const column = placement.get(words[index] ?? none);
  let end = index + 1;
  while (column !== undefined && end < words.length && placement.get(words[end] ?? none) === column) end++;
  return words.slice(index, end);
}

const none: Piece = { text: "", start: 0, end: 0 };

/** A word in the zone of a column that got no other is a bad value of it. */
function refuseWord(row: RowDraft, word: Piece, words: readonly Piece[], table: Table, placement: Placement): void {
  const zone = zoneOf(word, table);
  const isMissing = zone !== undefined && words.every((other) => placement.get(other) !== zone);
  refuseCell(row, isMissing ? zone.kind : undefined, word);
}

/** Behind the first word, a second date is the last day of the line, and what stands in the code's column are modifiers. */
function readWords(row: RowDraft, column: Column, words: readonly Piece[]): void {
  for (const [index, word] of words.entries()) {
    if (column.kind === "code" && index > 0) {
      tieModifiers(row, [word]);
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
