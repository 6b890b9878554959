import type { Field, Span } from "../text/span.ts";
import type { NamedPayer } from "./claim.ts";
import type { CalendarDate } from "./date.ts";
import type { Bucket } from "./discipline.ts";
import type { Cents } from "./money.ts";

/** What a payer says about the use of a year's amount: a service line that it decided, or a balance. */
export type Amount = DecidedLine | BenefitBalance;

/** A service line as a remittance (835) decided it; for a claim that tells of no lines, the claim. */
export interface DecidedLine {
  readonly source: "remittance";
  /** The remittance tells of the claim alone: it has no codes, and which therapy it was only the claim itself can tell. */
  readonly isWholeClaim: boolean;
  /** The line with everything that belongs to it. */
  readonly span: Span;
  /** CLP01: the claim's own id, as it was sent. */
  readonly claimId: Field<string> | undefined;
  /** REF*6R: the provider's own number of the line. */
  readonly lineNumber: Field<string> | undefined;
  readonly payer: NamedPayer;
  /** Without spaces and hyphens, upper case; a corrected id where the payer gives one. */
  readonly beneficiaryId: Field<string> | undefined;
  /** The id under which the claim was sent; undefined unless the payer corrected it. */
  readonly sentBeneficiaryId: Field<string> | undefined;
  readonly dateOfService: Field<CalendarDate> | undefined;
  /** As decided; empty, at the place where it is missing, on a line that names a revenue code alone and for a whole claim. */
  readonly procedure: Field<string>;
  readonly modifiers: readonly Field<string>[];
  /** SVC06: the code that was sent, where another was decided. */
  readonly submittedProcedure: Field<string> | undefined;
  /** Of an institutional line. */
  readonly revenueCode: Field<string> | undefined;
  readonly units: Field<number> | undefined;
  readonly charge: Field<Cents> | undefined;
  readonly paid: Field<Cents> | undefined;
  /** What counts: nothing for a denied line, negative where an earlier decision is taken back; undefined where it can't be told. */
  readonly allowed: Cents | undefined;
  /**
   * Whether the allowed amount is stated (AMT*B6), or is what was paid, what the patient owes of it (deductible, coinsurance,
   * copayment), and what laws such as sequestration took off the payment.
   */
  readonly allowedFrom: "stated" | "paid-and-owed" | undefined;
  /** Which payment told of it, by its trace number, payer and date. */
  readonly payment: string | undefined;
  /** Claim status 22: it takes an earlier decision back. */
  readonly isReversal: boolean;
  /** The payer paid nothing and left nothing to the patient but what it denied. */
  readonly isDenied: boolean;
}

/** What an eligibility answer (271) says was used, or is left, of a year's amount. */
export interface BenefitBalance {
  readonly source: "eligibility";
  readonly span: Span;
  readonly payer: NamedPayer;
  /** Without spaces and hyphens, upper case. */
  readonly beneficiaryId: Field<string> | undefined;
  readonly bucket: Bucket;
  /** The calendar year of service. */
  readonly year: number;
  readonly amount: Field<Cents>;
  readonly kind: "used" | "remaining";
  /** What was taken for granted of its kind or year, in words for the user, where the answer does not say it outright. */
  readonly assumed: string | undefined;
  /** The day of the answer, which it holds up to; undefined where none is stated. */
  readonly asOf: Field<CalendarDate> | undefined;
}
