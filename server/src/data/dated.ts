import type { CalendarDate } from "../model/date.ts";
import type { Dated } from "../model/tables.ts";

/** True at any date, or with limits that are not established. */
export const always: Dated = { from: null, to: null };

export function since(from: CalendarDate): Dated {
  return { from, to: null };
}

export function until(to: CalendarDate): Dated {
  return { from: null, to };
}

export function between(from: CalendarDate, to: CalendarDate): Dated {
  return { from, to };
}
