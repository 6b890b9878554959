import { isKnownCode, isModifierShaped } from "../superbill/modifiers.ts";
import { readCell, refuseCell } from "../superbill/cells.ts";
import type { ColumnKind } from "../superbill/column-names.ts";
import type { Piece } from "../superbill/line.ts";
import { type Row, type RowDraft, newRow } from "../superbill/row.ts";
import { isServiceLine } from "../superbill/table-row.ts";
import { isEmptyValue, isPlainlyMoney } from "../superbill/written-value.ts";
import { areDiagnosesShaped } from "../superbill/pointers.ts";
import { type CsvRecord, pieceOfCell } from "./record.ts";
import type { Column, CsvTable } from "./table.ts";
import { inUsualOrder, isNamedByModifiers, modifiersUnder } from "./tick-columns.ts";

/** A cell that says something, under its column. */
export interface TableCell {
  readonly column: Column;
  /** Offsets count from the record's beginning. */
  readonly piece: Piece;
}

/** What a record under a header says; undefined where it is no service line. */
export interface CsvRow {
  readonly service: { readonly row: Row; readonly cells: readonly TableCell[] } | undefined;
  /** Why a record that should be a service line is none. */
  readonly problem: RowProblem | undefined;
}

export interface RowProblem {
  readonly rule: "unreadable-line" | "unreadable-cell";
  readonly piece: Piece;
  readonly message: string;
}

/** Reads a record of a text. Lines of sums, payments and fees are no service lines, and no problem. */
export function readRow(text: string, record: CsvRecord, table: CsvTable): CsvRow {
  const alignment = align(text, record, table);
  const cells = cellsUnder(alignment, table);
  const row = newRow(table.date !== undefined);
  const named: Piece[] = [];
  for (const { column, piece } of cells) {
    if (isNamedByModifiers(column)) named.push(...modifiersUnder(column, piece));
    else readLineCell(row, column, piece);
  }
  if (named.length > 0) row.modifiers.splice(row.tiedModifiers, 0, ...inUsualOrder(named));
  const mark = unclosedMark(text, record);
  if (mark !== undefined)
    return { service: undefined, problem: { rule: "unreadable-cell", piece: mark, message: unclosed } };
  if (isService(row) && mayBeRead(row, alignment, table)) return { service: { row, cells }, problem: undefined };
  return { service: undefined, problem: displaced(alignment, table) ?? mistyped(row) ?? withoutItsCode(row) };
}

function unclosedMark(text: string, record: CsvRecord): Piece | undefined {
  const cell = record.cells.find(({ isUnclosed }) => isUnclosed);
  if (cell === undefined) return undefined;
  const start = cell.innerStart - record.start;
  return { text: text.charAt(cell.innerStart), start, end: start + 1 };
}

const unclosed = "This quotation mark is never closed, so the row is not read";

/** How the cells of a row stand under the columns of the header. */
interface Alignment {
  readonly pieces: readonly Piece[];
  /** Something stands behind the last column. */
  readonly hasSurplus: boolean;
  /** Where modifiers with commas between them take more cells than the header has for them, and how many more. */
  readonly modifiers: { readonly from: number; readonly extra: number } | undefined;
}

function align(text: string, record: CsvRecord, table: CsvTable): Alignment {
  const pieces = record.cells.map((cell) => pieceOfCell(text, cell, record.start));
  const extra = pieces.length - table.columns.length;
  const from = extra > 0 ? placeOfExtraModifiers(pieces, extra, table) : undefined;
  return {
    pieces,
    hasSurplus: extra > 0 && from === undefined && pieces.slice(-extra).some((piece) => piece.text !== ""),
    modifiers: from === undefined ? undefined : { from, extra },
  };
}

/** Whether each cell of a row stands under a column of its own, so that a value can be put in its column. */
export function isAligned(text: string, record: CsvRecord, table: CsvTable): boolean {
  const { hasSurplus, modifiers } = align(text, record, table);
  return !hasSurplus && modifiers === undefined;
}

function cellsUnder({ pieces, modifiers }: Alignment, table: CsvTable): readonly TableCell[] {
  const { from, extra } = modifiers ?? { from: Infinity, extra: 0 };
  const cells: TableCell[] = [];
  for (let place = 0; place < pieces.length; place++) {
    const piece = pieces[place];
    const column = place < from ? table.columns[place] : columnBehind(place, from, extra, table);
    if (piece !== undefined && piece.text !== "" && column !== undefined) cells.push({ column, piece });
  }
  return cells;
}

/** Whether no cell is too many; words of a last column of text may have been parted by a comma in them. */
function mayBeRead(row: RowDraft, { hasSurplus }: Alignment, { columns }: CsvTable): boolean {
  const last = columns.at(-1)?.meaning;
  const isText = last === undefined || (last.of === "line" && (last.kind === "note" || last.kind === "ignored"));
  return !hasSurplus || (isText && row.unreadable.length === 0);
}

function columnBehind(place: number, from: number, extra: number, table: CsvTable): Column | undefined {
  return place < from + extra ? modifiersColumn : table.columns[place - extra];
}

const modifiersColumn: Column = { name: "", meaning: { of: "line", kind: "modifiers" } };

/** Where modifiers with commas between them were written without quotation marks: `97110,GP,KX,2` under `CPT,Mods,Units`. */
function placeOfExtraModifiers(pieces: readonly Piece[], extra: number, table: CsvTable): number | undefined {
  const from =
    1 +
    Math.max(
      table.code,
      table.columns.findLastIndex(({ meaning }) => isOfKind(meaning, "modifiers")),
    );
  const meaning = table.columns[from]?.meaning;
  const isNumber = meaning?.of === "line" && numbers.has(meaning.kind);
  const surplus = pieces.slice(from, from + extra);
  return isNumber && surplus.every(({ text }) => isModifierShaped(text)) ? from : undefined;
}

const numbers: ReadonlySet<ColumnKind> = new Set<ColumnKind>(["units", "minutes", "charge", "allowed", "date"]);

function isOfKind(meaning: Column["meaning"], kind: ColumnKind): boolean {
  return meaning?.of === "line" && meaning.kind === kind;
}

/** A code that stands in another column than that of codes, or more cells than columns: the header does not say which is which. */
function displaced({ pieces, hasSurplus }: Alignment, { code, columns }: CsvTable): RowProblem | undefined {
  const own = pieces[code];
  if (own === undefined || !/\d/.test(own.text)) return undefined;
  const isOwn = hasSurplus && isKnownCode(own.text);
  const piece = isOwn ? own : pieces.find((one) => one !== own && isKnownCode(one.text));
  if (piece === undefined) return undefined;
  const [count, wanted] = [pieces.length, columns.length];
  const reason = count > wanted ? `it has ${String(count)} cells and the header ${String(wanted)}. ${advice}` : moved;
  return { rule: "unreadable-line", piece, message: `This row is not read: ${reason}` };
}

const advice = "A value that holds the separator stands in quotation marks";
const moved = "its code stands in another column than the header says";

function readLineCell(row: RowDraft, column: Column, piece: Piece): void {
  const { meaning } = column;
  if (meaning?.of !== "line" || meaning.kind === "ignored" || holdsDiagnoses(column, piece.text)) return;
  const { kind, clinician } = meaning;
  if (isPlainlyOther(kind, piece.text)) refuseCell(row, kind, piece);
  else if (kind !== "code") readCell(row, kind, piece, clinician);
  else if (!isEmptyValue(piece.text)) readCell(row, kind, codeWithin(piece));
}

/** Whether a cell can't be of its column, though its parts could be. */
function isPlainlyOther(kind: ColumnKind, text: string): boolean {
  if (kind === "modifiers") return isPlainlyMoney(text);
  return kind === "pointers" && !arePointers(text) && !isEmptyValue(text);
}

/** Whether a cell of a column that may hold pointers holds codes, perhaps with words, in their place. */
export function holdsDiagnoses({ meaning, name }: Column, text: string): boolean {
  if (meaning?.of !== "line" || meaning.kind !== "pointers" || isEmptyValue(text)) return false;
  return areDiagnosesShaped(text) || (!arePointers(text) && !/p(?:oin)?te?r|ref|24e/i.test(name));
}

function arePointers(text: string): boolean {
  return /^[A-L\d\s,;:/&|-]{1,24}$/i.test(text) && !areDiagnosesShaped(text) && !/\d{3}/.test(text);
}

/** Words may stand before the code: `Ther Ex (97110)`. Such a number behind them as in `CHK 10023` is none that is known. */
function codeWithin(cell: Piece): Piece {
  if (/^\W{0,3}(?:HC:)?[A-Z]{0,2}\d{3}/i.test(cell.text) || cell.text.length > 200) return cell;
  const [only, another] = [...cell.text.matchAll(/(?<![\w.$])(?:\d{5}|[A-V]\d{4}|\d{4}[TFU])(?![\w.])/gi)];
  if (only === undefined || another !== undefined || !isKnownCode(only[0])) return cell;
  const start = cell.start + only.index;
  return { text: only[0], start, end: start + only[0].length };
}

function isService(row: RowDraft): row is RowDraft & Row {
  return row.procedure !== undefined && isServiceLine(row);
}

/** A line of sums has a date, units and an amount too, but no modifiers. */
function withoutItsCode({ procedure, modifiers, date }: RowDraft): RowProblem | undefined {
  const [piece] = modifiers;
  const isBilled = procedure === undefined && piece !== undefined && date !== undefined;
  return isBilled ? { rule: "unreadable-cell", piece, message: withoutCode } : undefined;
}

const withoutCode = "This row has modifiers and no procedure code, so it is not read";

/** Digits that are too few or too many, beside units or modifiers; a word in their place is that of a fee or a payment. */
function mistyped({ procedure, units, modifiers, date, charge }: RowDraft): RowProblem | undefined {
  if (procedure === undefined || !/^[A-Z]?\d{3,7}[A-Z]?$/i.test(procedure.text)) return undefined;
  const isBilled = (units !== undefined || modifiers.length > 0) && (date !== undefined || charge !== undefined);
  return isBilled ? { rule: "unreadable-cell", piece: procedure, message: notACode } : undefined;
}

const notACode = "This is no procedure code, so the row is not read: a code has five characters, such as 97110";
