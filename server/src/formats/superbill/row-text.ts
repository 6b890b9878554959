import { type Edit, applyEdits } from "../../text/edit.ts";
import { placeWords } from "./positions.ts";
import { readRow } from "./row-reader.ts";
import type { Row } from "./row.ts";
import { type Column, type Table } from "./table.ts";
import { columnsOfCells, wordsOfRow } from "./table-row.ts";
import { cellsOf } from "./words.ts";

/** A service line as text, to be changed; edits count from the line's beginning. */
export interface RowText {
  readonly text: string;
  readonly table: Table | undefined;
  readonly row: Row;
  /** The other service lines of the claim, the nearest first. */
  readonly neighbours: () => readonly RowText[];
}

/** What a row says once it is changed. */
export interface Wanted {
  readonly procedure?: string;
  readonly modifiers?: readonly string[];
  readonly units?: number;
  /** Other values, as they are written. */
  readonly values?: Partial<Pick<Row, "minutes" | "date" | "dateThrough" | "charge" | "allowedAmount">>;
}

/** Whether the row reads as wanted after the edits, and all else as before. */
export function readsAs(row: RowText, edits: readonly Edit[], wanted: Wanted): boolean {
  if (overlap(edits)) return false;
  const changed = readRow(applyEdits(row.text, edits), row.table);
  return changed !== undefined && meaningOf(changed) === meaningOf(row.row, wanted);
}

/** Columns that stand too close may want the same gap. */
function overlap(edits: readonly Edit[]): boolean {
  const ordered = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return ordered.some((edit, index) => edit.start < (ordered[index - 1]?.end ?? 0));
}

/** Takes up in blanks what edits made longer or shorter, so that what stands to the right stays where it is. */
export function padded(row: RowText, edits: readonly Edit[], cellEnd: number): readonly Edit[] {
  const growth = edits.reduce((sum, edit) => sum + edit.newText.length - (edit.end - edit.start), 0);
  return merged([...edits, ...paddingBehind(row, cellEnd, growth)]);
}

/** The edits that put a text into an empty cell, at the column's name where columns are told by position. */
export function fillCell(row: RowText, column: Column, newText: string): readonly Edit[] | undefined {
  if (row.table === undefined) return undefined;
  const { table } = row;
  return table.cut === undefined
    ? fillPosition(row.text, table, column, newText)
    : fillCut(row.text, table, column, newText);
}

function meaningOf(row: Row, wanted: Wanted = {}): string {
  const modifiers = wanted.modifiers ?? row.modifiers.map((piece) => piece.text);
  return JSON.stringify(
    {
      ...row,
      ...wanted.values,
      procedure: (wanted.procedure ?? row.procedure.text).toUpperCase(),
      modifiers: modifiers.map((modifier) => modifier.toUpperCase()),
      units: wanted.units ?? (row.units === undefined ? undefined : Number(row.units.text)),
      tiedModifiers: 0,
      isPrinted: false,
      readCount: 0,
    },
    (key, value: unknown) => (key === "start" || key === "end" ? undefined : value),
  );
}

function paddingBehind(row: RowText, cellEnd: number, growth: number): readonly Edit[] {
  const gap = alignedGap(row, cellEnd, growth);
  if (gap === 0 || growth === 0) return [];
  if (growth < 0) return [{ start: cellEnd, end: cellEnd, newText: " ".repeat(-growth) }];
  const taken: Edit[] = [];
  let left = growth;
  for (const { index, length } of gapsBehind(row, cellEnd)) {
    // A column that is pushed out of its place keeps two blanks before it; the changed cell itself may come as near as one.
    const count = Math.min(left, index === cellEnd ? length - 1 : length - 2);
    if (count > 0) taken.push({ start: index, end: index + count, newText: "" });
    left -= Math.max(0, count);
    if (left === 0) break;
  }
  return taken;
}

/** How many blanks keep what stands to the right in its place; 0 where nothing does, or nothing is aligned. */
function alignedGap({ text, table }: RowText, cellEnd: number, growth: number): number {
  if (table?.cut === "," || table?.cut === "\t") return 0;
  const gap = /^ */.exec(text.slice(cellEnd))?.[0].length ?? 0;
  if (text.slice(cellEnd + gap).trim() === "") return 0;
  // A line without a header is aligned only where its gaps are wide.
  return table !== undefined || gap > Math.max(1, growth) ? gap : 0;
}

/** The gaps between words from a cell's end on; in a row that is cut, or has no header, the first alone. */
function gapsBehind({ text, table }: RowText, cellEnd: number): readonly { index: number; length: number }[] {
  const gaps = [...text.trimEnd().slice(cellEnd).matchAll(/ +/g)];
  const found = gaps.map((gap) => ({ index: cellEnd + gap.index, length: gap[0].length }));
  return table === undefined || table.cut !== undefined ? found.slice(0, 1) : found;
}

/** Edits that touch become one. */
function merged(edits: readonly Edit[]): readonly Edit[] {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const result: Edit[] = [];
  for (const edit of ordered) {
    const last = result.at(-1);
    if (last === undefined || edit.start > last.end) result.push(edit);
    else
      result.splice(-1, 1, {
        start: last.start,
        end: Math.max(last.end, edit.end),
        newText: last.newText + edit.newText,
      });
  }
  return result;
}

/** Puts the text over blanks at the column's name, or into the gap where the column is, made wider where it must be. */
function fillPosition(line: string, table: Table, column: Column, newText: string): readonly Edit[] {
  const words = wordsOfRow(line);
  const placement = placeWords(words, table);
  const target = table.columns.indexOf(column);
  const placeOf = (index: number): number => table.columns.indexOf(placement?.[index] ?? column);
  const before = words.findLast((_word, index) => placeOf(index) < target)?.end ?? -1;
  const next = words.find((_word, index) => placeOf(index) > target)?.start;
  const start = Math.max(before + 1, column.start);
  if (next === undefined || start + newText.length < next) {
    const end = Math.min(line.length, start + newText.length);
    if (start <= line.length) return [{ start, end, newText }];
    return [{ start: line.length, end: line.length, newText: " ".repeat(start - line.length) + newText }];
  }
  const from = Math.max(before, 0);
  const indent = Math.max(before < 0 ? 0 : 1, Math.min(start, next - newText.length - 1) - from);
  return [{ start: from, end: next, newText: `${" ".repeat(indent)}${newText} ` }];
}

function fillCut(text: string, table: Table, column: Column, newText: string): readonly Edit[] | undefined {
  if (table.cut === undefined) return undefined;
  const cells = cellsOf(text, table.cut);
  const cell = cells[columnsOfCells(cells, table).indexOf(column)];
  if (cell === undefined) {
    if (table.cut === "|") return undefined;
    const cuts = table.cut.repeat(table.columns.indexOf(column) - cells.length + 1);
    return [{ start: text.length, end: text.length, newText: cuts + newText }];
  }
  if (table.cut !== "|") return [{ start: cell.start, end: cell.end, newText }];
  const hasRoom = cell.end - cell.start >= newText.length + 2;
  if (!hasRoom) return [{ start: cell.start, end: cell.end, newText: ` ${newText} ` }];
  return [{ start: cell.start + 1, end: cell.start + 1 + newText.length, newText }];
}
