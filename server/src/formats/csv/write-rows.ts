import type { Impossible, Share } from "../../model/change.ts";
import type { ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import { type Edit, applyEdits } from "../../text/edit.ts";
import type { PartEdit } from "../../text/span.ts";
import type { Reading } from "../format.ts";
import type { Piece } from "../superbill/line.ts";
import { shownLine } from "../superbill/read-back.ts";
import { lineOf } from "../superbill/write-split.ts";
import { dateLike, moneyLike } from "../superbill/written-like.ts";
import { readsBack } from "./read-again.ts";
import { placeOfKind } from "./table.ts";
import { modifierChanges, nearbyRows } from "./write-modifiers.ts";
import { unitChanges } from "./write-in-row.ts";
import {
  type CellChange,
  type WrittenRow,
  editsOf,
  notUnderHeader,
  placeOf,
  placedIn,
  writtenRow,
} from "./written-row.ts";

/** Takes a row away. A row that took its date from it gets it. */
export function removeRow(line: ServiceLine): readonly PartEdit[] | Impossible {
  const row = writtenRow(line);
  if (row === undefined) return { impossible: notUnderHeader };
  const gone = wholeRow(row);
  const isRight = (edits: readonly Edit[]): boolean =>
    readsBack(row.part, edits, line, (lines, index) => lines.toSpliced(index, 1));
  const way = [[gone], [gone, ...dateKept(line, row)]].find(isRight);
  if (way !== undefined) return placedIn(row.part, way);
  const claim = row.part.claims.find(({ serviceLines }) => serviceLines.includes(line));
  const isAlone = claim?.serviceLines.length === 1;
  return {
    impossible: isAlone
      ? "The claim has no other service line."
      : "Without this row the rest of the claim would read otherwise.",
  };
}

/** A row with its line end; the last one of a text, with the one before it. */
function wholeRow({ part, record: { start, end, next } }: WrittenRow): Edit {
  if (next > end) return { start, end: next, newText: "" };
  const before = /(?:\r\n|\r|\n)$/.exec(part.text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
  return { start: start - before, end, newText: "" };
}

/** The date of the row, written into the next one. */
function dateKept(line: ServiceLine, { part, row }: WrittenRow): readonly Edit[] {
  const lines = part.claims.flatMap(({ serviceLines }) => serviceLines);
  const next = lines[lines.indexOf(line) + 1];
  const below = next && writtenRow(next);
  if (below === undefined || row.date === undefined || below.row.date !== undefined) return [];
  const place = placeOfKind(below.table, "date");
  return place === undefined ? [] : editsOf(below, [{ place, stretch: undefined, newText: row.date.text }]);
}

/** Makes two rows of one, the second right behind the first; what a share does not state, and every other column, stays on both. */
export function splitRow(
  line: ServiceLine,
  into: readonly [Share, Share],
  reading: Reading,
): readonly PartEdit[] | Impossible {
  const row = writtenRow(line);
  if (row === undefined) return { impossible: notUnderHeader };
  const [first, second] = into.map((share) => shareEdits(row, line, share, reading));
  if (first === undefined || second === undefined)
    return { impossible: "The table has no columns for what the two rows say." };
  const { part, record } = row;
  const relative = second.map((edit) => ({ ...edit, start: edit.start - record.start, end: edit.end - record.start }));
  const newText = lineEndOf(row, reading) + applyEdits(part.text.slice(record.start, record.end), relative);
  const edits = [...first, { start: record.end, end: record.end, newText }];
  const shares = into.map((share) => shownLine(lineOf(line, share)));
  return readsBack(part, edits, line, (lines, index) => lines.toSpliced(index, 1, ...shares))
    ? placedIn(part, edits)
    : { impossible: "The rows would not read as they should once this one is split." };
}

/** How the row ends; one that ends with the text, as another does. */
function lineEndOf({ part, record }: WrittenRow, { parts }: Reading): string {
  return part.text.slice(record.end, record.next) || (/\r\n|\r|\n/.exec(parts.at(0)?.text ?? "")?.[0] ?? "\n");
}

function shareEdits(row: WrittenRow, line: ServiceLine, share: Share, reading: Reading): readonly Edit[] | undefined {
  const { charge, allowedAmount, dateOfService, minutes = [] } = share;
  const parts = [
    modifierChanges(row, share.modifiers, nearbyRows(line, reading)),
    unitChanges(row, share.units),
    ...minutes.map(({ of, value }) => replaced(row, row.row.minutes[line.minutes.indexOf(of)]?.piece, String(value))),
    ...(charge === undefined ? [] : [amount(row, row.row.charge, charge)]),
    ...(allowedAmount === undefined ? [] : [amount(row, row.row.allowedAmount, allowedAmount)]),
    ...(dateOfService === undefined ? [] : [dateChanges(row, dateOfService)]),
  ];
  const changes: CellChange[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    changes.push(...part);
  }
  return editsOf(row, changes);
}

type Changes = readonly CellChange[] | undefined;

function replaced(row: WrittenRow, piece: Piece | undefined, newText: string): Changes {
  return piece && [{ place: placeOf(row, piece), stretch: piece, newText }];
}

function amount(row: WrittenRow, piece: Piece | undefined, cents: number): Changes {
  return piece && replaced(row, piece, moneyLike(piece.text, cents));
}

/** A last date in a column of its own becomes the same; one in the cell of the first goes. */
function dateChanges(row: WrittenRow, to: CalendarDate): Changes {
  const { date, dateThrough } = row.row;
  const column = placeOfKind(row.table, "date");
  const newText = date === undefined ? to : dateLike(date.text, to);
  if (date === undefined) return column === undefined ? undefined : [{ place: column, stretch: undefined, newText }];
  const place = placeOf(row, date);
  if (dateThrough === undefined) return [{ place, stretch: date, newText }];
  const last = placeOf(row, dateThrough);
  if (last === place) return [{ place, stretch: { start: date.start, end: dateThrough.end }, newText }];
  return [
    { place, stretch: date, newText },
    { place: last, stretch: dateThrough, newText: dateLike(dateThrough.text, to) },
  ];
}
