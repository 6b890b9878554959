import type { CalendarDate } from "../../model/date.ts";
import { dateOf } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import { type CodeUnits, codeUnitsOf } from "../../text/code-units.ts";
import type { Field, Part } from "../../text/span.ts";
import { fieldOf } from "../../text/span.ts";
import { type Place, found } from "./place.ts";
import type { Segment } from "./segment.ts";

/**
 * A value as it is read from element `n` of a segment, or from a component of it; undefined where nothing stands there, or no such value.
 */
type Read<T> = (segment: Segment, n: number, component?: number) => Field<T> | undefined;

export const readText: Read<string> = (segment, n, component) => {
  return segment.find(n, component) ? fieldFound(segment.part, textFound(segment.part)) : undefined;
};

export const readUpperCase: Read<string> = (segment, n, component) => {
  return segment.find(n, component) ? fieldFound(segment.part, upperCase(textFound(segment.part))) : undefined;
};

/** Two characters: anything longer is no place of service but a composite that is cut otherwise than ISA16 says. */
export const readPlaceOfService: Read<string> = (segment, n, component) => {
  const field = readText(segment, n, component);
  return field !== undefined && field.value.length > 2 ? undefined : field;
};

/** Without dot, upper case: an ICD code as payers compare it. */
export const readDiagnosisCode: Read<string> = (segment, n, component) => {
  if (!segment.find(n, component)) return undefined;
  return fieldFound(segment.part, withoutDots(upperCase(textFound(segment.part))));
};

/** Without spaces and hyphens, upper case. */
export function asMemberId(field: Field<string>): Field<string> {
  const { part, start, end, value } = field;
  return isPlainId(value) ? field : fieldOf(part, start, end, value.replace(/[\s-]/g, "").toUpperCase());
}

/** Digits and capitals of ASCII alone, as nearly all are. */
function isPlainId(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!((code >= 48 && code <= 57) || (code >= 65 && code <= 90))) return false;
  }
  return true;
}

export const readMoney: Read<Cents> = (segment, n, component) => {
  if (!segment.find(n, component)) return undefined;
  const cents = decimalFound(codeUnitsOf(segment.part), 100);
  return Number.isSafeInteger(cents) ? fieldFound(segment.part, cents) : undefined;
};

export const readNumber: Read<number> = (segment, n, component) => {
  const number = numberIn(segment, n, component);
  return number === undefined ? undefined : fieldFound(segment.part, number);
};

/** The number by itself. */
export function numberIn(segment: Segment, n: number, component?: number): number | undefined {
  if (!segment.find(n, component)) return undefined;
  const number = decimalFound(codeUnitsOf(segment.part), 1);
  return Number.isNaN(number) ? undefined : number;
}

/** The date in `CCYYMMDD`, or the first one of a range, or the one of a date with a time. */
export const readDate: Read<CalendarDate> = (segment, n, component) => {
  return segment.find(n, component) ? dateFound(segment.part, 0) : undefined;
};

/** The second date of a range, `CCYYMMDD-CCYYMMDD`. */
export const readLastDate: Read<CalendarDate> = (segment, n, component) => {
  return segment.find(n, component) ? dateFound(segment.part, 9) : undefined;
};

/** `20260302`, as `readDate` reads it. */
export function dateInDigits(date: CalendarDate): string {
  return date.replaceAll("-", "");
}

/** Whether an element holds nothing but a date, or a range of two. */
export function holdsDates(segment: Segment, n: number): boolean {
  if (segment.find(n) && dateFilling(segment.part) !== undefined) return true;
  const date = readDate(segment, n);
  if (date === undefined) return false;
  const isRange = segment.find(n) && textFound(segment.part).length === 17;
  return !isRange || readLastDate(segment, n) !== undefined;
}

/** The text of an element, or of a component of it; empty where there is none. */
export function textOf(segment: Segment, n: number, component?: number): string {
  return segment.find(n, component) ? textFound(segment.part) : "";
}

/** A field of what was found last. */
function fieldFound<T>(part: Part, value: T): Field<T> {
  return fieldOf(part, found.start, found.end, value);
}

/** The text that was found last, without line ends inside it, as files wrapped at a fixed width have them. */
function textFound(part: Part): string {
  return textBetween(part, found.start, found.end);
}

/** The text at a place, without line ends inside it. */
export function textAt(part: Part, { start, end }: Place): string {
  return textBetween(part, start, end);
}

function textBetween(part: Part, start: number, end: number): string {
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

/** The date that begins so far behind the place that was found last: of a range, 0 or 9. */
function dateFound(part: Part, from: number): Field<CalendarDate> | undefined {
  const { start, end } = found;
  if (end - start < from + 8) return undefined;
  const only = dateFilling(part);
  if (only !== undefined) return fieldOf(part, start, end, only);
  const text = textBetween(part, start, end);
  const isRange = text.length === 17 && text.charCodeAt(8) === 45;
  const isSingle = text.length === 8 || text.length === 12;
  if (!isRange && (!isSingle || from > 0)) return undefined;
  const date = calendarDate(digitsAt(text, from, 8));
  if (date === undefined) return undefined;
  const isUnbroken = text.length === end - start;
  if (!isRange || !isUnbroken) return fieldOf(part, start, end, date);
  return fieldOf(part, start + from, start + from + 8, date);
}

/** The date of what was found last where it is eight digits and nothing else, as most are. */
function dateFilling(part: Part): CalendarDate | undefined {
  if (found.end - found.start !== 8) return undefined;
  const digits = wholeFound(codeUnitsOf(part));
  return digits < 0 ? undefined : calendarDate(digits);
}

/** The whole number of at most nine digits that was found last; -1 where it is none. */
function wholeFound(units: CodeUnits): number {
  if (found.end - found.start > 9) return -1;
  let whole = 0;
  for (let at = found.start; at < found.end; at++) {
    const digit = digitOf(units[at]);
    if (digit < 0) return -1;
    whole = whole * 10 + digit;
  }
  return whole;
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

/**
 * So many times the number that was found last, as X12 writes one: an optional minus, digits, at most one point. NaN for anything else.
 */
function decimalFound(units: CodeUnits, times: number): number {
  const isNegative = units[found.start] === 45;
  let digits = 0;
  let count = 0;
  let scale = 0;
  for (let at = isNegative ? found.start + 1 : found.start; at < found.end; at++) {
    const code = units[at];
    const digit = digitOf(code);
    if (digit >= 0) {
      digits = digits * 10 + digit;
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

/** -1 where it is none. */
function digitOf(code: number | undefined): number {
  return code !== undefined && code >= 48 && code <= 57 ? code - 48 : -1;
}
