import type { Impossible, Share } from "../../model/change.ts";
import type { ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import { type Edit, applyEdits } from "../../text/edit.ts";
import { type PartEdit, spanOf } from "../../text/span.ts";
import { plainLine } from "../claim-view.ts";
import type { Reading } from "../format.ts";
import type { Line, Piece } from "./line.ts";
import { lineAround, lineEndOf } from "./part-lines.ts";
import { readsBack, shownLine } from "./read-back.ts";
import { rowAt } from "./row-at.ts";
import { readRow } from "./row-reader.ts";
import { type RowText, type Wanted, padded, readsAs } from "./row-text.ts";
import { isSuperbillPart } from "./superbill-part.ts";
import { columnOf } from "./table.ts";
import { fillDate } from "./write-date.ts";
import { waysToWriteModifiers } from "./write-modifiers.ts";
import { endOfWord, waysToWriteUnits } from "./write-units.ts";
import { dateLike, moneyLike } from "./written-like.ts";

/** Makes two rows of one, the second right behind the first and written as it is. */
export function splitRow(
  line: ServiceLine,
  into: readonly [Share, Share],
  reading: Reading,
): readonly PartEdit[] | Impossible {
  const { part } = line;
  const at = lineAround(part.text, line.span.start);
  const row = isSuperbillPart(part) ? rowAt(part, at) : undefined;
  if (row === undefined) return { impossible: "The line is no service line of a superbill." };
  const [first, second] = into.map((share) => rowOf(row, line, share));
  if (first === undefined || second === undefined) {
    return { impossible: "A row with these values cannot be written in the way of this one." };
  }
  const end = at.start + at.text.length;
  const newText = lineEndOf(part.text, at) + second.replace(/^\uFEFF/, "");
  const edits = [changeOf(line, at, first), { span: spanOf(part, end, end), newText }];
  const expected = (lines: readonly string[], index: number): readonly string[] =>
    lines.toSpliced(index, 1, ...into.map((share) => shownLine(lineOf(line, share))));
  return readsBack(reading, edits, line, expected)
    ? edits
    : { impossible: "The lines would not read as they should once this one is split." };
}

/** The edit of the row that leaves alone what it begins and ends with. */
function changeOf({ part }: ServiceLine, { text, start }: Line, newText: string): PartEdit {
  const shorter = Math.min(text.length, newText.length);
  let before = 0;
  while (before < shorter && text.charAt(before) === newText.charAt(before)) before++;
  let behind = 0;
  while (behind < shorter - before && text.at(-1 - behind) === newText.at(-1 - behind)) behind++;
  const span = spanOf(part, start + before, start + text.length - behind);
  return { span, newText: newText.slice(before, newText.length - behind) };
}

/** The line as it is meant once it holds one share. */
export function lineOf(line: ServiceLine, share: Share): ServiceLine {
  const { part, start, end } = line.procedure;
  const fieldOf = <T>(value: T): { part: typeof part; start: number; end: number; value: T } => ({
    part,
    start,
    end,
    value,
  });
  const valueOf = (index: number): number => share.minutes?.[index]?.value ?? 0;
  return {
    ...plainLine(line),
    modifiers: share.modifiers.map(fieldOf),
    units: fieldOf(share.units),
    charge: share.charge === undefined ? line.charge : fieldOf(share.charge),
    allowedAmount: share.allowedAmount === undefined ? line.allowedAmount : fieldOf(share.allowedAmount),
    minutes:
      share.minutes === undefined
        ? line.minutes
        : line.minutes.map((minutes, index) => ({ ...minutes, value: valueOf(index) })),
    ...(share.dateOfService !== undefined && { dateOfService: fieldOf(share.dateOfService), dateThrough: undefined }),
  };
}

/** The row's text with a share's values in their places, one after the other; undefined where one has none. */
function rowOf(row: RowText, line: ServiceLine, share: Share): string | undefined {
  let current: RowText | undefined = row;
  for (const step of stepsTo(line, share)) {
    current = current && step(current);
  }
  return current?.text;
}

type Step = (row: RowText) => RowText | undefined;

function stepsTo(line: ServiceLine, share: Share): readonly Step[] {
  const { charge, allowedAmount, dateOfService } = share;
  return [
    (row) => taken(row, waysToWriteModifiers(row, share.modifiers), { modifiers: share.modifiers }),
    (row) => taken(row, waysToWriteUnits(row, share.units), { units: share.units }),
    ...(share.minutes ?? []).map(({ of, value }): Step => {
      const index = line.minutes.indexOf(of);
      return (row) => withMinutes(row, index, value);
    }),
    ...(charge === undefined ? [] : [(row: RowText) => withAmount(row, "charge", charge)]),
    ...(allowedAmount === undefined ? [] : [(row: RowText) => withAmount(row, "allowedAmount", allowedAmount)]),
    ...(dateOfService === undefined ? [] : [(row: RowText) => withDate(row, dateOfService)]),
  ];
}

/** The row after the first way that reads as it should. */
function taken(row: RowText, ways: readonly (readonly Edit[] | undefined)[], wanted: Wanted): RowText | undefined {
  const edits = ways.find((way) => way !== undefined && readsAs(row, way, wanted));
  if (edits === undefined) return undefined;
  const text = applyEdits(row.text, edits);
  const changed = readRow(text, row.table);
  return changed && { ...row, text, row: changed };
}

function withMinutes(row: RowText, index: number, value: number): RowText | undefined {
  const minutes = row.row.minutes[index];
  if (minutes === undefined) return undefined;
  const piece = { ...minutes.piece, text: String(value) };
  return taken(row, waysToReplace(row, [minutes.piece], [piece.text]), {
    values: { minutes: row.row.minutes.with(index, { ...minutes, piece }) },
  });
}

function withAmount(row: RowText, name: "charge" | "allowedAmount", cents: number): RowText | undefined {
  const old = row.row[name];
  if (old === undefined) return undefined;
  const text = moneyLike(old.text, cents);
  return taken(row, waysToReplace(row, [old], [text]), { values: { [name]: { ...old, text } } });
}

/** A last date goes, or is the same in a column of its own; a row without a date takes it where it has a place. */
function withDate(row: RowText, to: CalendarDate): RowText | undefined {
  const { date, dateThrough } = row.row;
  if (date === undefined) return taken(row, [fillDate(row, to)], { values: { date: { text: to, start: 0, end: 0 } } });
  const first = { ...date, text: dateLike(date.text, to) };
  if (dateThrough !== undefined && row.table !== undefined && columnOf(row.table, "dateThrough") !== undefined) {
    const last = { ...dateThrough, text: dateLike(dateThrough.text, to) };
    const ways = waysToReplace(row, [date, dateThrough], [first.text, last.text]);
    return taken(row, ways, { values: { date: first, dateThrough: last } });
  }
  const range = { ...date, end: dateThrough?.end ?? date.end };
  return taken(row, waysToReplace(row, [range], [first.text]), { values: { date: first, dateThrough: undefined } });
}

/** With what stands to the right in its place as far as there is room, and without. */
function waysToReplace(row: RowText, pieces: readonly Piece[], texts: readonly string[]): readonly (readonly Edit[])[] {
  const edits = pieces.map(({ start, end }, index) => ({ start, end, newText: texts[index] ?? "" }));
  return [padded(row, edits, endOfWord(row.text, pieces.at(-1)?.end ?? 0)), edits];
}
