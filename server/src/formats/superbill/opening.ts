import type { SourceText } from "../../text/source-text.ts";
import type { ClaimDraft } from "./claim-draft.ts";
import type { Facts } from "./facts.ts";
import { type LabelledValue, readFields } from "./field-line.ts";
import { contentOf, isComment, readTitle } from "./line-kind.ts";
import { type Line, type Piece, lineBounds } from "./line.ts";
import type { LabelPlace } from "./superbill-part.ts";
import { withoutTies } from "./written-field.ts";

/** Where in the text a line stands, and what stands above it. */
export interface Above {
  readonly text: SourceText;
  /** Where the part begins in the text. */
  readonly offset: number;
  readonly state: { readonly facts: Facts };
  readonly claim: ClaimDraft;
  readonly isBehindBlank: boolean;
}

/**
 * Whether another claim begins before a line of fields: they open one; or the line begins a block, behind a blank line, in
 * which others do, without a total or a signature before, which close a claim.
 */
export function isBeforeClaim(above: Above, first: Line): boolean {
  const { text, offset, claim, isBehindBlank } = above;
  const { hasTitle, hasItemNumbers } = above.state.facts;
  if (claim.lines.length === 0) return false;
  let start = offset + first.start;
  while (start < text.length) {
    const { end, next } = lineBounds(text, start);
    const line: Line = { text: text.slice(start, end), start };
    const content = contentOf(line);
    if (!isComment(content)) {
      const fields = readTitle(content) === undefined ? readFields(line.text, content.start, hasItemNumbers) : [];
      if (opensClaim(claim, hasTitle, fields)) return true;
      if (!isBehindBlank || fields.length === 0 || fields.some(closesClaim)) return false;
    }
    start = next;
  }
  return false;
}

/**
 * Whether fields behind service lines begin another claim: a claim's own number does, and an account's where the same label
 * gave another one; so does a second patient, and a second beneficiary. In a text with titles, which may name a claim and
 * a patient twice, those must be different ones.
 */
function opensClaim({ part, values }: ClaimDraft, hasTitle: boolean, fields: readonly LabelledValue[]): boolean {
  const { claimId, patient, beneficiaryId } = values.texts;
  return fields.some(({ label, meaning, value }) => {
    if (!/[\p{L}\p{N}]/u.test(value.text)) return false;
    switch (meaning.field) {
      case "claimId":
        if (!/^(?:claim|superbill)/i.test(label.text)) return part.labels.some((place) => isOther(place, label, value));
        return !(hasTitle && claimId?.value === value.text);
      case "patient":
        return patient !== undefined && !(hasTitle && nameKey(patient.value) === nameKey(value.text));
      case "beneficiaryId":
        return beneficiaryId !== undefined && !(hasTitle && beneficiaryId.value === withoutTies(value.text));
      default:
        return false;
    }
  });
}

/** Whether the same label names something else. */
function isOther(place: LabelPlace, label: Piece, value: Piece): boolean {
  return place.label.text.toLowerCase() === label.text.toLowerCase() && place.value.text !== value.text;
}

/** `Rivera, Ana` and `Ana Rivera` are one patient. */
function nameKey(name: string): string {
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(" ");
}

function closesClaim({ meaning }: LabelledValue): boolean {
  return meaning.field === "total" || meaning.field === "signed";
}
