import type { ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Field } from "../../text/span.ts";
import { datesAmong, readDateIn } from "./field-dates.ts";
import type { FieldValues } from "./field-values.ts";
import type { Piece } from "./line.ts";
import { type Target, readDate } from "./target.ts";
import type { WrittenField } from "./written-field.ts";

/** The day of a report, or of several; of one that is still to come it says nothing. */
export function readProgressReports(target: Target, values: FieldValues, { value }: WrittenField): void {
  if (/\b(?:due|next|scheduled|planned|pending)\b/i.test(value.text)) return;
  const dates = datesAmong(value);
  const isList =
    dates.length > 1 && dates.every((date, index) => index === 0 || !isRange(value, dates[index - 1], date));
  const read = isList ? dates.map((date) => readDate(target, date)) : [readDateIn(target, value)];
  values.progressReports.push(...read.filter((date) => date !== undefined));
}

/** The first and the last day of a period, of which neither need be that of the report. */
function isRange(value: Piece, first: Piece | undefined, last: Piece): boolean {
  const between = value.text.slice((first ?? last).end - value.start, last.start - value.start);
  return /^\W*(?:to|through|thru|until)\b|^\s*(?:[-–—]|\.\.)/i.test(between);
}

/** The latest up to the first date of service, else the latest of all. */
export function lastReportOf(
  reports: readonly Field<CalendarDate>[],
  lines: readonly ServiceLine[],
): Field<CalendarDate> | undefined {
  const first = lines.reduce<CalendarDate | undefined>((earliest, { dateOfService }) => {
    const date = dateOfService?.value;
    return date === undefined || (earliest !== undefined && earliest <= date) ? earliest : date;
  }, undefined);
  return latestOf(reports.filter(({ value }) => first !== undefined && value <= first)) ?? latestOf(reports);
}

function latestOf(dates: readonly Field<CalendarDate>[]): Field<CalendarDate> | undefined {
  return dates.reduce<Field<CalendarDate> | undefined>(
    (latest, date) => (latest === undefined || date.value > latest.value ? date : latest),
    undefined,
  );
}
