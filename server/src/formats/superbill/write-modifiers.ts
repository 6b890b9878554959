import type { Edit } from "../../text/edit.ts";
import type { Piece } from "./line.ts";
import { type RowText, fillCell, padded } from "./row-text.ts";
import type { Column } from "./table.ts";

/** The ways to write a row's modifiers, the likeliest first. Not every one reads back as it should. */
export function waysToWriteModifiers(row: RowText, to: readonly string[]): readonly (readonly Edit[] | undefined)[] {
  const { modifiers, tiedModifiers } = row.row;
  const tied = modifiers.slice(0, tiedModifiers);
  const own = modifiers.slice(tiedModifiers);
  const columns = row.table?.columns.filter((column) => column.kind === "modifiers") ?? [];
  const tiedCount = shareOf(tied, own, to);
  const [toTied, toOwn] = [to.slice(0, tiedCount), to.slice(tiedCount)];
  const writeOwn = (separator?: string): readonly Edit[] | undefined =>
    columns.length > 1 ? writeNumbered(row, columns, own, toOwn) : writeColumn(row, columns[0], own, toOwn, separator);
  return [
    together(writeTied(row, tied, toTied), writeOwn()),
    together(writeTied(row, tied, toTied, " "), writeOwn(" ")),
    own.length === 0 ? writeTied(row, tied, to) : undefined,
    own.length === 0 ? writeTied(row, tied, to, " ") : undefined,
  ];
}

/** How many of the new modifiers stand behind the code: those of their own column stay there where they can. */
function shareOf(tied: readonly Piece[], own: readonly Piece[], to: readonly string[]): number {
  if (own.length === 0) return tied.length === 0 ? 0 : to.length;
  if (tied.length === 0) return 0;
  const kept = to.slice(-own.length);
  if (own.every((piece, index) => isSame(piece, kept[index])) && to.length >= own.length) return to.length - own.length;
  return Math.min(tied.length, to.length);
}

function together(
  first: readonly Edit[] | undefined,
  second: readonly Edit[] | undefined,
): readonly Edit[] | undefined {
  return first === undefined || second === undefined ? undefined : [...first, ...second];
}

function writeTied(row: RowText, tied: readonly Piece[], to: readonly string[], separator?: string): readonly Edit[] {
  const code = row.row.procedure;
  const between = separator ?? separatorOf(row, [code, ...tied]) ?? separatorNearby(row, true);
  const [first] = tied;
  if (to.length === 0 && first === undefined) return [];
  if (to.length === 0 || first === undefined) {
    const end = tied.at(-1)?.end ?? code.end;
    return padded(row, [{ start: code.end, end, newText: to.map((modifier) => between + modifier).join("") }], end);
  }
  return editList(row, [first, ...tied.slice(1)], to, between);
}

function writeColumn(
  row: RowText,
  column: Column | undefined,
  own: readonly Piece[],
  to: readonly string[],
  separator?: string,
): readonly Edit[] | undefined {
  const between = separator ?? separatorOf(row, own) ?? separatorNearby(row, false);
  const [first] = own;
  if (first === undefined) {
    if (to.length === 0) return [];
    return column === undefined ? undefined : fillCell(row, column, to.join(between));
  }
  const last = own.at(-1) ?? first;
  if (to.length === 0) {
    const gone = areApart(row, own) ? own.map(without) : [{ start: first.start, end: last.end, newText: "" }];
    return padded(row, gone, last.end);
  }
  return editList(row, [first, ...own.slice(1)], to, between);
}

/** One modifier a column, from the first that is used on. */
function writeNumbered(
  row: RowText,
  columns: readonly Column[],
  own: readonly Piece[],
  to: readonly string[],
): readonly Edit[] | undefined {
  if (to.length > columns.length) return undefined;
  const pieces = columns.map((column) => own.find((piece) => nearestColumn(piece, columns, row) === column));
  const first = Math.max(
    0,
    pieces.findIndex((piece) => piece !== undefined),
  );
  const start = Math.min(first, columns.length - to.length);
  const edits: Edit[] = [];
  for (const [index, column] of columns.entries()) {
    const piece = pieces[index];
    const modifier = to[index - start];
    if (piece === undefined) edits.push(...(modifier === undefined ? [] : (fillCell(row, column, modifier) ?? [])));
    else if (!isSame(piece, modifier)) {
      edits.push(...padded(row, [{ start: piece.start, end: piece.end, newText: modifier ?? "" }], piece.end));
    }
  }
  return edits;
}

function nearestColumn(piece: Piece, columns: readonly Column[], { text, table }: RowText): Column | undefined {
  if (table?.cut !== undefined) {
    const cut = table.cut;
    const before =
      text.slice(0, piece.start).split(cut).length - 1 - (cut === "|" && text.trimStart().startsWith("|") ? 1 : 0);
    return table.columns[before];
  }
  return columns.toSorted((a, b) => Math.abs(a.start - piece.start) - Math.abs(b.start - piece.start))[0];
}

/** The fewest edits that turn a list into another: what both begin and end with stays. */
function editList(
  row: RowText,
  pieces: readonly [Piece, ...Piece[]],
  to: readonly string[],
  separator: string,
): readonly Edit[] {
  const { removed, inserted, before } = difference(pieces, to);
  const common = Math.min(removed.length, inserted.length);
  const replaced = removed
    .slice(0, common)
    .map(({ start, end }, index) => ({ start, end, newText: inserted[index] ?? "" }));
  const anchor = removed[common - 1] ?? before;
  const edits = [
    ...replaced,
    ...insertion(pieces[0], anchor, inserted.slice(common), separator),
    ...(areApart(row, pieces) ? removed.slice(common).map(without) : deletion(pieces, anchor, removed.slice(common))),
  ];
  return padded(row, edits, pieces.at(-1)?.end ?? pieces[0].end);
}

/** Behind the anchor; without one, before the first. */
function insertion(
  first: Piece,
  anchor: Piece | undefined,
  added: readonly string[],
  separator: string,
): readonly Edit[] {
  if (added.length === 0) return [];
  if (anchor === undefined) {
    return [{ start: first.start, end: first.start, newText: added.map((modifier) => modifier + separator).join("") }];
  }
  return [{ start: anchor.end, end: anchor.end, newText: added.map((modifier) => separator + modifier).join("") }];
}

/** Something else stands between them, which must stay: `GP $78 KX`. */
function areApart({ text }: RowText, pieces: readonly Piece[]): boolean {
  return pieces.some((piece, index) => {
    const previous = pieces[index - 1];
    return previous !== undefined && !/^[\s.,;:/+&"'[\]()|-]*$/.test(text.slice(previous.end, piece.start));
  });
}

function without({ start, end }: Piece): Edit {
  return { start, end, newText: "" };
}

/** With the separator that stands before them; without an anchor, with the one behind them. */
function deletion(
  pieces: readonly [Piece, ...Piece[]],
  anchor: Piece | undefined,
  gone: readonly Piece[],
): readonly Edit[] {
  const end = gone.at(-1)?.end;
  if (end === undefined) return [];
  const next = anchor === undefined ? pieces.find((piece) => piece.start >= end) : undefined;
  return [{ start: anchor?.end ?? pieces[0].start, end: next?.start ?? end, newText: "" }];
}

function difference(
  pieces: readonly Piece[],
  to: readonly string[],
): {
  readonly removed: readonly Piece[];
  readonly inserted: readonly string[];
  readonly before: Piece | undefined;
} {
  const most = Math.min(pieces.length, to.length);
  let prefix = 0;
  while (prefix < most && isSame(pieces[prefix], to[prefix])) prefix++;
  let suffix = 0;
  while (suffix < most - prefix && isSame(pieces[pieces.length - 1 - suffix], to[to.length - 1 - suffix])) suffix++;
  return {
    removed: pieces.slice(prefix, pieces.length - suffix),
    inserted: to.slice(prefix, to.length - suffix),
    before: pieces[prefix - 1],
  };
}

function isSame(piece: Piece | undefined, modifier: string | undefined): boolean {
  return piece !== undefined && modifier !== undefined && piece.text.toUpperCase() === modifier.toUpperCase();
}

/** What stands between the pieces; the last two tell, as the first two may be the code and its modifier. */
function separatorOf({ text }: RowText, pieces: readonly Piece[]): string | undefined {
  const [first, second] = pieces.slice(-2);
  if (first === undefined || second === undefined) return undefined;
  const between = text.slice(first.end, second.start);
  if (/^ +$/.test(between)) return " ";
  return /^ ?[,;/:+-]? ?$/.test(between) ? between : undefined;
}

function separatorNearby(row: RowText, isTied: boolean): string {
  for (const neighbour of row.neighbours()) {
    const { modifiers, tiedModifiers, procedure } = neighbour.row;
    const pieces = isTied ? [procedure, ...modifiers.slice(0, tiedModifiers)] : modifiers.slice(tiedModifiers);
    const separator = separatorOf(neighbour, pieces);
    if (separator !== undefined && separator !== "") return separator;
  }
  return " ";
}
