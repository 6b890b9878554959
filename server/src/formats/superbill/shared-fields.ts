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

const ofPatient: ReadonlySet<FieldName> = new Set<FieldName>(["patient", "birthDate", "beneficiaryId", "claimId"]);

/** Whether the fields begin what is of one patient. */
export function beginsPatient(fields: readonly LabelledValue[]): boolean {
  return fields.some(({ meaning }) => ofPatient.has(meaning.field));
}

/** What of the fields above the first patient holds for every one: the payer, the office, and who refers to it. */
export function sharedAmong({ texts }: FieldValues): FieldValues | undefined {
  const found = shared.flatMap((name) => (texts[name] === undefined ? [] : [[name, texts[name]] as const]));
  const values = { ...newFieldValues(), texts: Object.fromEntries(found) };
  return isEmpty(values) ? undefined : values;
}
