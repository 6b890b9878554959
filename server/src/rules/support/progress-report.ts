import type { Claim } from "../../model/claim.ts";
import { type CalendarDate, addDays } from "../../model/date.ts";
import type { Discipline } from "../../model/discipline.ts";
import type { Field } from "../../text/span.ts";
import type { Context } from "../context.ts";

/** The report is written by the tenth treatment day of its period. */
export const reportPeriod = 10;

/** The latest that is stated up to the day; its own day is still treatment under the one before. */
export function reportBefore(date: CalendarDate, { progressReports }: Claim): Field<CalendarDate> | undefined {
  let latest: Field<CalendarDate> | undefined;
  for (const one of progressReports) {
    if (one.value < date && (latest === undefined || one.value > latest.value)) latest = one;
  }
  return latest;
}

/** On how many days the patient was treated, up to a day, since the report that counts on a date; 0 where none does. */
export function daysSinceReport(
  date: CalendarDate,
  to: CalendarDate,
  discipline: Discipline,
  context: Context,
): number {
  const last = reportBefore(date, context.claim);
  return last === undefined ? 0 : context.treatmentDays(discipline, addDays(last.value, 1), to);
}
