import type { CalendarDate } from "../../model/date.ts";
import type { Field } from "../../text/span.ts";
import type { FieldValues } from "./field-values.ts";
import { type Piece, pieceOf } from "./line.ts";
import { type Target, field, readDate, resolveDate, shifted } from "./target.ts";
import { parseDate } from "./written-date.ts";
import { type WrittenField, pieceWithin, unreadable } from "./written-field.ts";

/** Each code with the date behind it, where one stands there; a label may name the first code itself: `Occurrence code 11`. */
export function readOccurrences(target: Target, values: FieldValues, { label, value }: WrittenField): void {
  const labelled = /(?<=[\s-])[a-z0-9]\d$/i.exec(label.text);
  const found =
    labelled === null
      ? []
      : [{ code: shifted(pieceOf(label.text, labelled.index, label.text.length), label.start), date: undefined }];
  const occurrences: { readonly code: Piece; date: Field<CalendarDate> | undefined }[] = found;
  for (const { 0: word, index } of value.text.slice(0, longestList).matchAll(wordOfList)) {
    const piece = pieceWithin(value, index, index + word.length);
    const last = occurrences.at(-1);
    if (/^[a-z0-9]\d$/i.test(word)) occurrences.push({ code: piece, date: undefined });
    else if (!/\d/.test(word)) continue;
    else if (isDateOfOccurrence(word) && last !== undefined && last.date === undefined)
      last.date = readDateOfOccurrence(target, piece);
    else unreadable(target, piece, "An occurrence is a code of two characters and its date: 11 2026-01-05");
  }
  for (const { code, date } of occurrences) {
    values.occurrences.push({ ...field(target, code, code.text.toUpperCase()), date });
  }
}

/** A code may be tied to its date by a hyphen: `11-02/20/2026`. */
const wordOfList =
  /(?<![^\s,;:=()])[a-z0-9]\d(?=-(?:\d{1,2}\/\d|\d{6}(?!\d)|\d{4}-\d\d-\d|\d{1,2}-\d{1,2}-\d))|[^\s,;:=()-][^\s,;:=()]*/gi;

/** A form has ten, each of some twenty characters. */
const longestList = 1000;

/** Institutional forms print `010526`. */
const sixDigits = /^(\d\d)(\d\d)(\d\d)$/;

function isDateOfOccurrence(word: string): boolean {
  return sixDigits.test(word) || parseDate(word) !== undefined;
}

function readDateOfOccurrence(target: Target, piece: Piece): Field<CalendarDate> | undefined {
  const [, month, day, year] = sixDigits.exec(piece.text) ?? [];
  if (year === undefined) return readDate(target, piece);
  const written = { year: Number(year), isShort: true, month: Number(month), day: Number(day) };
  return resolveDate(target, piece, written, undefined);
}
