import type { LabelledValue } from "./field-line.ts";
import type { FieldName } from "./field-names.ts";
import { type FieldValues, type TextName, isEmpty, newFieldValues } from "./field-values.ts";

const shared: readonly TextName[] = [
  "payer",
  "payerId",
  "placeOfService",
  "typeOfBill",
  "providerName",
  "billingNpi",
  "billingTaxonomy",
  "taxId",
  "renderingName",
  "renderingNpi",
  "renderingTaxonomy",
  "referringName",
  "referringNpi",
  "referringTaxonomy",
];

const ofProvider: readonly FieldName[] = [
  "provider",
  "npi",
  "billingNpi",
  "renderingNpi",
  "referringNpi",
  "referring",
  "taxonomy",
  "taxId",
];

const ofPatient: ReadonlySet<FieldName> = new Set<FieldName>(["patient", "birthDate", "beneficiaryId", "claimId"]);

/** Whether the fields begin what is of one patient. */
export function beginsPatient(fields: readonly LabelledValue[]): boolean {
  return fields.some(({ meaning }) => ofPatient.has(meaning.field));
}

const ofOffice: ReadonlySet<FieldName> = new Set<FieldName>(["payer", "payerId", "setting", ...ofProvider]);

/** Whether the fields of a line state a date beside what holds for every patient. */
export function shareDate(fields: readonly LabelledValue[]): boolean {
  const names = fields.map(({ meaning }) => meaning.field);
  return names.includes("dateOfService") && names.some((name) => ofOffice.has(name));
}

/**
 * What of the fields above the first patient holds for every one: the payer, the office, who refers to it, and a date that
 * stands on one line with these.
 */
export function sharedAmong(
  { texts, unclearNpis }: FieldValues,
  sharedDate: FieldValues["sharedDate"],
): FieldValues | undefined {
  const found = shared.flatMap((name) => (texts[name] === undefined ? [] : [[name, texts[name]] as const]));
  const values = { ...newFieldValues(), texts: Object.fromEntries(found), unclearNpis: [...unclearNpis], sharedDate };
  return isEmpty(values) ? undefined : values;
}
