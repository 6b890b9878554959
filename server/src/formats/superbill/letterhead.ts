import type { Field } from "../../text/span.ts";
import type { ClaimDraft } from "./claim-draft.ts";
import type { LabelledValue } from "./field-line.ts";
import type { FieldName } from "./field-names.ts";
import { type FieldValues, newFieldValues, statesNpi } from "./field-values.ts";
import { type Line, type Piece } from "./line.ts";
import { type NpiInWords, cellsOf, npisIn, ownerIn } from "./npis-in-line.ts";
import { field, shifted } from "./target.ts";
import { withoutTies } from "./written-field.ts";

/** What lines of words above one another tell of who bills; pieces count from the part's beginning. */
interface Letterhead {
  /** Lines of words that were not looked at yet: most stand above no NPI. */
  readonly lines: { readonly line: Line; readonly from: number }[];
  readonly npis: NpiInWords[];
  /** Whom the lines name. */
  readonly named: Set<NpiInWords["owner"]>;
  practice: Piece | undefined;
  taxId: Piece | undefined;
}

/** The letterheads of a part while it is read. */
export interface Letterheads {
  /** Above the patient and all that is of a claim. */
  readonly head: Letterhead;
  isHeadOver: boolean;
  /** The NPI that a label with a colon states in the head, below the practice. */
  labelledNpi: Field<string> | undefined;
  /** Lines of words below that, since the last line of another kind: behind service lines they may be the next claim's. */
  below: Letterhead | undefined;
}

export function newLetterheads(): Letterheads {
  return { head: newLetterhead(), isHeadOver: false, labelledNpi: undefined, below: undefined };
}

function newLetterhead(): Letterhead {
  return { lines: [], npis: [], named: new Set(), practice: undefined, taxId: undefined };
}

/** Beside the fields of an office, those that a letterhead's lines may hold; any other begins what is of a claim. */
const ofHead: ReadonlySet<FieldName> = new Set<FieldName>([
  ...([
    "payer",
    "payerId",
    "coverage",
    "setting",
    "provider",
    "npi",
    "billingNpi",
    "renderingNpi",
    "referringNpi",
  ] as const),
  ...(["referring", "taxonomy", "taxId", "dateOfService", "note", "ignored"] as const),
]);

/** A line may begin with them, and words that name an NPI stand behind. */
export const ofContact: ReadonlySet<FieldName> = new Set<FieldName>(["npi", "billingNpi", "taxId", "ignored"]);

/** A row, a header or a total: what stands above is no letterhead, or one that is over. */
export function endLetterhead({ letterheads, claim }: Holder): void {
  endHead(letterheads, claim);
  leaveBelow(letterheads, claim);
}

/** The lines below the head are no letterhead of the next claim. */
function leaveBelow(letterheads: Letterheads, claim: ClaimDraft): void {
  for (const npi of letterheads.below?.npis ?? []) claim.values.unclearNpis.push(npiField(claim, npi));
  letterheads.below = undefined;
}

interface Holder {
  readonly letterheads: Letterheads;
  readonly claim: ClaimDraft;
}

function endHead(letterheads: Letterheads, { values }: ClaimDraft): void {
  if (letterheads.isHeadOver) return;
  letterheads.isHeadOver = true;
  const { billingNpi } = values.texts;
  if (billingNpi === undefined) return;
  lookThrough(letterheads.head);
  if (letterheads.head.practice !== undefined) letterheads.labelledNpi = billingNpi;
}

/**
 * Takes up what a line of fields, or of words, tells of who bills. Gives the fields without the NPIs whose owner stands in words before
 * them: these are the letterhead's, or nobody knows whose.
 *
 * @param from where the line's content begins
 */
export function takeLetterhead(
  { letterheads, claim }: Holder,
  line: Line,
  from: number,
  fields: readonly LabelledValue[],
): readonly LabelledValue[] {
  if (fields.some(({ meaning }) => !ofHead.has(meaning.field))) endHead(letterheads, claim);
  const label = labelAt(fields, from);
  if (label !== undefined && !ofContact.has(label)) {
    if (label === "provider") letterheads.head.named.add("practice");
    leaveBelow(letterheads, claim);
    return fields;
  }
  const lines = letterheads.isHeadOver ? (letterheads.below ??= newLetterhead()) : letterheads.head;
  if (label === undefined) lines.lines.push({ line, from });
  const found = npisAmong(line, from, fields);
  return found.length === 0
    ? fields
    : takeNpis({ letterheads, claim }, lines, { line, isWords: label === undefined, fields, found });
}

interface LineOfNpis {
  readonly line: Line;
  /** It begins with no label. */
  readonly isWords: boolean;
  readonly fields: readonly LabelledValue[];
  readonly found: readonly NpiInWords[];
}

function takeNpis(
  { letterheads, claim }: Holder,
  lines: Letterhead,
  { line, isWords, fields, found }: LineOfNpis,
): readonly LabelledValue[] {
  const npis = found.map((npi) => placed(npi, lines, line.start));
  const isNexts = mayBeNexts(letterheads, claim) && (isWords || lines.practice !== undefined);
  // What a label calls an NPI is its owner's, unless the words right above it name another.
  const others = npis.filter(({ owner }, index) =>
    isWords ? owner !== "unclear" : owner === "other" && found[index]?.owner === "nobody",
  );
  const own = fields.filter(({ meaning, value }) => {
    if (isNexts && ofBilling.has(meaning.field)) return false;
    return meaning.field !== "npi" || !others.some((npi) => isAt(npi, line, value));
  });
  for (const npi of npis) {
    if (!own.some(({ value }) => isAt(npi, line, value))) takeNpi(letterheads, claim, lines, npi);
  }
  return own;
}

function isAt(npi: NpiInWords, line: Line, value: Piece): boolean {
  return npi.value.start === line.start + value.start;
}

/** Whoever else a label names has the NPI behind it, and some labels say that it is not read. */
function npisAmong(line: Line, from: number, fields: readonly LabelledValue[]): readonly NpiInWords[] {
  const npis = npisIn(line.text, from);
  if (npis.length === 0) return npis;
  const end = fields.find(({ meaning }) => !ofContact.has(meaning.field))?.label.start ?? Infinity;
  const isRead = (start: number): boolean =>
    !fields.some(({ meaning, label }) => meaning.field === "ignored" && label.start <= start && start < label.end);
  return npis.filter(({ label }) => label.start < end && isRead(label.end - 1));
}

const ofBilling: ReadonlySet<FieldName> = new Set<FieldName>(["npi", "billingNpi", "taxId"]);

/** The label that a line begins with. */
export function labelAt([first]: readonly LabelledValue[], from: number): FieldName | undefined {
  return first?.label.start === from ? first.meaning.field : undefined;
}

/** Behind the rows of a claim that has a letterhead, another is the next claim's. */
function mayBeNexts({ head }: Letterheads, { lines, defaults }: ClaimDraft): boolean {
  return lines.length > 0 && (head.npis.length > 0 || defaults?.texts.billingNpi !== undefined);
}

/** Below the words of whoever is named above, where its own line names nobody. */
function placed(npi: NpiInWords, lines: Letterhead, lineStart: number): NpiInWords {
  lookThrough(lines);
  const { named, practice } = lines;
  const [label, value] = [shifted(npi.label, lineStart), shifted(npi.value, lineStart)];
  const name = npi.name === undefined ? practice : shifted(npi.name, lineStart);
  if (npi.owner !== "nobody") return { label, value, owner: npi.owner, name };
  const isPractices = named.has("practice") && named.size === 1;
  return { label, value, owner: isPractices ? "practice" : named.has("other") ? "other" : "unclear", name };
}

function lookThrough(lines: Letterhead): void {
  for (const { line, from } of lines.lines.splice(0)) takeWords(lines, line, from);
}

function takeWords(lines: Letterhead, line: Line, from: number): void {
  const [first] = npisIn(line.text, from);
  const { owner, name } = ownerIn(cellsOf(line.text, from, first?.label.start ?? line.text.length));
  if (owner !== "nobody") lines.named.add(owner);
  if (name !== undefined) lines.practice ??= shifted(name, line.start);
  const [whole, number] = taxId.exec(line.text.slice(from, longestLine)) ?? [];
  if (whole === undefined || number === undefined) return;
  const end = line.text.indexOf(whole, from) + whole.length;
  lines.taxId ??= shifted({ text: number, start: end - number.length, end }, line.start);
}

const longestLine = 1000;

const taxId =
  /\b(?:tax\sid|EIN|TIN|FEIN|federal\s(?:tax\s)?(?:id|ein))(?:\s?(?:no\.?|number|#))?\s?[#:.]?\s{0,3}(\d{2}-?\d{7})(?![\w-])/i;

function takeNpi({ isHeadOver }: Letterheads, claim: ClaimDraft, lines: Letterhead, npi: NpiInWords): void {
  const { texts, unclearNpis } = claim.values;
  const value = npiField(claim, npi);
  if (npi.owner === "other") unclearNpis.push(value);
  else lines.npis.push(npi);
  if (isHeadOver && claim.lines.length === 0 && npi.owner === "billing") texts.billingNpi ??= value;
}

function npiField(claim: ClaimDraft, { value }: NpiInWords): Field<string> {
  return field(claim, value, withoutTies(value.text));
}

/**
 * Lets the letterhead that was read above the claim hold for it, over what holds for the whole file. Gives what one behind its rows says,
 * which holds for the claims behind.
 */
export function settleLetterheads({ letterheads, claim }: Holder): Said | undefined {
  endHead(letterheads, claim);
  const { head, below, labelledNpi } = letterheads;
  const own = saidBy(claim, head, labelledNpi);
  if (own !== undefined) {
    claim.defaults = inPlaceOf(claim.defaults, own);
    takeIn(claim, own);
  }
  const next = below === undefined || claim.lines.length === 0 ? undefined : saidBy(claim, below, undefined);
  const known = claim.values.texts.billingNpi ?? claim.defaults?.texts.billingNpi;
  if (next?.npi === undefined || known === undefined) leaveBelow(letterheads, claim);
  return next?.npi === undefined ? undefined : next;
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

function saidBy(claim: ClaimDraft, lines: Letterhead, labelledNpi: Field<string> | undefined): Said | undefined {
  lookThrough(lines);
  const stated = labelledNpi === undefined ? lines.npis.map((npi) => npiField(claim, npi)) : [labelledNpi];
  if (stated.length === 0 || stated.some(({ value }) => statesNpi(claim.defaults, value))) return undefined;
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
function takeIn(claim: ClaimDraft, { npi, name, taxId, label }: Said): void {
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
