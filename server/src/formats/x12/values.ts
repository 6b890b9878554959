import type { CalendarDate } from "../../model/date.ts";
import { dateOf } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import { type CodeUnits, codeUnitsOf } from "../../text/code-units.ts";
import type { Field, Part } from "../../text/span.ts";
import { fieldOf } from "../../text/span.ts";
import type { Place } from "./segment.ts";

/** A value as it is read from a place; undefined where the place is missing, is empty, or does not hold such a value. */
type Read<T> = (part: Part, place: Place | undefined) => Field<T> | undefined;

export const readText: Read<string> = (part, place) => {
  if (place === undefined || place.start === place.end) return undefined;
  return fieldOf(part, place.start, place.end, textAt(part, place));
};

export const readUpperCase: Read<string> = (part, place) => {
  if (place === undefined || place.start === place.end) return undefined;
  return fieldOf(part, place.start, place.end, upperCase(textAt(part, place)));
};

/** Two characters: anything longer is no place of service but a composite that is cut otherwise than ISA16 says. */
export const readPlaceOfService: Read<string> = (part, place) => {
  const field = readText(part, place);
  return field !== undefined && field.value.length > 2 ? undefined : field;
};

/** Without dot, upper case: an ICD code as payers compare it. */
export const readDiagnosisCode: Read<string> = (part, place) => {
  if (place === undefined || place.start === place.end) return undefined;
  return fieldOf(part, place.start, place.end, withoutDots(upperCase(textAt(part, place))));
};

/** Without spaces and hyphens, upper case. */
export const readMemberId: Read<string> = (part, place) => {
  if (place === undefined || place.start === place.end) return undefined;
  const text = textAt(part, place);
  const id = isPlainId(text) ? text : text.replace(/[\s-]/g, "").toUpperCase();
  return fieldOf(part, place.start, place.end, id);
};

/** Digits and capitals of ASCII alone, as nearly all are. */
function isPlainId(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!((code >= 48 && code <= 57) || (code >= 65 && code <= 90))) return false;
  }
  return true;
}

export const readMoney: Read<Cents> = (part, place) => {
  const cents = place === undefined ? Number.NaN : decimalAt(codeUnitsOf(part), place, 100);
  return place && Number.isSafeInteger(cents) ? fieldOf(part, place.start, place.end, cents) : undefined;
};

export const readNumber: Read<number> = (part, place) => {
  const number = place === undefined ? Number.NaN : decimalAt(codeUnitsOf(part), place, 1);
  return place && !Number.isNaN(number) ? fieldOf(part, place.start, place.end, number) : undefined;
};

/** The date in `CCYYMMDD`, or the first one of a range, or the one of a date with a time. */
export const readDate: Read<CalendarDate> = (part, place) => readDateAt(part, place, 0);

/** The second date of a range, `CCYYMMDD-CCYYMMDD`. */
export const readLastDate: Read<CalendarDate> = (part, place) => readDateAt(part, place, 9);

/** `20260302`, as `readDate` reads it. */
export function dateInDigits(date: CalendarDate): string {
  return date.replaceAll("-", "");
}

/** Whether a place holds nothing but a date, or a range of two. */
export function holdsDates(part: Part, place: Place): boolean {
  if (dateInPlace(part, place) !== undefined) return true;
  const isRange = textAt(part, place).length === 17;
  return readDate(part, place) !== undefined && (!isRange || readLastDate(part, place) !== undefined);
}

/** The text at a place, without line ends inside it, as files wrapped at a fixed width have them. */
export function textAt(part: Part, { start, end }: Place): string {
  const units = codeUnitsOf(part);
  if (end - start > longestUsual) {
    const text = part.text.slice(start, end);
    return hasLineEnd(units, start, end) ? withoutLineEnds(text) : text;
  }
  // Of ASCII the key is exact, length and all.
  let key = 1;
  let slot = 0;
  for (let at = start; at < end; at++) {
    const code = units[at] ?? 0;
    if (code === 10 || code === 13) return withoutLineEnds(part.text.slice(start, end));
    if (code > 127) return part.text.slice(start, end);
    key = key * 128 + code;
    slot = (slot * 31 + code) & (usualKeys.length - 1);
  }
  if (usualKeys[slot] === key) return usualTexts[slot] ?? "";
  usualKeys[slot] = key;
  return (usualTexts[slot] = part.text.slice(start, end));
}

/** Codes, modifiers, qualifiers: a file has few, and many times each. What is found once more need not be cut out. A power of two. */
const usualTexts = new Array<string>(2048).fill("");
const usualKeys = new Float64Array(usualTexts.length);
/** So many characters of seven bits can be told apart by a number. */
const longestUsual = 7;

function hasLineEnd(units: CodeUnits, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (units[at] === 10 || units[at] === 13) return true;
  return false;
}

function withoutLineEnds(text: string): string {
  return text.replace(/[\r\n]+/g, "");
}

function withoutDots(text: string): string {
  return text.includes(".") ? text.replaceAll(".", "") : text;
}

function upperCase(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97) return text.toUpperCase();
  }
  return text;
}

function readDateAt(part: Part, place: Place | undefined, from: number): Field<CalendarDate> | undefined {
  if (place === undefined || place.end - place.start < from + 8) return undefined;
  const only = dateInPlace(part, place);
  if (only !== undefined) return fieldOf(part, place.start, place.end, only);
  const text = textAt(part, place);
  const isRange = text.length === 17 && text.charCodeAt(8) === 45;
  const isSingle = text.length === 8 || text.length === 12;
  if (!isRange && (!isSingle || from > 0)) return undefined;
  const date = calendarDate(digitsAt(text, from, 8));
  if (date === undefined) return undefined;
  const isUnbroken = text.length === place.end - place.start;
  if (!isRange || !isUnbroken) return fieldOf(part, place.start, place.end, date);
  return fieldOf(part, place.start + from, place.start + from + 8, date);
}

/** The date of eight digits that fill the place, as most do. */
function dateInPlace(part: Part, { start, end }: Place): CalendarDate | undefined {
  if (end - start !== 8) return undefined;
  const units = codeUnitsOf(part);
  let digits = 0;
  for (let at = start; at < end; at++) {
    const digit = (units[at] ?? 0) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    digits = digits * 10 + digit;
  }
  return calendarDate(digits);
}

/** The dates read so far: a file has few, and many times each. */
const knownDates = new Map<number, CalendarDate>();

function calendarDate(digits: number): CalendarDate | undefined {
  const known = knownDates.get(digits);
  if (known !== undefined) return known;
  const date = dateOf(Math.floor(digits / 10_000), Math.floor(digits / 100) % 100, digits % 100);
  if (date !== undefined) knownDates.set(digits, date);
  return date;
}

/** -1 where one is not a digit. */
function digitsAt(text: string, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** So many times a decimal number as X12 writes one: an optional minus, digits, at most one point. NaN for anything else. */
function decimalAt(units: CodeUnits, { start, end }: Place, times: number): number {
  const isNegative = units[start] === 45;
  let digits = 0;
  let count = 0;
  let scale = 0;
  for (let at = isNegative ? start + 1 : start; at < end; at++) {
    const code = units[at] ?? 0;
    if (code >= 48 && code <= 57) {
      digits = digits * 10 + (code - 48);
      scale *= 10;
      count++;
    } else if (code === 46 && scale === 0) {
      scale = 1;
    } else if (code !== 10 && code !== 13) {
      return Number.NaN;
    }
  }
  if (count === 0 || count > 15) return Number.NaN;
  return ((isNegative ? -digits : digits) * times) / Math.max(scale, 1);
}
