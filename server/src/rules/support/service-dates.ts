import type { Claim, ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";

/** The earliest and the latest date of service of a claim; undefined where no line has one. */
export function serviceDatesOf(
  claim: Claim,
): { readonly first: CalendarDate; readonly last: CalendarDate } | undefined {
  let first: CalendarDate | undefined;
  let last: CalendarDate | undefined;
  for (const { dateOfService, dateThrough } of claim.serviceLines) {
    if (dateOfService === undefined) continue;
    const { value } = dateOfService;
    const end = dateThrough?.value ?? value;
    if (first === undefined || value < first) first = value;
    if (last === undefined || end > last) last = end;
  }
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** A date that several lines share is judged once, at the first of them. */
export function isFirstOfItsDate(line: ServiceLine, claim: Claim): boolean {
  const date = line.dateOfService?.value;
  return claim.serviceLines.find((other) => other.dateOfService?.value === date) === line;
}

/** The line is of one day only, as far as it says. */
export function isOfOneDay({ dateOfService, dateThrough }: ServiceLine): boolean {
  return dateThrough === undefined || dateThrough.value === dateOfService?.value;
}

export function firstOfMonth(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 8)}01` as CalendarDate;
}
