import { type CalendarDate, dateOf } from "../../model/date.ts";

/** A date as it stands: perhaps without a year or a century, perhaps one that no calendar has. */
export interface WrittenDate {
  readonly year: number | undefined;
  /** The year has two digits. */
  readonly isShort: boolean;
  readonly month: number;
  readonly day: number;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
// Spelled out: `Jane` and `Mary` are people.
const monthName =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|" +
  "dec(?:ember)?)";
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const monthFirst = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/;
/** As the boxes of a CMS-1500 part it: `02 11 1948`. */
const inBoxes = /^(\d{2}) (\d{2}) (\d{4}|\d{2})$/;
const withoutYear = /^(\d{1,2})\/(\d{1,2})$/;
const aloneName = new RegExp(String.raw`^${monthName}\.?,?$`, "i");
const dayAndName = new RegExp(String.raw`^(\d{1,2})[ -]?(${monthName})\.?[ ,-]{0,2}(\d{4}|\d{2})?$`, "i");
const nameAndDay = new RegExp(
  String.raw`^(${monthName})\.? ?(\d{1,2})(?:st|nd|rd|th)?(?:,? ?(\d{4})|, ?(\d{2}))?$`,
  "i",
);

/** Whether a word could be a month's name, so that its neighbours are looked at. */
export function isMonthName(word: string): boolean {
  return word.length >= 3 && word.length <= 10 && aloneName.test(word);
}

const weekday = String.raw`\(?(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\)?`;
const time = String.raw`(?:\d{1,2}(?::\d{2}){1,2} ?(?:[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)`;
const beforeDate = new RegExp(String.raw`^${weekday}\s+`, "i");
const behindDate = new RegExp(
  String.raw`(?:(?:,?\s+(?:at\s+)?|(?<=\d)T)${time}(?:\s?(?:-|–|to)\s?${time})?)?(?:,?\s*${weekday})?$`,
  "i",
);

/** Where the date stands in a text that is one but for a weekday or a time of day beside it, which say nothing. */
export function findDate(text: string): { readonly start: number; readonly end: number } | undefined {
  if (text.length > 60) return undefined;
  const start = beforeDate.exec(text)?.[0].length ?? 0;
  const end = behindDate.exec(text)?.index ?? text.length;
  return start < end && parseDate(text.slice(start, end)) !== undefined ? { start, end } : undefined;
}

/** Undefined where the text has not the form of a date. */
export function parseDate(text: string): WrittenDate | undefined {
  // A date is looked at several times in a row, and mostly the next row has the same.
  if (text === lastText) return lastDate;
  lastDate = dateIn(text);
  lastText = text;
  return lastDate;
}

let lastText = "";
let lastDate: WrittenDate | undefined;

function dateIn(text: string): WrittenDate | undefined {
  if (text.length < 3 || text.length > 24) return undefined;
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return dateInDigits(text);
  return isLetter(first) ? parseNamed(nameAndDay.exec(withSingleBlanks(text)), 2, 1, 3) : undefined;
}

function dateInDigits(text: string): WrittenDate | undefined {
  if (text.length === 8 && /^\d{8}$/.test(text)) return parseDigits(text);
  // Amounts, codes and numbers end here.
  if (text.length < 6 && !text.includes("/") && !hasLetter.test(text)) return undefined;
  const iso = yearFirst.exec(text);
  if (iso !== null) return written(iso[1], iso[2], iso[3]);
  const american = monthFirst.exec(text);
  if (american !== null) return written(american[4], american[1], american[3]);
  const boxes = inBoxes.exec(text);
  if (boxes !== null) return written(boxes[3], boxes[1], boxes[2]);
  const short = withoutYear.exec(text);
  if (short !== null) return written(undefined, short[1], short[2]);
  return parseNamed(dayAndName.exec(withSingleBlanks(text)), 1, 2, 3);
}

/**
 * The date in the calendar, or undefined where there is none such. A two-digit year is of this century;
 * `year` stands in for one that is not written.
 */
export function toCalendarDate(date: WrittenDate, year?: number): CalendarDate | undefined {
  const own = date.isShort && date.year !== undefined ? 2000 + date.year : date.year;
  const known = own ?? year;
  return known === undefined ? undefined : dateOf(known, date.month, date.day);
}

const hasLetter = /[a-z]/i;

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

function withSingleBlanks(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** `20260312`, else `03122026`. */
function parseDigits(text: string): WrittenDate {
  const iso = written(text.slice(0, 4), text.slice(4, 6), text.slice(6));
  if (toCalendarDate(iso) !== undefined) return iso;
  return written(text.slice(4), text.slice(0, 2), text.slice(2, 4));
}

function parseNamed(match: RegExpExecArray | null, day: number, month: number, year: number): WrittenDate | undefined {
  if (match === null) return undefined;
  const index = months.indexOf((match[month] ?? "").slice(0, 3).toLowerCase());
  return written(match[year] ?? match[4], String(index + 1), match[day]);
}

function written(year: string | undefined, month = "", day = ""): WrittenDate {
  const isShort = year?.length === 2;
  return { year: year === undefined ? undefined : Number(year), isShort, month: Number(month), day: Number(day) };
}
