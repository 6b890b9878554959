import type { CalendarDate } from "../model/date.ts";
import type { Bucket } from "../model/discipline.ts";
import type { Cents } from "../model/money.ts";
import type { Place } from "../model/place.ts";
import type { Bounds } from "../model/used-amount.ts";

/** Where an amount comes from, the best first; `unknown` where nothing tells it. */
export type AmountSource =
  "eligibility" | "remittance" | "stated" | "opening" | "allowed" | "fee-schedule" | "charge" | "unknown";

/** One beneficiary's use of one amount of one year. */
export interface LedgerYear {
  /** Undefined for a claim that names none: it is a ledger of its own. */
  readonly beneficiaryId: string | undefined;
  readonly year: number;
  readonly bucket: Bucket;
  readonly threshold: Cents | undefined;
  /** In order of date; of one date by claim id, file and place. */
  readonly steps: readonly LedgerStep[];
  /** With all of them. */
  readonly used: Bounds;
  /** The sum of charges where nothing better is known takes part in `used.high` alone. */
  readonly passedAt: LedgerStep | undefined;
  /** Nothing tells what was used before the first line. */
  readonly isMissing: boolean;
  readonly doubts: readonly string[];
}

/** A service that counts once, whichever files tell of it; or a balance, with which the sum begins anew. */
export interface LedgerStep {
  readonly kind: "service" | "balance";
  readonly date: CalendarDate;
  /** Undefined for a balance, and for a decision that names the claim alone. */
  readonly code: string | undefined;
  /** What it adds; of a balance, what was used. */
  readonly amount: Bounds;
  readonly source: AmountSource;
  readonly before: Bounds;
  readonly after: Bounds;
  readonly hasKx: boolean;
  /** Every place that tells of it, the one whose amount was taken first. */
  readonly places: readonly Place[];
  /** What else is to be known of it and takes nothing from the amount, in words for the user: that two files told of it. */
  readonly notes: readonly string[];
  /** What was assumed or left out, in words for the user: `the national amount, since no locality is set`. */
  readonly doubts: readonly string[];
}
