import type { Claim, Diagnosis, Minutes, NamedPayer, Provider, ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import type { Field, Span } from "../../text/span.ts";
import { memberIdOf, payerOf } from "./claim.ts";
import type { Governing } from "./loops.ts";
import type { SegmentedPart } from "./segment.ts";

/** A part that holds one claim, and reads it again where its values were dropped. */
export interface ClaimPart extends SegmentedPart {
  readonly claimReading: Claim;
  readonly before: { readonly governing: Governing };
}

/**
 * A claim whose values are looked up when they are asked for. A file may hold a hundred thousand claims; each is looked at a few times
 * in a row, and its values are then dropped. A field read twice is equal, but need not be the same object; claims and lines are.
 */
export class ClaimView implements Claim {
  readonly part: ClaimPart;
  #serviceLines: readonly ServiceLine[] | undefined;

  constructor(part: ClaimPart) {
    this.part = part;
  }

  get serviceLines(): readonly ServiceLine[] {
    return (this.#serviceLines ??= this.part.claimReading.serviceLines.map(
      (_line, index) => new ServiceLineView(this.part, index),
    ));
  }

  /** What the levels above say is known without reading the claim, as who has many claims to sort needs it. */
  get beneficiaryId(): Field<string> | undefined {
    return memberIdOf(this.part.before.governing);
  }

  get payer(): NamedPayer {
    return payerOf(this.part.before.governing);
  }

  get statedAmounts(): Claim["statedAmounts"] {
    return nothing;
  }

  get hasSeveralSubjects(): boolean {
    return false;
  }

  get span(): Span {
    return this.part.claimReading.span;
  }

  get head(): Span {
    return this.part.claimReading.head;
  }

  get kind(): Claim["kind"] {
    return this.part.claimReading.kind;
  }

  get claimId(): Field<string> | undefined {
    return this.part.claimReading.claimId;
  }

  get frequency(): Field<string> | undefined {
    return this.part.claimReading.frequency;
  }

  get originalReference(): Field<string> | undefined {
    return this.part.claimReading.originalReference;
  }

  get patient(): Field<string> | undefined {
    return this.part.claimReading.patient;
  }

  get birthDate(): Field<CalendarDate> | undefined {
    return this.part.claimReading.birthDate;
  }

  get billingProvider(): Provider {
    return this.part.claimReading.billingProvider;
  }

  get renderingProvider(): Provider {
    return this.part.claimReading.renderingProvider;
  }

  get referringProvider(): Provider {
    return this.part.claimReading.referringProvider;
  }

  get clinician(): Claim["clinician"] {
    return this.part.claimReading.clinician;
  }

  get placeOfService(): Field<string> | undefined {
    return this.part.claimReading.placeOfService;
  }

  get typeOfBill(): Field<string> | undefined {
    return this.part.claimReading.typeOfBill;
  }

  get statementPeriod(): Claim["statementPeriod"] {
    return this.part.claimReading.statementPeriod;
  }

  get occurrences(): Claim["occurrences"] {
    return this.part.claimReading.occurrences;
  }

  get planOfCare(): Claim["planOfCare"] {
    return this.part.claimReading.planOfCare;
  }

  get recertifications(): Claim["recertifications"] {
    return this.part.claimReading.recertifications;
  }

  get certified(): Field<CalendarDate> | undefined {
    return this.part.claimReading.certified;
  }

  get lastProgressReport(): Field<CalendarDate> | undefined {
    return this.part.claimReading.lastProgressReport;
  }

  get progressReports(): Claim["progressReports"] {
    return this.part.claimReading.progressReports;
  }

  get diagnoses(): readonly Diagnosis[] {
    return this.part.claimReading.diagnoses;
  }

  get abn(): Field<string> | undefined {
    return this.part.claimReading.abn;
  }

  get total(): Field<Cents> | undefined {
    return this.part.claimReading.total;
  }

  get hasOtherCharges(): boolean {
    return this.part.claimReading.hasOtherCharges;
  }

  get notes(): readonly Field<string>[] {
    return this.part.claimReading.notes;
  }
}

const nothing: readonly never[] = [];

class ServiceLineView implements ServiceLine {
  readonly part: ClaimPart;
  readonly #index: number;

  constructor(part: ClaimPart, index: number) {
    this.part = part;
    this.#index = index;
  }

  get #line(): ServiceLine {
    const line = this.part.claimReading.serviceLines[this.#index];
    if (line === undefined) throw new RangeError("a part's text never changes, so neither do its lines");
    return line;
  }

  get span(): Span {
    return this.#line.span;
  }

  get lineNumber(): Field<string> | undefined {
    return this.#line.lineNumber;
  }

  get dateOfService(): Field<CalendarDate> | undefined {
    return this.#line.dateOfService;
  }

  get dateThrough(): Field<CalendarDate> | undefined {
    return this.#line.dateThrough;
  }

  get procedure(): Field<string> {
    return this.#line.procedure;
  }

  get modifiers(): readonly Field<string>[] {
    return this.#line.modifiers;
  }

  get units(): Field<number> | undefined {
    return this.#line.units;
  }

  get minutes(): readonly Minutes[] {
    return this.#line.minutes;
  }

  get charge(): Field<Cents> | undefined {
    return this.#line.charge;
  }

  get allowedAmount(): Field<Cents> | undefined {
    return this.#line.allowedAmount;
  }

  get diagnosisPointers(): readonly Field<string>[] {
    return this.#line.diagnosisPointers;
  }

  get clinician(): ServiceLine["clinician"] {
    return this.#line.clinician;
  }

  get renderingClinician(): ServiceLine["renderingClinician"] {
    return this.#line.renderingClinician;
  }

  get renderingProvider(): Provider | undefined {
    return this.#line.renderingProvider;
  }

  get placeOfService(): Field<string> | undefined {
    return this.#line.placeOfService;
  }

  get revenueCode(): Field<string> | undefined {
    return this.#line.revenueCode;
  }

  get note(): Field<string> | undefined {
    return this.#line.note;
  }

  /** A claim of X12 is one patient's; said without reading the part again. */
  get subject(): undefined {
    return undefined;
  }
}
