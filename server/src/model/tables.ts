import type { CalendarDate } from "./date.ts";
import type { Discipline, PlanModifier } from "./discipline.ts";
import type { Cents } from "./money.ts";

/** Where a fact comes from. `verified`: read at the source; `recalled`: known, with that confidence; never an error by itself. */
export interface Source {
  readonly title: string;
  readonly evidence: "verified" | "recalled-high" | "recalled-medium" | "recalled-low";
}

/** A row is true from `from` to `to`, both included; null is open. */
export interface Dated {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** A CPT or HCPCS code that therapy claims carry. */
export interface Procedure {
  readonly code: string;
  /** In the project's own words. */
  readonly description: string;
  /** `always`: needs a plan modifier whoever bills it; `sometimes`: when given under a plan; `companion`: may carry one. */
  readonly disposition: "always" | "sometimes" | "companion" | "not-therapy" | "functional-reporting";
  /** The one plan modifier that Medicare's edits demand; null where the plan of care decides. */
  readonly locked: { readonly modifier: PlanModifier; readonly from: CalendarDate | null } | null;
  /** Who usually bills it; a hint for fixes, not an edit. */
  readonly usualDisciplines: readonly Discipline[];
  readonly category: string;
  readonly timing: Timing;
  /** When the code itself exists. */
  readonly exists: Dated;
  /** When it is on the therapy list; differs from `exists` for codes that left it or joined it. */
  readonly onTherapyList: Dated;
  readonly replaces: readonly string[];
  readonly replacedBy: readonly string[];
  /** The physician fee schedule's status (A payable, B bundled, C contractor-priced, I not valid, N non-covered, R restricted). */
  readonly medicareStatus: "A" | "B" | "C" | "I" | "N" | "R" | null;
  /** The multiple procedure payment reduction applies. */
  readonly isReduced: boolean;
  /** Meanings that changed with time, newest last. */
  readonly meanings?: readonly (Dated & { readonly description: string })[];
  readonly note: string | null;
  readonly source: Source;
}

export type Timing =
  | { readonly kind: "untimed"; readonly basis: string }
  /** `inPool`: a 15-minute code whose minutes the 8-minute rule adds up. */
  | { readonly kind: "timed"; readonly minutes: number; readonly inPool: boolean; readonly basis: string | null };

export interface ModifierMeaning {
  readonly modifier: string;
  readonly group:
    "plan" | "assistant" | "threshold" | "notice" | "distinct-service" | "telehealth" | "functional-severity" | "other";
  /** In the project's own words. */
  readonly meaning: string;
  readonly notes: readonly string[];
  readonly valid: Dated;
  /** Who asks for it, in words. */
  readonly payers: string | null;
  /** What a remittance says when it is missing or wrong, in words. */
  readonly denial: string | null;
  readonly source: Source;
}

/** What a payer may want on a therapy claim. */
export type PayerQuestion = "plan-modifiers" | "assistant-modifiers" | "kx";

/** `unknown` where the payer, or what it wants, is not known: rules are silent. */
export type PayerAnswer = "required" | "optional" | "ignored" | "unknown";

export interface Payer {
  /** `medicare-b`, `medicare-advantage`, `unknown` … */
  readonly id: string;
  readonly name: string;
  /** Other names in claims, lower case. */
  readonly aliases: readonly string[];
  /** X12 SBR09 values that mean this payer where nothing more exact matches. */
  readonly filingIndicators: readonly string[];
  readonly answers: Readonly<Record<PayerQuestion, readonly PayerAnswerRow[]>>;
  /** How minutes become units. */
  readonly unitCounting: "eight-minute-rule" | "rule-of-eights" | "unknown";
  readonly note: string | null;
}

export interface PayerAnswerRow extends Dated {
  readonly answer: PayerAnswer;
  readonly source: Source;
}

/** One calendar year's amounts; the same for both buckets. Null: not known, and never guessed. */
export interface Threshold {
  readonly year: number;
  readonly kxThreshold: Cents | null;
  readonly regime: "cap" | "moratorium" | "cap-with-exceptions" | "kx-threshold";
  readonly law: string | null;
  readonly note: string | null;
  readonly source: Source | null;
}

export interface ReviewThreshold extends Dated {
  readonly reviewThreshold: Cents | null;
  readonly kind: string;
  readonly source: Source;
}

/** Where a service was given. */
export interface PlaceOfService {
  /** Two digits. */
  readonly code: string;
  readonly name: string;
  /** What superbills call it: lower case, without punctuation. */
  readonly words: readonly string[];
  readonly source: Source;
}

/** Whether a dated row is true on a date. */
export function holdsAt(row: Dated, date: CalendarDate): boolean {
  return (row.from === null || row.from <= date) && (row.to === null || date <= row.to);
}
