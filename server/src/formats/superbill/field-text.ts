/** What a label names. `ignored` ones end the value before them, and nothing more. */
export type FieldName =
  | "claimId"
  | "frequency"
  | "patient"
  | "birthDate"
  | "beneficiaryId"
  | "uncertainId"
  | "payer"
  | "coverage"
  | "payerId"
  | "setting"
  | "provider"
  | "taxId"
  | "npi"
  | "billingNpi"
  | "renderingNpi"
  | "referringNpi"
  | "taxonomy"
  | "therapist"
  | "signed"
  | "referring"
  | "statementPeriod"
  | "occurrence"
  | "planOfCare"
  | "recertification"
  | "certified"
  | "progressReport"
  | "dateOfService"
  | "diagnosis"
  | "usedPtSlp"
  | "usedOt"
  | "usedAmounts"
  | "abn"
  | "total"
  | "note"
  | "ignored";

/** What a field is called, what it holds, how its label may be spelled, and which CMS-1500 items it is. */
export interface FieldText {
  readonly field: FieldName;
  readonly title: string;
  readonly text: string;
  readonly labels: readonly string[];
  readonly items: readonly string[];
}

/** Spellings, the most common first. */
export function list(spellings: string): readonly string[] {
  return spellings.split(", ");
}
