/** A calendar date, `2026-03-12`. Dates of this form compare as text: `a < b` is earlier. */
export type CalendarDate = `${number}-${number}-${number}`;

/** The date, or undefined where the calendar has none such (or a year outside 1900 to 2199). */
export function dateOf(year: number, month: number, day: number): CalendarDate | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate;
}

/** The date in `YYYY-MM-DD`, or undefined. */
export function parseIsoDate(text: string): CalendarDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  return dateOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

export function yearOf(date: CalendarDate): number {
  let year = 0;
  for (let place = 0; place < 4; place++) year = year * 10 + date.charCodeAt(place) - zero;
  return year;
}

const zero = "0".charCodeAt(0);

/** The date so many days later, or earlier where negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10) as CalendarDate;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** How many days later the second date is. */
export function daysBetween(first: CalendarDate, second: CalendarDate): number {
  return Math.round((Date.parse(second) - Date.parse(first)) / 86_400_000);
}
