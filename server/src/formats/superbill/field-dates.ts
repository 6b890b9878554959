import type { DateRange } from "../../model/claim.ts";
import type { Field } from "../../text/span.ts";
import type { Piece } from "./line.ts";
import { type Target, field, readDate, shifted } from "./target.ts";
import { wordsOf } from "./words.ts";
import { findDate, parseDate } from "./written-date.ts";
import { type WrittenField, firstChunk, longestFormed, pieceWithin, unreadable } from "./written-field.ts";

/** The first and the last date of a range; the first alone where there is one. */
export type WrittenRange = readonly [first: Piece, last: Piece | undefined];

/** The one date of a value; words such as a name or `pending` may stand in its place. */
export function readDateIn(target: Target, value: Piece): ReturnType<typeof readDate> {
  const piece = dateIn(value);
  if (piece !== undefined) return readDate(target, piece);
  if (/\d/.test(value.text)) unreadable(target, firstChunk(value), "This is no date: write 2026-03-12 or 3/12/2026");
  return undefined;
}

/** A value that is a date, or its one word that is: a weekday, a time, a sex or other words may stand beside it. */
export function dateIn(value: Piece): Piece | undefined {
  const bare = findDate(value.text);
  if (bare !== undefined) return pieceWithin(value, bare.start, bare.end);
  const dates = datesAmong(value);
  return dates.length === 1 ? dates[0] : dateInBoxes(value);
}

/** `02 11 1948  F`. */
function dateInBoxes(value: Piece): Piece | undefined {
  const length = /^\d\d \d\d (?:\d{4}|\d\d)(?=\s)/.exec(value.text)?.[0].length;
  return length === undefined ? undefined : pieceWithin(value, 0, length);
}

/** The words of a value that are dates. */
export function datesAmong(value: Piece): readonly Piece[] {
  return wordsOf(value.text.slice(0, longestFormed).replace(/[()]/g, " "))
    .filter((word) => parseDate(word.text) !== undefined)
    .map((word) => shifted(word, value.start));
}

/** A first and a last day, or a first one alone. */
export function readPeriod(target: Target, { label, value }: WrittenField): Field<DateRange> | undefined {
  const dates = datesOfRange(value);
  // The number of a statement, or the day on which it was printed.
  if (/^statement\b(?!\s*(?:period|covers|dates))/i.test(label.text) && dates?.[1] === undefined) return undefined;
  if (dates === undefined) {
    // Words, such as "signed" or "see chart", say nothing of the period and are no mistake; nor is how often the patient comes.
    if (/\d/.test(value.text) && (!howOften.test(value.text) || datesAmong(value).length > 0))
      unreadable(target, firstChunk(value), "The period is not readable: write 2026-01-05 to 2026-04-04");
    return undefined;
  }
  return readRange(target, value, dates);
}

/** `2x/wk x 6 wks`. */
const howOften = /\d\s?[x×]|\b[x×]\s?\d|\b(?:times|visits?)\b|\bper\s(?:w(?:ee)?k|month)/i;

function readRange(target: Target, value: Piece, [first, last]: WrittenRange): Field<DateRange> | undefined {
  const from = readDate(target, first);
  const to = last === undefined ? undefined : readDate(target, last);
  if (from === undefined || (to === undefined && last !== undefined)) return undefined;
  const end = last?.end ?? first.end;
  const covered = pieceWithin(value, first.start - value.start, end - value.start);
  return field(target, covered, { from: from.value, to: to?.value });
}

/** The first and the last date of a range, the first alone where there is one, undefined where it is no range of dates. */
export function datesOfRange(value: Piece): WrittenRange | undefined {
  const text = value.text.slice(0, longestFormed);
  const start = /^from\s+/i.exec(text)?.[0].length ?? 0;
  const whole = pieceWithin(value, start, text.length);
  if (parseDate(whole.text) !== undefined) return [whole, undefined];
  const separator = /\s(?:to|through|thru|until|-)\s|[–—]|\.\.+|(?<=\/\d{2,4})-(?=\d)/i.exec(whole.text);
  if (separator === null) return datesBeside(whole);
  const first = dateIn(pieceWithin(whole, 0, separator.index));
  const rest = pieceWithin(whole, separator.index + separator[0].length, whole.text.length);
  const last = dateIn(rest) ?? dateAtBeginning(rest);
  return first === undefined || last === undefined ? undefined : [first, last];
}

/** Behind the last day may stand another, such as that of the signature. */
function dateAtBeginning(value: Piece): Piece | undefined {
  const [first] = datesAmong(value);
  return first?.start === value.start ? first : undefined;
}

/** `03/01/2026 03/31/2026`, as the boxes of an institutional form stand. */
function datesBeside(value: Piece): readonly [Piece, Piece] | undefined {
  const [first, last, another] = datesAmong(value);
  return first === undefined || last === undefined || another !== undefined ? undefined : [first, last];
}
