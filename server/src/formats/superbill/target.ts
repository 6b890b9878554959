import type { CalendarDate } from "../../model/date.ts";
import { yearOf } from "../../model/date.ts";
import type { Problem, ProblemId, TextFix } from "../../model/problem.ts";
import { type Field, type Part, fieldOf, spanOf } from "../../text/span.ts";
import type { Piece } from "./line.ts";
import { type WrittenDate, parseDate, toCalendarDate } from "./written-date.ts";

/** What the readers of fields and rows share: where values lie, and where problems go. Pieces count from the part's beginning. */
export interface Target {
  readonly part: Part;
  readonly problems: Problem[];
  /** The nearest date of service above. */
  dateAbove: Field<CalendarDate> | undefined;
}

export function field<T>(target: Target, piece: Piece, value: T): Field<T> {
  return fieldOf(target.part, piece.start, piece.end, value);
}

export function report(
  target: Target,
  rule: ProblemId,
  piece: Piece,
  message: string,
  fixes?: readonly TextFix[],
): void {
  const span = spanOf(target.part, piece.start, piece.end);
  target.problems.push(fixes === undefined ? { rule, span, message } : { rule, span, message, fixes });
}

/** The date of a text that has the form of one; what is wrong with it is reported. */
export function readDate(target: Target, piece: Piece): Field<CalendarDate> | undefined {
  const written = parseDate(piece.text);
  const year = target.dateAbove === undefined ? undefined : yearOf(target.dateAbove.value);
  return written === undefined ? undefined : resolveDate(target, piece, written, year);
}

export function resolveDate(
  target: Target,
  piece: Piece,
  written: WrittenDate,
  yearAbove: number | undefined,
): Field<CalendarDate> | undefined {
  const date = toCalendarDate(written, yearAbove);
  if (date !== undefined) return field(target, piece, date);
  // A leap year has every day, so what is missing there is in no calendar.
  if (written.year === undefined && yearAbove === undefined && toCalendarDate(written, 2024) !== undefined) {
    report(target, "date-without-year", piece, "The date has no year, and no date of service stands above it");
  } else report(target, "date-invalid", piece, "No calendar has this date");
  return undefined;
}

/** The piece in the part's offsets instead of the line's. */
export function shifted(piece: Piece, by: number): Piece {
  return { text: piece.text, start: piece.start + by, end: piece.end + by };
}
