import type { Claim, Diagnosis, Minutes, NamedPayer, Provider, ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { Cents } from "../model/money.ts";
import type { Field, Part, Span } from "../text/span.ts";

/** A part that holds claims, and reads them again where their values were dropped. */
export interface ClaimPart extends Part {
  /** Its claims with all their values: read again, they are as many and say the same. */
  readonly claimReadings: readonly Claim[];
}

/**
 * A claim whose values are looked up when they are asked for. A file may hold a hundred thousand claims; each is looked at a few times
 * in a row, and its values are then dropped. A field read twice is equal, but need not be the same object; claims and lines are.
 */
export class ClaimView<P extends ClaimPart = ClaimPart> implements Claim {
  readonly part: P;
  readonly #index: number;
  #reading: Claim | undefined;
  #serviceLines: readonly ServiceLineView[] | undefined;

  /** @param index the claim's place among those of the part */
  constructor(part: P, index: number) {
    this.part = part;
    this.#index = index;
  }

  /** All values at once, as plain properties. The service lines of it are others than those of the view. */
  get reading(): Claim {
    return this.#reading ?? this.#read();
  }

  /** Forgets the values, which the part reads again when they are asked for. */
  drop(): void {
    this.#reading = undefined;
    if (this.#serviceLines !== undefined) for (const line of this.#serviceLines) line.drop();
  }

  #read(): Claim {
    const claim = this.part.claimReadings[this.#index];
    if (claim === undefined) throw new RangeError("a part's text never changes, so neither do its claims");
    return (this.#reading = claim);
  }

  get serviceLines(): readonly ServiceLine[] {
    return (this.#serviceLines ??= this.reading.serviceLines.map((_line, index) => new ServiceLineView(this, index)));
  }

  get span(): Span {
    return this.reading.span;
  }

  get head(): Span {
    return this.reading.head;
  }

  get kind(): Claim["kind"] {
    return this.reading.kind;
  }

  get claimId(): Field<string> | undefined {
    return this.reading.claimId;
  }

  get frequency(): Field<string> | undefined {
    return this.reading.frequency;
  }

  get originalReference(): Field<string> | undefined {
    return this.reading.originalReference;
  }

  get patient(): Field<string> | undefined {
    return this.reading.patient;
  }

  get birthDate(): Field<CalendarDate> | undefined {
    return this.reading.birthDate;
  }

  get billingProvider(): Provider {
    return this.reading.billingProvider;
  }

  get renderingProvider(): Provider {
    return this.reading.renderingProvider;
  }

  get referringProvider(): Provider {
    return this.reading.referringProvider;
  }

  get clinician(): Claim["clinician"] {
    return this.reading.clinician;
  }

  get placeOfService(): Field<string> | undefined {
    return this.reading.placeOfService;
  }

  get typeOfBill(): Field<string> | undefined {
    return this.reading.typeOfBill;
  }

  get statementPeriod(): Claim["statementPeriod"] {
    return this.reading.statementPeriod;
  }

  get occurrences(): Claim["occurrences"] {
    return this.reading.occurrences;
  }

  get planOfCare(): Claim["planOfCare"] {
    return this.reading.planOfCare;
  }

  get recertifications(): Claim["recertifications"] {
    return this.reading.recertifications;
  }

  get certified(): Field<CalendarDate> | undefined {
    return this.reading.certified;
  }

  get lastProgressReport(): Field<CalendarDate> | undefined {
    return this.reading.lastProgressReport;
  }

  get progressReports(): Claim["progressReports"] {
    return this.reading.progressReports;
  }

  get diagnoses(): readonly Diagnosis[] {
    return this.reading.diagnoses;
  }

  get abn(): Field<string> | undefined {
    return this.reading.abn;
  }

  get total(): Field<Cents> | undefined {
    return this.reading.total;
  }

  get hasOtherCharges(): boolean {
    return this.reading.hasOtherCharges;
  }

  get hasUnclearNpi(): boolean {
    return this.reading.hasUnclearNpi ?? false;
  }

  get notes(): readonly Field<string>[] {
    return this.reading.notes;
  }

  get beneficiaryId(): Field<string> | undefined {
    return this.reading.beneficiaryId;
  }

  get payer(): NamedPayer {
    return this.reading.payer;
  }

  get statedAmounts(): Claim["statedAmounts"] {
    return this.reading.statedAmounts;
  }

  get hasSeveralSubjects(): boolean {
    return this.reading.hasSeveralSubjects;
  }
}

class ServiceLineView implements ServiceLine {
  readonly #claim: ClaimView;
  readonly #index: number;
  /** Looked at hundreds of times while rules look at the claim. */
  #reading: ServiceLine | undefined;

  constructor(claim: ClaimView, index: number) {
    this.#claim = claim;
    this.#index = index;
  }

  get part(): ClaimPart {
    return this.#claim.part;
  }

  get reading(): ServiceLine {
    return this.#reading ?? this.#read();
  }

  drop(): void {
    this.#reading = undefined;
  }

  #read(): ServiceLine {
    const line = this.#claim.reading.serviceLines[this.#index];
    if (line === undefined) throw new RangeError("a part's text never changes, so neither do its lines");
    return (this.#reading = line);
  }

  get span(): Span {
    return this.reading.span;
  }

  get lineNumber(): Field<string> | undefined {
    return this.reading.lineNumber;
  }

  get dateOfService(): Field<CalendarDate> | undefined {
    return this.reading.dateOfService;
  }

  get dateThrough(): Field<CalendarDate> | undefined {
    return this.reading.dateThrough;
  }

  get procedure(): Field<string> {
    return this.reading.procedure;
  }

  get modifiers(): readonly Field<string>[] {
    return this.reading.modifiers;
  }

  get units(): Field<number> | undefined {
    return this.reading.units;
  }

  get minutes(): readonly Minutes[] {
    return this.reading.minutes;
  }

  get charge(): Field<Cents> | undefined {
    return this.reading.charge;
  }

  get allowedAmount(): Field<Cents> | undefined {
    return this.reading.allowedAmount;
  }

  get diagnosisPointers(): readonly Field<string>[] {
    return this.reading.diagnosisPointers;
  }

  get clinician(): ServiceLine["clinician"] {
    return this.reading.clinician;
  }

  get renderingClinician(): ServiceLine["renderingClinician"] {
    return this.reading.renderingClinician;
  }

  get renderingProvider(): Provider | undefined {
    return this.reading.renderingProvider;
  }

  get placeOfService(): Field<string> | undefined {
    return this.reading.placeOfService;
  }

  get revenueCode(): Field<string> | undefined {
    return this.reading.revenueCode;
  }

  get note(): Field<string> | undefined {
    return this.reading.note;
  }

  get subject(): Field<string> | undefined {
    return this.reading.subject;
  }
}

/** The claim as an object of its own, to be spread or gone through. */
export function plainClaim(claim: Claim): Claim {
  return claim instanceof ClaimView ? claim.reading : claim;
}

/** The line as an object of its own, to be spread or gone through. */
export function plainLine(line: ServiceLine): ServiceLine {
  return line instanceof ServiceLineView ? line.reading : line;
}
