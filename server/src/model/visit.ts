import type { Claim, ServiceLine } from "./claim.ts";
import type { CalendarDate } from "./date.ts";

/** A service line that counts, with the claim that it stands on: lines of void and replaced claims do not. */
export interface DatedLine {
  readonly claim: Claim;
  readonly line: ServiceLine;
  readonly date: CalendarDate;
}

/** All that one beneficiary had on one day, as far as one document tells. */
export interface Visit {
  readonly date: CalendarDate;
  /** Of the claim that asks, in their order. */
  readonly ownLines: readonly ServiceLine[];
  /** Of the beneficiary's other claims: another discipline, another provider. */
  readonly otherLines: readonly DatedLine[];
}
