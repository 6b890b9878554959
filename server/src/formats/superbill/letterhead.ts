import type { Field } from "../../text/span.ts";
import type { ClaimDraft } from "./claim-draft.ts";
import type { LabelledValue } from "./field-line.ts";
import type { FieldName } from "./field-names.ts";
import { statesNpi } from "./field-values.ts";
import { type Line, type Piece } from "./line.ts";
import { type LetterheadWords, type Said, inPlaceOf, npiField, saidBy, takeIn } from "./letterhead-said.ts";
import { type NpiInWords, cellsOf, longestLine, npiNumbersIn, npisIn, ownerIn } from "./npis-in-line.ts";
import { shifted } from "./target.ts";
import { withoutTies } from "./written-field.ts";

/** What lines of words above one another tell of who bills; pieces count from the part's beginning. */
interface Letterhead extends LetterheadWords {
  /** Lines of words that were not looked at yet: most stand above no NPI. */
  readonly lines: { readonly line: Line; readonly from: number }[];
  readonly npis: NpiInWords[];
  /** Whom the lines name. */
  readonly named: Set<NpiInWords["owner"]>;
  practice: Piece | undefined;
  taxId: Piece | undefined;
  /** It states the NPI of who bills already. */
  isRepeated: boolean;
  /** A label with a colon states an NPI on a line of its own, or behind a telephone number and the like. */
  isLabelled: boolean;
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
  return {
    lines: [],
    npis: [],
    named: new Set(),
    practice: undefined,
    taxId: undefined,
    isRepeated: false,
    isLabelled: false,
  };
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

function endHead(letterheads: Letterheads, { values, defaults }: ClaimDraft): void {
  if (letterheads.isHeadOver) return;
  letterheads.isHeadOver = true;
  const { billingNpi } = values.texts;
  if (billingNpi === undefined || !letterheads.head.isLabelled || statesNpi(defaults, billingNpi.value)) return;
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
  if (label === "provider") letterheads.head.named.add("practice");
  if (label !== undefined && !ofContact.has(label)) {
    leaveBelow(letterheads, claim);
    return fields;
  }
  const lines = letterheads.isHeadOver ? (letterheads.below ??= newLetterhead()) : letterheads.head;
  if (label === undefined) lines.lines.push({ line, from });
  const numbers = npiNumbersIn(line.text, from);
  if (numbers.length === 0) return fields;
  const written = { line, from, isWords: label === undefined, fields };
  lines.isLabelled ||= label !== undefined;
  if (!areInForce(claim, numbers)) return takeNpis({ letterheads, claim }, lines, written);
  // Below the head it may be a page's foot, and the next page's head comes behind.
  lines.isRepeated = lines === letterheads.head;
  return label === undefined ? fields.filter(({ meaning }) => meaning.field !== "npi") : fields;
}

function areInForce({ defaults }: ClaimDraft, numbers: readonly string[]): boolean {
  return numbers.every((npi) => npi === defaults?.texts.billingNpi?.value);
}

interface LineOfNpis {
  readonly line: Line;
  readonly from: number;
  /** It begins with no label. */
  readonly isWords: boolean;
  readonly fields: readonly LabelledValue[];
}

function takeNpis(
  { letterheads, claim }: Holder,
  lines: Letterhead,
  { line, from, isWords, fields }: LineOfNpis,
): readonly LabelledValue[] {
  const found = npisAmong(line, from, fields);
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
  const end = fields.find(({ meaning }) => !ofContact.has(meaning.field))?.label.start ?? Infinity;
  const isRead = (start: number): boolean =>
    !fields.some(({ meaning, label }) => meaning.field === "ignored" && label.start <= start && start < label.end);
  return npisIn(line.text, from).filter(({ label }) => label.start < end && isRead(label.end - 1));
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
  for (const { line, from } of lines.lines.splice(0)) {
    if (line.text.length <= longestLine) takeWords(lines, line, from);
  }
}

function takeWords(lines: Letterhead, line: Line, from: number): void {
  const [first] = npisIn(line.text, from);
  const { owner, name } = ownerIn(cellsOf(line.text, from, first?.label.start ?? line.text.length));
  if (owner !== "nobody") lines.named.add(owner);
  if (name !== undefined) lines.practice ??= shifted(name, line.start);
  const [whole, number] = taxId.exec(line.text.slice(from)) ?? [];
  if (whole === undefined || number === undefined) return;
  const end = line.text.indexOf(whole, from) + whole.length;
  lines.taxId ??= shifted({ text: number, start: end - number.length, end }, line.start);
}

const taxId =
  /\b(?:tax\sid|EIN|TIN|FEIN|federal\s(?:tax\s)?(?:id|ein))(?:\s?(?:no\.?|number|#))?\s?[#:.]?\s{0,3}(\d{2}-?\d{7})(?![\w-])/i;

function takeNpi({ isHeadOver }: Letterheads, claim: ClaimDraft, lines: Letterhead, npi: NpiInWords): void {
  const { texts, unclearNpis } = claim.values;
  const value = npiField(claim, npi);
  if (npi.owner === "other") unclearNpis.push(value);
  else lines.npis.push(npi);
  if (isHeadOver && claim.lines.length === 0 && npi.owner === "billing") texts.billingNpi ??= value;
}

/**
 * Lets the letterhead that was read above the claim hold for it, over what holds for the whole file. Gives what one behind its rows says,
 * which holds for the claims behind.
 */
export function settleLetterheads({ letterheads, claim }: Holder): Said | undefined {
  endHead(letterheads, claim);
  const { head, below, labelledNpi } = letterheads;
  const own = newIn(claim, head, labelledNpi);
  if (own !== undefined) {
    claim.defaults = inPlaceOf(claim.defaults, own);
    takeIn(claim, own);
  }
  // Where nobody is known to bill the claim, it may be named below it.
  const known = claim.values.texts.billingNpi ?? claim.defaults?.texts.billingNpi;
  const isNext = known !== undefined && claim.lines.length > 0;
  const next = below === undefined || !isNext ? undefined : newIn(claim, withoutRepeated(below, claim), undefined);
  if (next?.npi !== undefined) return next;
  leaveBelow(letterheads, claim);
  return undefined;
}

function withoutRepeated(lines: Letterhead, { defaults }: ClaimDraft): Letterhead {
  return { ...lines, npis: lines.npis.filter(({ value }) => !statesNpi(defaults, withoutTies(value.text))) };
}

function newIn(claim: ClaimDraft, lines: Letterhead, labelledNpi: Field<string> | undefined): Said | undefined {
  if (lines.isRepeated || (lines.npis.length === 0 && labelledNpi === undefined)) return undefined;
  lookThrough(lines);
  return saidBy(claim, lines, labelledNpi);
}
