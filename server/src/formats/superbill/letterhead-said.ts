import type { Field } from "../../text/span.ts";
import type { ClaimDraft } from "./claim-draft.ts";
import { type FieldValues, newFieldValues, statesNpi } from "./field-values.ts";
import type { Piece } from "./line.ts";
import type { NpiInWords } from "./npis-in-line.ts";
import { field } from "./target.ts";
import { withoutTies } from "./written-field.ts";

/** What the words of a letterhead hold; pieces count from the part's beginning. */
export interface LetterheadWords {
  readonly npis: readonly NpiInWords[];
  readonly practice: Piece | undefined;
  readonly taxId: Piece | undefined;
}

/** What a letterhead says that is not in force already. */
export interface Said {
  readonly npi: Field<string> | undefined;
  readonly name: Field<string> | undefined;
  readonly taxId: Field<string> | undefined;
  /** Where it is not clear which is that of who bills. */
  readonly unclearNpis: readonly Field<string>[];
  readonly label: Piece | undefined;
}

/**
 * What the lines say, with the NPI that a label in them states; undefined where it is in force already.
 */
export function saidBy(
  claim: ClaimDraft,
  lines: LetterheadWords,
  labelledNpi: Field<string> | undefined,
): Said | undefined {
  const stated = labelledNpi === undefined ? lines.npis.map((npi) => npiField(claim, npi)) : [labelledNpi];
  if (stated.some(({ value }) => statesNpi(claim.defaults, value))) return undefined;
  const surest = surestOf(lines.npis);
  const npi = labelledNpi ?? (surest && npiField(claim, surest));
  if (npi === undefined) return { npi, name: undefined, taxId: undefined, unclearNpis: stated, label: undefined };
  return {
    npi,
    name: named(claim, surest?.name ?? lines.practice),
    taxId: named(claim, lines.taxId),
    unclearNpis: [],
    label: labelledNpi === undefined ? surest?.label : undefined,
  };
}

function named(claim: ClaimDraft, piece: Piece | undefined): Field<string> | undefined {
  return piece && field(claim, piece, piece.text);
}

/** The only NPI that is called that of who bills; else the practice's, where no other is beside it. */
function surestOf(npis: readonly NpiInWords[]): NpiInWords | undefined {
  const labelled = npis.filter(({ owner }) => owner === "billing");
  const candidates = labelled.length === 0 ? npis : labelled;
  const [first] = candidates;
  if (first === undefined || first.owner === "unclear") return undefined;
  return candidates.every(({ value }) => withoutTies(value.text) === withoutTies(first.value.text)) ? first : undefined;
}

/** The fields of the whole file, in which somebody else bills, or it is not clear who. */
export function inPlaceOf(inForce: FieldValues | undefined, { npi, name, taxId, unclearNpis }: Said): FieldValues {
  const { texts, ...others } = inForce ?? newFieldValues();
  const said = { billingNpi: npi, providerName: name, billingTaxonomy: undefined, taxId };
  const all = Object.entries({ ...texts, ...said }).filter(([, value]) => value !== undefined);
  return { ...others, texts: Object.fromEntries(all), unclearNpis: [...unclearNpis] };
}

/** A letterhead of the claim's own part is in the claim, and its label is one. */
export function takeIn(claim: ClaimDraft, { npi, name, taxId, label }: Said): void {
  if (npi !== undefined && label !== undefined)
    claim.labels.push({
      field: "billingNpi",
      label,
      value: { text: npi.value, start: npi.start, end: npi.end },
      isFirst: false,
    });
  if (claim.head === undefined) return;
  for (const value of [npi, name, taxId]) {
    if (value === undefined) continue;
    claim.start = Math.min(claim.start, value.start);
    claim.end = Math.max(claim.end, value.end);
  }
}

export function npiField(claim: ClaimDraft, { value }: NpiInWords): Field<string> {
  return field(claim, value, withoutTies(value.text));
}
