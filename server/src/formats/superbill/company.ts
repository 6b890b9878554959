import type { FieldName } from "./field-names.ts";
import type { LabelPlace } from "./superbill-part.ts";

const whoOrWhat: readonly FieldName[] = ["therapist", "signed", "referring", "provider", "certified"];

/** Whom a bare `NPI`, `Date` or `ID` behind a label belongs to; `before` where the label names nobody. */
export function companyBehind(
  { field, label, value }: LabelPlace,
  before: FieldName | undefined,
): FieldName | undefined {
  if (whoOrWhat.includes(field)) return field;
  // A date behind one that has its own is another's.
  if (field === "recertification") return /\d/.test(value.text) ? before : field;
  return isOfOther(label.text) ? "ignored" : before;
}

/** The same at a line's beginning, behind the label above it: only another's insurance goes on there. */
export function companyBelow(above: LabelPlace | undefined): FieldName | undefined {
  return above !== undefined && isOfOther(above.label.text) ? "ignored" : undefined;
}

function isOfOther(label: string): boolean {
  return /^(?:secondary(?!\s+(?:diag|dx))|2nd|tertiary|other|guarantor|employer|group|(?:ins\w*\.?|insurance)\s+[23]$)/i.test(
    label,
  );
}
