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
  /** It is billed only beside one of these. */
  readonly addOnTo: readonly string[];
  readonly replaces: readonly string[];
  readonly replacedBy: readonly string[];
  /** The physician fee schedule's status (A payable, B bundled, C contractor-priced, I not valid, N non-covered, R restricted). */
  readonly medicareStatus: "A" | "B" | "C" | "I" | "N" | "R" | null;
  /** It needs hands or equipment at the patient, and can't be given from afar. */
  readonly isHandsOn: boolean;
  /** It has no name of its own: only a description tells what was done. */
  readonly isUnlisted: boolean;
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

/** What a payer may want on a therapy claim. `abn`: whether it takes the advance notice and its modifiers GA, GX, GY, GZ. */
export type PayerQuestion = "plan-modifiers" | "assistant-modifiers" | "kx" | "abn";

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

/** Which of CMS's tables judges a claim: the practitioner's, or that of hospital outpatient departments. */
export type EditSetting = "practitioner" | "outpatient-hospital";

/** Two codes that one provider bills together on one day only under conditions; the second one is denied. */
export interface CodePair {
  readonly column1: string;
  readonly column2: string;
  /** 0: no modifier opens it · 1: one does, where the services were truly separate · 9: never judged. */
  readonly indicator: 0 | 1 | 9;
  /** When it is known to be in force; null where that is not known for any date. Its true beginning may be earlier. */
  readonly inForce: Dated | null;
  /** Its last day, where it was taken out of the table. */
  readonly deletedOn: CalendarDate | null;
}

/** How many units of a code one patient, provider and day can have before the claim is stopped: a ceiling against slips. */
export interface UnitLimit {
  readonly code: string;
  readonly units: number;
  /** 1: per line · 2: per day, absolute · 3: per day, may be overturned with records. */
  readonly indicator: 1 | 2 | 3;
}

/** One published version of a table of edits: CMS's snapshot in `data/`, or the user's newer file. */
export interface EditTable<Edit> {
  /** The first day of the quarter that it was published for. */
  readonly snapshot: CalendarDate;
  readonly source: Source;
  readonly edits: Readonly<Record<EditSetting, Edit>>;
}

/** Pairs by both of their codes. */
export type PairIndex = ReadonlyMap<string, readonly CodePair[]>;

/** Limits by code. */
export type LimitIndex = ReadonlyMap<string, UnitLimit>;

/** What a remittance gives as its reason (CARC) or remark (RARC). */
export interface RemittanceCode {
  /** Upper case: `119`, `N851`. */
  readonly code: string;
  readonly kind: "CARC" | "RARC";
  /** In the project's own words. */
  readonly meaning: string;
  /** When a therapy claim meets it, and what to do, in words. */
  readonly inTherapy: string;
  /** The rules that find its cause before the claim goes out. */
  readonly rules: readonly string[];
  readonly source: Source;
}

/** Why a code of ICD-10-CM can't be billed on a date. */
export interface DiagnosisFault {
  readonly reason: "ended" | "not-begun" | "incomplete" | "without-seventh-character";
  /** The last day of one that ended, the first of one that has not begun. */
  readonly limit: CalendarDate | undefined;
  /** Complete codes of the date, without dots, one of which may be meant; empty where they are too many to name. */
  readonly choices: readonly string[];
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

/** What Medicare bundles, does not cover or does not take is never paid by itself, whatever its modifiers. */
export function isPaidByItself({ medicareStatus }: Procedure): boolean {
  return medicareStatus !== "B" && medicareStatus !== "I" && medicareStatus !== "N";
}

/** Whether a dated row is true on a date. */
export function holdsAt(row: Dated, date: CalendarDate): boolean {
  return (row.from === null || row.from <= date) && (row.to === null || date <= row.to);
}
