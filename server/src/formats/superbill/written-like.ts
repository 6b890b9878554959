import type { CalendarDate } from "../../model/date.ts";
import { type Cents, formatCents } from "../../model/money.ts";

/** An amount as another is written: `$39`, `1,234.50`, `(44.00)`. Cents that are not nought are always written. */
export function moneyLike(written: string, cents: Cents): string {
  const digits = formatCents(Math.abs(cents));
  const grouped = written.includes(",") || Math.abs(cents) < 100_000 ? digits : digits.replaceAll(",", "");
  const short = written.includes(".") ? grouped : grouped.replace(/\.00$/, "");
  const amount = (written.includes("$") ? "$" : "") + short;
  if (cents >= 0) return amount;
  return written.startsWith("(") ? `(${amount})` : `-${amount}`;
}

/** A date as another is written: `3/13/26`, `03-13-2026`, `20260313`; in digits alone where months are named. */
export function dateLike(written: string, date: CalendarDate): string {
  const [year = "", month = "", day = ""] = date.split("-");
  if (/^\d{6,8}$/.test(written)) return /^(?:19|20)\d\d[01]/.test(written) ? year + month + day : month + day + year;
  const form = /^(\d+)([-/. ])(\d+)(?:\2(\d+))?$/.exec(written);
  if (form === null) return date;
  const [, first = "", mark = "", second = "", third] = form;
  if (first.length === 4) return [year, month, day].join(mark);
  const short = third === undefined ? [] : [year.slice(-third.length)];
  return [padLike(first, month), padLike(second, day), ...short].join(mark);
}

/** `3` beside `3`, `03` beside `03`. */
function padLike(written: string, digits: string): string {
  return written.length === 1 ? String(Number(digits)) : digits;
}
