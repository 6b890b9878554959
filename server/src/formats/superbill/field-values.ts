import type { Clinician } from "../../model/clinician.ts";
import type { DateRange, Diagnosis, Occurrence, StatedAmount } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import type { Field } from "../../text/span.ts";
import { type StatedPlan, withDefaultPlans } from "./plans.ts";
import type { WrittenDate } from "./written-date.ts";

/** The fields of a claim whose value is text. */
export type TextName =
  | "claimId"
  | "frequency"
  | "patient"
  | "beneficiaryId"
  | "uncertainId"
  | "payer"
  | "coverage"
  | "payerId"
  | "placeOfService"
  | "typeOfBill"
  | "abn"
  | "providerName"
  | "billingNpi"
  | "billingTaxonomy"
  | "taxId"
  | "renderingName"
  | "renderingNpi"
  | "renderingTaxonomy"
  | "referringName"
  | "referringNpi"
  | "referringTaxonomy";

/** What the fields of a claim, or those before the first title, say. The first of a kind holds. */
export interface FieldValues {
  readonly texts: Partial<Record<TextName, Field<string>>>;
  /** Its century may hang on the claim's dates of service. */
  birthDate: Field<WrittenDate> | undefined;
  certified: Field<CalendarDate> | undefined;
  statementPeriod: Field<DateRange> | undefined;
  clinician: Field<Clinician> | undefined;
  total: Field<Cents> | undefined;
  readonly plans: StatedPlan[];
  readonly progressReports: Field<CalendarDate>[];
  readonly diagnoses: Diagnosis[];
  readonly occurrences: Occurrence[];
  readonly statedAmounts: StatedAmount[];
  readonly notes: Field<string>[];
  /** NPIs of which nothing says whose they are. */
  readonly unclearNpis: Field<string>[];
  readonly datesOfService: Field<CalendarDate>[];
  /** Of patients that state no date of their own. */
  sharedDate: Field<CalendarDate> | undefined;
}

export function newFieldValues(): FieldValues {
  return {
    texts: {},
    birthDate: undefined,
    certified: undefined,
    statementPeriod: undefined,
    clinician: undefined,
    total: undefined,
    plans: [],
    progressReports: [],
    diagnoses: [],
    occurrences: [],
    statedAmounts: [],
    notes: [],
    unclearNpis: [],
    datesOfService: [],
    sharedDate: undefined,
  };
}

/** A claim's own fields over those that hold for the whole file. Of lists, the claim's own replaces the file's. */
export function withDefaults(own: FieldValues, defaults: FieldValues | undefined): FieldValues {
  if (defaults === undefined) return own;
  const texts = { ...defaults.texts, ...own.texts };
  if (own.texts.placeOfService !== undefined && own.texts.typeOfBill === undefined) delete texts.typeOfBill;
  if (own.texts.typeOfBill !== undefined && own.texts.placeOfService === undefined) delete texts.placeOfService;
  const plans = withDefaultPlans(own.plans, defaults.plans);
  return {
    texts,
    plans,
    birthDate: stated(own.birthDate, defaults.birthDate),
    certified: stated(own.certified, defaults.certified),
    statementPeriod: stated(own.statementPeriod, defaults.statementPeriod),
    clinician: stated(own.clinician, defaults.clinician),
    total: own.total,
    progressReports: listed(own.progressReports, defaults.progressReports),
    diagnoses: listed(own.diagnoses, defaults.diagnoses),
    occurrences: listed(own.occurrences, defaults.occurrences),
    statedAmounts: listed(own.statedAmounts, defaults.statedAmounts),
    notes: listed(own.notes, defaults.notes),
    unclearNpis: listed(own.unclearNpis, defaults.unclearNpis),
    datesOfService: own.datesOfService,
    sharedDate: stated(own.sharedDate, defaults.sharedDate),
  };
}

function stated<T>(own: T | undefined, ofFile: T | undefined): T | undefined {
  return own ?? ofFile;
}

function listed<T>(own: T[], ofFile: T[]): T[] {
  return own.length === 0 ? ofFile : own;
}

/** Whether no field was read. */
export function isEmpty({ texts, ...others }: FieldValues): boolean {
  return (
    Object.keys(texts).length === 0 && Object.values(others).every((value) => value === undefined || isEmptyList(value))
  );
}

/** Whether it is the NPI of who bills, or one that may be. */
export function statesNpi(values: FieldValues | undefined, npi: string): boolean {
  if (values === undefined) return false;
  return values.texts.billingNpi?.value === npi || values.unclearNpis.some(({ value }) => value === npi);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
