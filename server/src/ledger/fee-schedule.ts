import type { CalendarDate } from "../model/date.ts";
import type { Cents } from "../model/money.ts";

/** What an allowed amount is worked out from. */
export interface FeeLine {
  readonly date: CalendarDate;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  /** Two digits; undefined where none is stated. */
  readonly placeOfService: string | undefined;
}

/** An office's own list of fees, or Medicare's published one. */
export interface FeeSchedule {
  /**
   * What is allowed for each of the lines that one beneficiary has on one day, in all disciplines, for all units; undefined where the
   * schedule does not tell. They belong together: all but the dearest have half of their practice expense.
   */
  allowedAmounts(linesOfDay: readonly FeeLine[]): readonly (Cents | undefined)[];
  /** What is taken for granted in a line's amount, in words for the user: `the national amount, since no locality is set`. */
  doubtOf?(line: FeeLine): string | undefined;
}
