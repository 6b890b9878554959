import type { CalendarDate } from "../model/date.ts";

/** When the tables in this folder were last read against their sources. */
export const tablesDate: CalendarDate = "2026-11-22";
