import type { CalendarDate } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";

/**
 * An amount, written with or without the blank or point that the old one has. Without either, the old one's last two digits are cents
 * where `hasCents`; else it is whole dollars. Undefined where the amount can't be written so.
 */
export function moneyLike(old: string, cents: Cents, hasCents: boolean): string | undefined {
  const [, separator = hasCents ? "" : undefined] = /\d( {1,2}|\.)\d\d$/.exec(old) ?? [];
  const digits = String(Math.abs(cents)).padStart(3, "0");
  const dollars = (old.startsWith("$") ? "$" : "") + (cents < 0 ? "-" : "") + digits.slice(0, -2);
  if (separator !== undefined) return dollars + separator + digits.slice(-2);
  return cents % 100 === 0 ? dollars : undefined;
}

/** A date, written with the blanks and as many digits of the year as the old one has; undefined where that is none. */
export function dateLike(old: string, date: CalendarDate): string | undefined {
  const [, first = "", second = "", oldYear = ""] = /^\d\d([ /-]?)\d\d([ /-]?)(\d{4}|\d\d)$/.exec(old) ?? [];
  const [year = "", month = "", day = ""] = date.split("-");
  return oldYear === "" ? undefined : month + first + day + second + year.slice(-oldYear.length);
}
