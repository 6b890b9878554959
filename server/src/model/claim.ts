import type { Field, Part, Span } from "../text/span.ts";
import type { Clinician } from "./clinician.ts";
import type { CalendarDate } from "./date.ts";
import {
  type AssistantModifier,
  type Bucket,
  type PlanModifier,
  isAssistantModifier,
  isPlanModifier,
} from "./discipline.ts";
import type { Cents } from "./money.ts";

/**
 * One claim, in whatever format it was written. Every value carries the span that it was read from;
 * the span may lie in another part (an X12 subscriber governs many claims). A field that is not there is undefined.
 */
export interface Claim {
  /** The part that holds the claim. */
  readonly part: Part;
  /** The whole claim within its part. */
  readonly span: Span;
  /** Where a finding about the claim as a whole is shown: the title's words, the CLM segment's id. */
  readonly head: Span;
  /** Institutional where a type of bill says so. */
  readonly kind: "professional" | "institutional";
  readonly claimId: Field<string> | undefined;
  /** 1 original, 7 replacement, 8 void. */
  readonly frequency: Field<string> | undefined;
  /**
   * The payer's own number of the claim that this one replaces or takes back (X12's REF*F8, item 22 of the CMS-1500). Empty where the
   * format has a place for it in which nothing stands; undefined where it has none.
   */
  readonly originalReference: Field<string> | undefined;
  readonly patient: Field<string> | undefined;
  readonly birthDate: Field<CalendarDate> | undefined;
  /** The member id without spaces and hyphens, upper case. */
  readonly beneficiaryId: Field<string> | undefined;
  readonly payer: NamedPayer;
  readonly billingProvider: Provider;
  readonly renderingProvider: Provider;
  readonly referringProvider: Provider;
  /** The therapist that the claim as a whole names. */
  readonly clinician: Field<Clinician> | undefined;
  /** Two digits. */
  readonly placeOfService: Field<string> | undefined;
  /** Three characters or four with a leading zero, as written: `131`. */
  readonly typeOfBill: Field<string> | undefined;
  /** From and through on an institutional claim. */
  readonly statementPeriod: Field<DateRange> | undefined;
  /** The occurrence codes of an institutional claim, such as 11 onset, 29 PT plan, 35 PT begun, 32 notice given. */
  readonly occurrences: readonly Occurrence[];
  /** The first that is stated. */
  readonly planOfCare: Field<DateRange> | undefined;
  /** Later periods, in the order written; one day alone is the period's first or that of the signature. */
  readonly recertifications: readonly Field<DateRange>[];
  readonly certified: Field<CalendarDate> | undefined;
  /** Of several the latest up to the claim's first date of service, or the latest of all where none is. */
  readonly lastProgressReport: Field<CalendarDate> | undefined;
  /** All that are stated, in the order written. */
  readonly progressReports: readonly Field<CalendarDate>[];
  readonly diagnoses: readonly Diagnosis[];
  readonly statedAmounts: readonly StatedAmount[];
  readonly abn: Field<string> | undefined;
  readonly total: Field<Cents> | undefined;
  /** The claim states amounts beside those of its service lines, such as for supplies or a balance, which its total may include. */
  readonly hasOtherCharges: boolean;
  /** Of the last page of a claim that is printed over several: what those before it charge, each of which leaves its total open. */
  readonly earlierPages?: ChargedLines | undefined;
  /** In free text: an NPI stands there of which nothing says whose it is. */
  readonly hasUnclearNpi?: boolean;
  readonly notes: readonly Field<string>[];
  readonly serviceLines: readonly ServiceLine[];
  /** A table of several patients was written as one claim: what the claim says of its patient need not hold for its lines. */
  readonly hasSeveralSubjects: boolean;
}

export interface ChargedLines {
  readonly count: number;
  readonly charge: Cents;
}

export interface NamedPayer {
  readonly name: Field<string> | undefined;
  /** X12's SBR09, such as MB for Medicare Part B. */
  readonly filingIndicator: Field<string> | undefined;
  readonly payerId: Field<string> | undefined;
}

export interface Provider {
  readonly name: Field<string> | undefined;
  readonly npi: Field<string> | undefined;
  readonly taxonomy: Field<string> | undefined;
  readonly taxId: Field<string> | undefined;
}

/** `to` is undefined where only a start date stands. */
export interface DateRange {
  readonly from: CalendarDate;
  readonly to: CalendarDate | undefined;
}

/** An occurrence code of two characters, upper case. */
export interface Occurrence extends Field<string> {
  readonly date: Field<CalendarDate> | undefined;
}

/** A code of ICD-10-CM, or ICD-9-CM before it, upper case and without its dot; lines point to it by its letter. */
export interface Diagnosis extends Field<string> {
  /** A to L; to Y on an institutional claim of X12, whose lines point to none. */
  readonly letter: string;
  /** Which codes X12 says it is one of; undefined where the format does not say. */
  readonly codeSet: "ICD-10" | "ICD-9" | undefined;
}

/** What the claim says was used of a year's amount before it. */
export interface StatedAmount {
  readonly bucket: Bucket;
  readonly span: Span;
  /** Undefined where the label stands without an amount: the biller says that it is not known. */
  readonly amount: Field<Cents> | undefined;
  /** Services of this date are included. Undefined: it means before the claim's first date of service. */
  readonly asOf: Field<CalendarDate> | undefined;
}

export interface ServiceLine {
  readonly part: Part;
  /** The whole line: a row, or a segment and those that belong to it. */
  readonly span: Span;
  /** The provider's own number of the line, which a remittance repeats (REF*6R), in formats that have a place for it. */
  readonly lineNumber?: Field<string> | undefined;
  /** Inherited ones have the span of the field they come from. */
  readonly dateOfService: Field<CalendarDate> | undefined;
  /** The last date of a line that covers several. */
  readonly dateThrough: Field<CalendarDate> | undefined;
  /** CPT or HCPCS, upper case, as written otherwise: not every one is a code. */
  readonly procedure: Field<string>;
  /** Upper case, in the order written. */
  readonly modifiers: readonly Field<string>[];
  readonly units: Field<number> | undefined;
  readonly minutes: readonly Minutes[];
  readonly charge: Field<Cents> | undefined;
  readonly allowedAmount: Field<Cents> | undefined;
  /** Letters A to L. */
  readonly diagnosisPointers: readonly Field<string>[];
  /** Who treated, in the line's own words. */
  readonly clinician: Field<Clinician> | undefined;
  /** Whom a column of rendering providers names: who answers for the line and bills it, and need not have treated. */
  readonly renderingClinician: Field<Clinician> | undefined;
  readonly renderingProvider: Provider | undefined;
  readonly placeOfService: Field<string> | undefined;
  readonly revenueCode: Field<string> | undefined;
  readonly note: Field<string> | undefined;
  /** Whose line it is, where a table names the patient in a column; upper case, letters and digits alone. */
  readonly subject: Field<string> | undefined;
}

/** Minutes of one line, of one kind of clinician where a column says so. */
export interface Minutes extends Field<number> {
  readonly clinician: "PT" | "PTA" | "OT" | "OTA" | "SLP" | undefined;
}

export const noProvider: Provider = { name: undefined, npi: undefined, taxonomy: undefined, taxId: undefined };

/** What the claim is to one that was sent before it. */
export function actionOf({ frequency }: Claim): "original" | "replacement" | "void" {
  if (frequency?.value === "8") return "void";
  return frequency?.value === "7" ? "replacement" : "original";
}

/** A void claim takes another back; it is not checked. */
export function isVoid(claim: Claim): boolean {
  return claim.frequency?.value === "8";
}

export function hasModifier(line: ServiceLine, modifier: string): boolean {
  for (const { value } of line.modifiers) if (value === modifier) return true;
  return false;
}

/** Where the line carries the modifier; the first place of several. */
export function modifierOn(line: ServiceLine, modifier: string): Field<string> | undefined {
  return line.modifiers.find((field) => field.value === modifier);
}

export function planModifiersOf(line: ServiceLine): readonly Field<PlanModifier>[] {
  return line.modifiers.filter(namesPlan);
}

/** The line's one plan modifier; undefined where it has none, or several. */
export function onlyPlanModifierOf(line: ServiceLine): Field<PlanModifier> | undefined {
  let only: Field<PlanModifier> | undefined;
  for (const field of line.modifiers) {
    if (!namesPlan(field)) continue;
    if (only !== undefined) return undefined;
    only = field;
  }
  return only;
}

export function hasPlanModifier(line: ServiceLine): boolean {
  return line.modifiers.some(namesPlan);
}

function namesPlan(field: Field<string>): field is Field<PlanModifier> {
  return isPlanModifier(field.value);
}

export function assistantModifiersOf(line: ServiceLine): readonly Field<AssistantModifier>[] {
  return line.modifiers.filter((field): field is Field<AssistantModifier> => isAssistantModifier(field.value));
}

export function areOfSeveralSubjects(serviceLines: readonly ServiceLine[]): boolean {
  let first: string | undefined;
  for (const { subject } of serviceLines) {
    if (subject === undefined) continue;
    if (first !== undefined && subject.value !== first) return true;
    first = subject.value;
  }
  return false;
}

/** Whether a table names different patients for the two. */
export function areOfTwoSubjects(first: ServiceLine, second: ServiceLine): boolean {
  return first.subject !== undefined && second.subject !== undefined && first.subject.value !== second.subject.value;
}

/** Who treated, as the line says it, else the claim as a whole. */
export function clinicianOf(line: ServiceLine | undefined, claim: Claim): Field<Clinician> | undefined {
  return line?.clinician ?? claim.clinician;
}
