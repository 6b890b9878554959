import { fits } from "./cells.ts";
import { type Piece, isBlank, trimmedPiece } from "./line.ts";
import { isTotal } from "./other-line.ts";
import { distance, placeWords } from "./positions.ts";
import { withoutRowMarks } from "./row-marks.ts";
import { readRowOf } from "./row-reader.ts";
import { columnsOfCells, wordsOfRow } from "./table-row.ts";
import type { TableLine } from "./table-lines.ts";
import { type Column, type Table } from "./table.ts";
import { type Cut, cellsOf, wordsOf } from "./words.ts";

/** What stands in one column of a line, from its first character to its last; offsets count from the line's beginning. */
export interface CellText {
  /** The place of the column among those that are laid out. */
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** Cuts the lines of a table; undefined for a line that is none of the table's, or whose columns can't be told. */
export type Cutter = (line: TableLine) => readonly CellText[] | undefined;

export function cutterFor(table: Table): Cutter | undefined {
  if (table.cut === "\t") return undefined;
  return table.cut === undefined ? cutByPosition(table) : cutByCharacter(table, table.cut);
}

function cutByPosition(table: Table): Cutter {
  const shown = shownColumns(table);
  const placeOf = (column: Column): number => shown.findIndex((one) => one.includes(column));
  return ({ line: { text }, kind }) => {
    if (kind === "header") {
      const at = text === table.header ? shown : [];
      return at.map((columns, column) => ({
        column,
        start: columns[0]?.start ?? 0,
        end: columns.at(-1)?.end ?? 0,
      }));
    }
    if (kind === "divider") return cutDivider(text, /[^\s]+/g, shown.length);
    if (isTotal(trimmedPiece(text, 0, text.length))) return cutTotal(text, table, placeOf);
    return readRowOf(table, text) !== undefined ? cutRow(text, table, placeOf) : undefined;
  };
}

/** Columns of unknown names that stand one blank apart may be one name, and stay together. */
function shownColumns({ columns }: Table): readonly (readonly Column[])[] {
  const shown: Column[][] = [];
  for (const column of columns) {
    const previous = shown.at(-1)?.at(-1);
    const isBeside = previous !== undefined && column.start - previous.end === 1;
    if (isBeside && (column.kind === "ignored" || previous.kind === "ignored")) shown.at(-1)?.push(column);
    else shown.push([column]);
  }
  return shown;
}

function cutRow(text: string, table: Table, placeOf: (column: Column) => number): readonly CellText[] | undefined {
  const words = wordsOfRow(withoutRowMarks(text));
  const placement = placeWords(words, table);
  const cells: CellText[] = [];
  for (const [index, word] of words.entries()) {
    const of = placement?.[index];
    if (of === undefined) return undefined;
    const column = placeOf(of);
    const { start, end } = wholeWord(text, word);
    const last = cells.at(-1);
    if (last?.column === column) cells.splice(-1, 1, { column, start: last.start, end });
    else cells.push({ column, start, end });
  }
  return areApart(text, cells) ? cells : undefined;
}

/** With the marks around it that are not read: underscores, a comma, a colon. */
function wholeWord(text: string, { start, end }: Piece): { readonly start: number; readonly end: number } {
  let first = start;
  let last = end;
  while (first > 0 && !isBlank(text.charCodeAt(first - 1))) first--;
  while (last < text.length && !isBlank(text.charCodeAt(last))) last++;
  return { start: first, end: last };
}

/** Whether blanks stand between cells, and nothing else. */
function areApart(text: string, cells: readonly CellText[]): boolean {
  return cells.every(({ start }, index) => {
    const before = cells[index - 1];
    return before === undefined || (before.end < start && text.slice(before.end, start).trim() === "");
  });
}

/** The numbers of a line of totals go with the columns under which they stand. */
function cutTotal(text: string, table: Table, placeOf: (column: Column) => number): readonly CellText[] | undefined {
  const cells: CellText[] = [];
  for (const word of wordsOf(text)) {
    const under = table.columns.find((column) => distance(word, column) === 0);
    const isNumber = fits("charge", word) || fits("units", word) || fits("minutes", word);
    if (isNumber && under !== undefined) cells.push({ column: placeOf(under), ...wholeWord(text, word) });
    else if (cells.length > 0) return undefined;
  }
  const isOrdered = cells.every(({ column }, index) => column > (cells[index - 1]?.column ?? -1));
  return cells.length > 0 && isOrdered && areApart(text, cells) ? cells : undefined;
}

function cutByCharacter(table: Table, cut: Cut): Cutter {
  const count = table.columns.length;
  return ({ line: { text }, kind }) => {
    if (kind === "divider") return cut === "|" ? cutDivider(text, /[^|+]+/g, count) : undefined;
    const cells = cellsOf(text, cut);
    const isOfTable = cells.length === count || readRowOf(table, text) !== undefined;
    return isOfTable ? textsOf(text, cells, columnsOfCells(cells, table), table) : undefined;
  };
}

/** Cells too many, which are modifiers, go with the cell before them. */
function textsOf(
  text: string,
  cells: ReturnType<typeof cellsOf>,
  columns: readonly (Column | undefined)[],
  table: Table,
): readonly CellText[] {
  const found: CellText[] = [];
  for (const [index, { start, end }] of cells.entries()) {
    const of = columns[index];
    const piece = trimmedPiece(text, start, end);
    const last = found.at(-1);
    if (of !== undefined && !table.columns.includes(of) && last !== undefined) {
      found.splice(-1, 1, { ...last, end: piece.end });
    } else found.push({ column: found.length, start: piece.start, end: piece.end });
  }
  return found;
}

/** A line that is drawn column by column, of one character each. */
function cutDivider(text: string, stroke: RegExp, count: number): readonly CellText[] | undefined {
  const cells = [...text.matchAll(stroke)].flatMap((match, column) => {
    const { start, end } = trimmedPiece(text, match.index, match.index + match[0].length);
    return start === end ? [] : [{ column, start, end }];
  });
  const isDrawn = cells.every(({ start, end }) => /^:?([-=_*])\1*:?$/.test(text.slice(start, end)));
  return cells.length === count && count > 1 && isDrawn
    ? cells.map((cell, column) => ({ ...cell, column }))
    : undefined;
}
