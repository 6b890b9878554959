import { type Claim, type ServiceLine, type StatedAmount, noProvider } from "../../server/src/model/claim.ts";
import type { CalendarDate } from "../../server/src/model/date.ts";
import type { Bucket } from "../../server/src/model/discipline.ts";
import type { Cents } from "../../server/src/model/money.ts";
import { type Field, fieldOf, spanOf } from "../../server/src/text/span.ts";

/** What a test says of a line; the rest is left out of the line too. */
export interface LineText {
  readonly date?: CalendarDate;
  readonly code?: string;
  readonly modifiers?: readonly string[];
  readonly units?: number;
  readonly charge?: Cents;
  readonly allowed?: Cents;
}

export interface ClaimText {
  readonly id?: string;
  readonly frequency?: string;
  readonly kind?: Claim["kind"];
  readonly lines: readonly LineText[];
  readonly stated?: readonly StatedText[];
}

export interface StatedText {
  readonly bucket: Bucket;
  readonly cents?: Cents;
  readonly asOf?: CalendarDate;
}

const part = { text: "" };

export function buildClaim({ id, frequency, kind = "professional", lines, stated = [] }: ClaimText): Claim {
  const nowhere = spanOf(part, 0, 0);
  return {
    part,
    span: nowhere,
    head: nowhere,
    kind,
    claimId: optionalField(id),
    frequency: optionalField(frequency),
    originalReference: undefined,
    patient: undefined,
    birthDate: undefined,
    beneficiaryId: undefined,
    payer: { name: undefined, filingIndicator: undefined, payerId: undefined },
    billingProvider: noProvider,
    renderingProvider: noProvider,
    referringProvider: noProvider,
    clinician: undefined,
    placeOfService: undefined,
    typeOfBill: undefined,
    statementPeriod: undefined,
    occurrences: [],
    planOfCare: undefined,
    recertifications: [],
    certified: undefined,
    lastProgressReport: undefined,
    progressReports: [],
    diagnoses: [],
    statedAmounts: stated.map(buildStated),
    abn: undefined,
    total: undefined,
    hasOtherCharges: false,
    hasSeveralSubjects: false,
    notes: [],
    serviceLines: lines.map(buildLine),
  };
}

/** Each amount is written in a place of its own. */
function buildStated({ bucket, cents, asOf }: StatedText): StatedAmount {
  return { bucket, span: spanOf({ text: "" }, 0, 0), amount: optionalField(cents), asOf: optionalField(asOf) };
}

function buildLine({ date, code = "97110", modifiers = ["GP"], units, charge, allowed }: LineText): ServiceLine {
  return {
    part,
    span: spanOf(part, 0, 0),
    dateOfService: optionalField(date),
    dateThrough: undefined,
    procedure: field(code),
    modifiers: modifiers.map(field),
    units: optionalField(units),
    minutes: [],
    charge: optionalField(charge),
    allowedAmount: optionalField(allowed),
    diagnosisPointers: [],
    clinician: undefined,
    renderingClinician: undefined,
    renderingProvider: undefined,
    placeOfService: undefined,
    revenueCode: undefined,
    note: undefined,
    subject: undefined,
  };
}

function field<T>(value: T): Field<T> {
  return fieldOf(part, 0, 0, value);
}

function optionalField<T>(value: T | undefined): Field<T> | undefined {
  return value === undefined ? undefined : field(value);
}
