import { findPayer, unknownPayer } from "../../data/payers.ts";
import type { Field } from "../../text/span.ts";
import type { FieldValues } from "./field-values.ts";
import type { Target } from "./target.ts";
import { type WrittenField, keepText, withoutTies } from "./written-field.ts";

const mbi = /^[1-9][A-Z][A-Z\d]\d[A-Z][A-Z\d]\d[A-Z]{2}\d{2}$/;
/** Of veterans. */
const controlNumber = /^\d{10}V\d{6}$/;

/** Keeps the value of a label that may name a beneficiary id, such as `ID` or `Subscriber`, where it has the form of one. */
export function readUncertainId(target: Target, values: FieldValues, { label, value, company }: WrittenField): void {
  const id = withoutTies(value.text);
  const isBare = /^id\b/i.test(label.text);
  // Whoever else stands before it on the line has an id too.
  if (isBare && company !== undefined) return;
  if (isOfForm(label.text, value.text, id)) keepText(target, values, "uncertainId", value, id);
}

function isOfForm(label: string, written: string, id: string): boolean {
  if (mbi.test(id)) return true;
  if (/^medicare/i.test(label)) return false;
  if (/^icn/i.test(label)) return controlNumber.test(id);
  return /^\S{6,20}$/.test(written) && /\d{4}/.test(id) && /^[A-Z\d]+$/.test(id);
}

/** An MBI tells itself. Another number may be the practice's own, unless the payer is one that has no MBI. */
export function surelyBeneficiary(id: Field<string> | undefined, payer: string | undefined): Field<string> | undefined {
  if (id === undefined || mbi.test(id.value)) return id;
  const { id: profile } = payer === undefined ? unknownPayer : findPayer({ name: payer });
  return profile === unknownPayer.id || profile === "medicare-b" || profile === "medicare-supplement" ? undefined : id;
}
