import { type CalendarDate, addDays } from "../../model/date.ts";

/** The supply of a device, each for a period of its own. The assistant rule does not reach it. */
export const deviceSupplies: ReadonlySet<string> = new Set(["98976", "98977", "98984", "98985"]);

/** What a code for the supply of a device stands for. */
export const daysOfPeriod = 30;

/** Offices that date a period by the end of the month come to 28 days in February: from there on nothing is found. */
const daysCertainlyWithin = 28;

/** The first day that certainly lies in one period with the date, looking back. */
export function firstWithinPeriod(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - daysCertainlyWithin);
}
