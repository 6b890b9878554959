import type { ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { Bucket } from "../model/discipline.ts";
import type { Cents } from "../model/money.ts";
import type { FilePlace, Place } from "../model/place.ts";

/** In which of an office's papers a claim stands: a service is noted in a superbill and then sent in a claim. */
export type Form = "superbill" | "claim";

/** A claim as far as the year's amount is concerned; of any file, and without its text. */
export interface BilledClaim {
  readonly form: Form;
  /** Its file, as the edge names it. */
  readonly file: string;
  /** Where it stands among the claims of its file: smaller is earlier. */
  readonly place: number;
  readonly claimId: string | undefined;
  readonly action: "original" | "replacement" | "void";
  readonly lines: readonly BilledLine[];
  /** What the claim states was used. */
  readonly balances: readonly Balance[];
}

/** A service line of a claim. */
export interface BilledLine {
  /** The line itself where it stands in the document at hand. */
  readonly at: ServiceLine | FilePlace;
  readonly date: CalendarDate | undefined;
  readonly code: string;
  /** The provider's own number of the line, which a remittance repeats; undefined where the format has none. */
  readonly lineNumber: string | undefined;
  readonly modifiers: readonly string[];
  readonly units: number | undefined;
  readonly allowed: Cents | undefined;
  readonly charge: Cents | undefined;
  /** `unknown` for therapy that does not say which; undefined for a line that counts nowhere. */
  readonly bucket: Bucket | "unknown" | undefined;
  /** Two digits; of the line, else of the claim. */
  readonly placeOfService: string | undefined;
}

/** A line with the claim on which it stands. */
export interface Teller {
  readonly claim: BilledClaim;
  readonly line: BilledLine;
  /** Its place among the claim's lines. */
  readonly index: number;
}

/** A line as a payer decided it, of a remittance. What is undefined is as in `DecidedLine`. */
export interface DecidedAmount {
  readonly at: Place;
  readonly file: string;
  /** Where it stands among the amounts of its file. */
  readonly place: number;
  readonly claimId: string | undefined;
  readonly lineNumber: string | undefined;
  readonly date: CalendarDate | undefined;
  /** As decided; empty where only a revenue code is named, or the claim. */
  readonly code: string;
  /** The code that was sent, where another was decided. */
  readonly sentCode: string | undefined;
  readonly modifiers: readonly string[];
  readonly bucket: Bucket | "unknown" | undefined;
  /** Its payer keeps the account for certain; one that is not known may be a second insurer. */
  readonly isOfMedicare: boolean;
  readonly charge: Cents | undefined;
  readonly allowed: Cents | undefined;
  readonly isStated: boolean;
  readonly isReversal: boolean;
  readonly isWholeClaim: boolean;
  /** The payer corrected the beneficiary's id, and this account is of the one that was sent: the line counts in the other's. */
  readonly isForAnother: boolean;
  /** The payer corrected the beneficiary's id to that of this account. */
  readonly wasForAnother: boolean;
  /** Which payment told of it, by its trace number and date: a remittance found in two files counts once. */
  readonly payment: string | undefined;
}

/** What was used of a year's amount up to a day, services of that day included. */
export interface Balance {
  readonly at: Place;
  readonly file: string;
  readonly source: "eligibility" | "stated";
  readonly year: number;
  readonly bucket: Bucket;
  /** Undefined on a label that was left empty on purpose: the amount is not known. */
  readonly amount: Cents | undefined;
  /** Nothing is left of the year's amount: at least that much was used. */
  readonly isAtLeast: boolean;
  /** Of a stated amount without a date it is the day before the claim's first. */
  readonly asOf: CalendarDate;
  /** What had to be taken for granted, in words for the user. */
  readonly assumed: string | undefined;
}

/** All that files tell of one beneficiary. */
export interface Sources {
  readonly claims: readonly BilledClaim[];
  readonly decided: readonly DecidedAmount[];
  /** Of eligibility answers; those that claims state stand with them. */
  readonly balances: readonly Balance[];
}
