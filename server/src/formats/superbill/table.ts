import { type ColumnKind, type ColumnName, findColumnName, longestName } from "./column-names.ts";
import { type Piece, pieceOf } from "./line.ts";
import { parseDate } from "./written-date.ts";
import { isPlainlyMoney } from "./written-value.ts";
import { type Cell, type Cut, cellsOf, wordsOf } from "./words.ts";

export interface Column extends ColumnName {
  /** The place of the name in the header; of a column without a name, where it would stand. */
  readonly start: number;
  readonly end: number;
  /** A word whose first character lies from here to the next column's zone belongs to the column. */
  readonly zoneStart: number;
  /** One of several columns of modifiers, so that it holds one. */
  readonly isNumbered: boolean;
}

/** A service table, as its header lays it out. Two tables of the same header are the same. */
export interface Table {
  readonly header: string;
  /** What cuts a row into cells; undefined where columns are told by their position. */
  readonly cut: Cut | undefined;
  readonly columns: readonly Column[];
}

interface FoundName {
  readonly name: ColumnName | undefined;
  readonly piece: Piece;
  /** 1 in a header that is cut into cells. */
  readonly wordCount: number;
}

const mostColumns = 40;

/** Every name of the code column holds one of these: most lines are no header at a glance. */
const codeColumn = /code|cpt|hcpcs|proc|24d/i;

/** The table that a line begins, or undefined where it is no header. */
export function readHeader(text: string): Table | undefined {
  // Every claim of a file mostly repeats the header of the one above it.
  if (lastRead?.header === text) return lastRead;
  const table = tableOf(text);
  if (table !== undefined) lastRead = table;
  return table;
}

let lastRead: Table | undefined;

function tableOf(text: string): Table | undefined {
  if (text.length > 1000 || !codeColumn.test(text)) return undefined;
  const words = wordsOf(text);
  if (words.some((word) => isPlainlyMoney(word.text) || parseDate(word.text) !== undefined)) return undefined;
  const cut = cutOf(text);
  const names = cut === undefined ? namesAmong(text, words) : cellsOf(text, cut).map(nameOfCell);
  // Behind a name that is none, a colon is that of a field.
  if (text.includes(":") && names.some(({ name }) => name === undefined)) return undefined;
  return isHeader(names) ? { header: text, cut, columns: columnsOf(names) } : undefined;
}

/** The column of a kind that the table has, the first where there are several. */
export function columnOf(table: Table, kind: ColumnKind): Column | undefined {
  return table.columns.find((column) => column.kind === kind);
}

export function sameTable(first: Table | undefined, second: Table | undefined): boolean {
  return first?.header === second?.header;
}

function isHeader(names: readonly FoundName[]): boolean {
  const known = names.filter((found) => found.name !== undefined);
  const wordCount = names.reduce((sum, found) => sum + found.wordCount, 0);
  const knownWords = known.reduce((sum, found) => sum + found.wordCount, 0);
  return (
    names.length <= mostColumns &&
    known.length >= 2 &&
    known.some((found) => found.name?.kind === "code") &&
    knownWords * 3 >= wordCount * 2
  );
}

function cutOf(text: string): Cut | undefined {
  if (text.includes("|")) return "|";
  if (text.trim().includes("\t")) return "\t";
  return text.includes(",") ? "," : undefined;
}

/** The names in a header without cuts, the longest first. */
function namesAmong(text: string, words: readonly Piece[]): readonly FoundName[] {
  const names: FoundName[] = [];
  for (let index = 0; index < words.length;) {
    const found = longestNameAt(text, words, index);
    names.push(found);
    index += found.wordCount;
  }
  return names;
}

function longestNameAt(text: string, words: readonly Piece[], index: number): FoundName {
  const first = words[index] ?? pieceOf(text, text.length, text.length);
  let last = index;
  while (last + 1 < words.length && last - index + 1 < longestName && isNextTo(words[last], words[last + 1])) last++;
  for (; last > index; last--) {
    const piece = pieceOf(text, first.start, words[last]?.end ?? first.end);
    const name = findColumnName(piece.text);
    if (name !== undefined) return { name, piece, wordCount: last - index + 1 };
  }
  return { name: findColumnName(first.text), piece: first, wordCount: 1 };
}

/** Words of one name stand one blank apart. */
function isNextTo(word: Piece | undefined, next: Piece | undefined): boolean {
  return word !== undefined && next !== undefined && next.start - word.end === 1;
}

function nameOfCell(cell: Cell): FoundName {
  return { name: findColumnName(cell.piece.text), piece: cell.piece, wordCount: cell.piece.text === "" ? 0 : 1 };
}

function columnsOf(names: readonly FoundName[]): readonly Column[] {
  const seen = new Set<string>();
  const codeIndex = names.findIndex(({ name }) => name?.kind === "code");
  const isOneEach = names.filter((found) => found.name?.kind === "modifiers").length > 1;
  return names.map(({ name, piece }, index) => {
    const previousEnd = names[index - 1]?.piece.end ?? 0;
    const zoneStart = index === 0 ? 0 : Math.ceil((previousEnd + piece.start) / 2);
    // Behind the code, a name is that of the procedure.
    const isOfProcedure = index > codeIndex && /^name$/i.test(piece.text);
    const isRead = name !== undefined && !isOfProcedure && !isSecond(name, seen);
    const column = isRead ? name : ({ kind: "ignored" } as const);
    const isNumbered = column.kind === "modifiers" && isOneEach;
    return { ...column, isNumbered, start: piece.start, end: piece.end, zoneStart };
  });
}

/** A line has one charge: a second column of the kind is not read. Modifiers and minutes may have several. */
function isSecond(name: ColumnName, seen: Set<string>): boolean {
  if (name.kind === "modifiers") return false;
  const key = `${name.kind} ${name.clinician ?? ""}`;
  const isRepeated = seen.has(key);
  seen.add(key);
  return isRepeated;
}
