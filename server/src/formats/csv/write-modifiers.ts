import type { ServiceLine } from "../../model/claim.ts";
import type { Reading } from "../format.ts";
import type { Piece } from "../superbill/line.ts";
import { areTherapyModifiers } from "./column.ts";
import { placesOfKind } from "./table.ts";
import { tickedUnder } from "./tick-columns.ts";
import { tickChanges } from "./write-ticks.ts";
import { type CellChange, type WrittenRow, placeOf, rowsNear } from "./written-row.ts";

/**
 * The changes that give a row other modifiers, where it keeps them: as ticks, behind its code, in one column, or one a column; undefined
 * where it has no place.
 */
export function modifierChanges(
  row: WrittenRow,
  to: readonly string[],
  nearby: () => readonly WrittenRow[],
): readonly CellChange[] | undefined {
  const { columns } = row.table;
  const isOfTicks = (place: number): boolean =>
    tickedUnder(columns[place] ?? { name: "", meaning: undefined }) !== undefined;
  const places = placesOfKind(row.table, "modifiers").filter((place) => !isOfTicks(place));
  const ticks = tickChanges(row, to, nearby);
  if (ticks === undefined) return undefined;
  const others = row.row.modifiers.filter((piece) => !isOfTicks(placeOf(row, piece)));
  const rest = to.filter((modifier) => !ticks.ticked.includes(modifier));
  const changes = otherChanges({ ...row, row: { ...row.row, modifiers: others } }, places, rest, nearby);
  return changes && [...ticks.changes, ...changes];
}

function otherChanges(
  row: WrittenRow,
  places: readonly number[],
  to: readonly string[],
  nearby: () => readonly WrittenRow[],
): readonly CellChange[] | undefined {
  const { modifiers, tiedModifiers } = row.row;
  if (modifiers.length === to.length && modifiers.every(({ text }, index) => text.toUpperCase() === to[index]))
    return [];
  const [tied, own] = [modifiers.slice(0, tiedModifiers), modifiers.slice(tiedModifiers)];
  // Under such a name no other modifier may stand.
  if (places.some((place) => areTherapyModifiers(row.table.columns[place]?.name ?? ""))) return undefined;
  const written = asWritten(modifiers, to);
  const isTied = tied.length > 0 || (places.length === 0 && nearby().some((one) => one.row.tiedModifiers > 0));
  if (places.length === 0 && !isTied) return undefined;
  const tiedCount = own.length === 0 ? (isTied ? to.length : 0) : shareOf(tied, own, to);
  const inColumns = columnChanges(row, places, own, written.slice(tiedCount), nearby);
  return inColumns && [...tiedChanges(row, tied, written.slice(0, tiedCount), nearby), ...inColumns];
}

export function nearbyRows(line: ServiceLine, reading: Reading): () => readonly WrittenRow[] {
  let rows: readonly WrittenRow[] | undefined;
  return () => (rows ??= rowsNear(line, reading));
}

/** In small letters where they stand so. */
function asWritten(modifiers: readonly Piece[], to: readonly string[]): readonly string[] {
  return to.map((modifier) => modifiers.find(({ text }) => text.toUpperCase() === modifier)?.text ?? modifier);
}

/** How many of the new modifiers stand behind the code: those of their own column stay there where they can. */
function shareOf(tied: readonly Piece[], own: readonly Piece[], to: readonly string[]): number {
  if (tied.length === 0) return 0;
  const kept = to.slice(-own.length);
  const stay = to.length >= own.length && own.every(({ text }, index) => text.toUpperCase() === kept[index]);
  return stay ? to.length - own.length : Math.min(tied.length, to.length);
}

function tiedChanges(
  row: WrittenRow,
  tied: readonly Piece[],
  to: readonly string[],
  nearby: () => readonly WrittenRow[],
): readonly CellChange[] {
  if (tied.length === 0 && to.length === 0) return [];
  const { procedure } = row.row;
  const between = () => separatorOf(row, [procedure, ...tied]) ?? separatorNearby(nearby(), tiedOf) ?? "-";
  const separator = to.length === 0 ? "" : between();
  const end = tied.at(-1)?.end ?? procedure.end;
  const newText = to.map((modifier) => separator + modifier).join("");
  return [{ place: placeOf(row, procedure), stretch: { start: procedure.end, end }, newText }];
}

function columnChanges(
  row: WrittenRow,
  places: readonly number[],
  own: readonly Piece[],
  to: readonly string[],
  nearby: () => readonly WrittenRow[],
): readonly CellChange[] | undefined {
  const [first] = places;
  if (first === undefined) return to.length === 0 ? [] : undefined;
  if (places.length > 1) return oneEach(row, places, own, to);
  if (own.length === 0 && to.length === 0) return [];
  const separator = to.length < 2 ? "" : (separatorOf(row, own) ?? separatorNearby(nearby(), ownOf) ?? " ");
  return [{ place: first, stretch: coverOf(own), newText: to.join(separator) }];
}

/** One modifier a column, from the first that is used on. */
function oneEach(
  row: WrittenRow,
  places: readonly number[],
  own: readonly Piece[],
  to: readonly string[],
): readonly CellChange[] | undefined {
  if (to.length > places.length) return undefined;
  const pieces = places.map((place) => own.filter((piece) => placeOf(row, piece) === place));
  const used = pieces.findIndex((inCell) => inCell.length > 0);
  const from = Math.min(Math.max(0, used), places.length - to.length);
  return places.flatMap((place, index) => {
    const [inCell, newText] = [pieces[index] ?? [], to[index - from] ?? ""];
    return inCell.length === 0 && newText === "" ? [] : [{ place, stretch: coverOf(inCell), newText }];
  });
}

function coverOf(pieces: readonly Piece[]): CellChange["stretch"] {
  const [first] = pieces;
  return first && { start: first.start, end: pieces.at(-1)?.end ?? first.end };
}

function tiedOf({ row }: WrittenRow): readonly Piece[] {
  return [row.procedure, ...row.modifiers.slice(0, row.tiedModifiers)];
}

function ownOf({ row }: WrittenRow): readonly Piece[] {
  return row.modifiers.slice(row.tiedModifiers);
}

function separatorNearby(
  rows: readonly WrittenRow[],
  piecesOf: (row: WrittenRow) => readonly Piece[],
): string | undefined {
  for (const row of rows) {
    const separator = separatorOf(row, piecesOf(row));
    if (separator !== undefined) return separator;
  }
  return undefined;
}

/** What stands between the last two, as the first may be the code. */
function separatorOf({ part, record }: WrittenRow, pieces: readonly Piece[]): string | undefined {
  const [first, second] = pieces.slice(-2);
  if (first === undefined || second === undefined) return undefined;
  const between = part.text.slice(record.start + first.end, record.start + second.start);
  return /^(?: ?[,;/:+|-] ?| )$/.test(between) ? between : undefined;
}
