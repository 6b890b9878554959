import { type CalendarDate, dateOf } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import type { Problem, ProblemId } from "../../model/problem.ts";
import { type Field, type Part, spanOf } from "../../text/span.ts";
import { type Cell, fieldAt } from "./print-line.ts";

/** What is read of a page, with the part that its values lie in and what is found wrong with them. */
export interface Target {
  readonly part: Part;
  readonly problems: Problem[];
}

export function readText({ part }: Target, cell: Cell | undefined): Field<string> | undefined {
  return cell && fieldAt(part, cell, cell.text);
}

export function readUpperCase({ part }: Target, cell: Cell | undefined): Field<string> | undefined {
  return cell && fieldAt(part, cell, cell.text.toUpperCase());
}

/** Without blanks and hyphens, upper case. */
export function readId({ part }: Target, cell: Cell | undefined): Field<string> | undefined {
  return cell && fieldAt(part, cell, cell.text.replace(/[\s-]/g, "").toUpperCase());
}

/** Upper case, without dots: an ICD code as payers compare it. */
export function readDiagnosis({ part }: Target, cell: Cell): Field<string> {
  return fieldAt(part, cell, cell.text.replace(/[\s.]/g, "").toUpperCase());
}

/**
 * An amount with a blank or a point before its cents: `152 00`. Without either, the last two digits are cents where they stand in the
 * box's column of cents, which ends before column `behindCents`; what ends left of it is whole dollars. Else it is undefined.
 */
export function readMoney({ part }: Target, cell: Cell, behindCents: number): Field<Cents> | undefined {
  const [, minus, dollars, cents] = /^\$?(-?)([\d,]*\d)(?: {1,2}|\.)(\d\d)$/.exec(cell.text) ?? [];
  if (dollars !== undefined) return amount(part, cell, `${dollars}${cents ?? ""}`, minus);
  const [, sign, digits = ""] = /^\$?(-?)([\d,]*\d)$/.exec(cell.text) ?? [];
  if (digits.length > 2 && cell.to === behindCents) return amount(part, cell, digits, sign);
  return digits !== "" && cell.to < behindCents - 1 ? amount(part, cell, `${digits}00`, sign) : undefined;
}

function amount(part: Part, cell: Cell, digits: string, minus: string | undefined): Field<Cents> | undefined {
  const cents = Number(digits.replaceAll(",", ""));
  return Number.isSafeInteger(cents) ? fieldAt(part, cell, minus === "-" ? -cents : cents) : undefined;
}

export function readNumber({ part }: Target, cell: Cell): Field<number> | undefined {
  return /^-?\d{1,6}(?:\.\d{1,3})?$/.test(cell.text) ? fieldAt(part, cell, Number(cell.text)) : undefined;
}

/** A date as boxes part it, with or without the blanks: `03 12 26`, `03 12 2026`, `03122026`. */
export interface WrittenDate {
  readonly year: number;
  /** The year has two digits. */
  readonly isShort: boolean;
  readonly month: number;
  readonly day: number;
}

/** Undefined where the cell has not the form of a date. */
export function parseDate(cell: Cell | undefined): WrittenDate | undefined {
  const [, month, day, year] = /^(\d\d?)[ /-]?(\d\d?)[ /-]?(\d{4}|\d\d)$/.exec(cell?.text ?? "") ?? [];
  if (year === undefined) return undefined;
  return { year: Number(year), isShort: year.length === 2, month: Number(month), day: Number(day) };
}

/** A two-digit year is one of this century. */
export function toCalendarDate({ year, isShort, month, day }: WrittenDate): CalendarDate | undefined {
  return dateOf(isShort ? 2000 + year : year, month, day);
}

/** A date of service; undefined, and a problem, where it is none. */
export function readServiceDate(target: Target, cell: Cell | undefined): Field<CalendarDate> | undefined {
  const written = parseDate(cell);
  if (cell === undefined) return undefined;
  const date = written && toCalendarDate(written);
  if (date !== undefined) return fieldAt(target.part, cell, date);
  const isShown = /^[\d /-]{1,10}$/.test(cell.text);
  report(target, "date-invalid", cell, `${isShown ? cell.text : "Box 24A"} is not a date of the calendar`);
  return undefined;
}

/** Where a name may stand by mistake, only what resembles a number is repeated. */
export function reportUnreadable(target: Target, cell: Cell, { item, what }: { item: string; what: string }): void {
  const resemblesNumber = /^[\w$.,+ -]{1,10}$/.test(cell.text) && /\d/.test(cell.text);
  const subject = resemblesNumber ? `Box ${item} says ${cell.text}, which` : `What stands in box ${item}`;
  report(target, "unreadable-cell", cell, `${subject} is not ${what}`);
}

export function report({ part, problems }: Target, rule: ProblemId, cell: Cell, message: string): void {
  const { start, end } = fieldAt(part, cell, undefined);
  problems.push({ rule, span: spanOf(part, start, end), message });
}
