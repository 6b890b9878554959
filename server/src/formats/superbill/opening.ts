import type { SourceText } from "../../text/source-text.ts";
import type { ClaimDraft } from "./claim-draft.ts";
import type { Facts } from "./facts.ts";
import { type LabelledValue, readFields } from "./field-line.ts";
import type { FieldName } from "./field-names.ts";
import { contentOf, isComment, readTitle } from "./line-kind.ts";
import { type Line, type Piece, lineBounds } from "./line.ts";
import type { LabelPlace } from "./superbill-part.ts";
import { withoutTies } from "./written-field.ts";
import { isEmptyValue } from "./written-value.ts";

/** Where in the text a line stands, and what stands above it. */
export interface Above {
  readonly text: SourceText;
  /** Where the part begins in the text. */
  readonly offset: number;
  readonly state: { readonly facts: Facts };
  readonly claim: ClaimDraft;
  readonly isBehindBlank: boolean;
}

/** A line of the block of fields that is looked through, and where the line behind it begins. */
interface FieldLine {
  readonly fields: readonly LabelledValue[];
  readonly next: number;
  /** What it names belongs to another than the patient. */
  readonly isOfOther: boolean;
}

/**
 * Whether another claim begins before a line of fields: they open one; or the line begins a block, behind a blank line, in
 * which others do, without a total or a signature before, which close a claim.
 *
 * @param fields those of the line, which is no comment and no title
 */
export function isBeforeClaim(above: Above, first: Line, fields: readonly LabelledValue[]): boolean {
  if (above.claim.lines.length === 0 || fields.length === 0) return false;
  let start = above.offset + first.start;
  while (start < above.text.length) {
    const line = readFieldLine(above, start);
    if (line.fields.some((written) => opensClaim(above, line, written))) return true;
    if (!above.isBehindBlank || line.fields.length === 0 || line.fields.some(closesClaim)) return false;
    start = line.next;
  }
  return false;
}

/** Whether one of the fields is of a kind that may begin another claim, whatever the claim above says. */
export function mayOpenClaim(fields: readonly LabelledValue[]): boolean {
  return fields.some(({ meaning }) => opening.has(meaning.field));
}

const opening: ReadonlySet<FieldName> = new Set<FieldName>(["claimId", "patient", "beneficiaryId"]);

/** The first line from `start` on that is no comment; no fields where it holds none. */
function readFieldLine({ text, offset, state }: Above, start: number): FieldLine {
  let { end, next } = lineBounds(text, start);
  let from = start;
  let content = contentOf({ text: text.slice(from, end), start: from });
  while (isComment(content) && next < text.length) {
    from = next;
    ({ end, next } = lineBounds(text, from));
    content = contentOf({ text: text.slice(from, end), start: from });
  }
  const isSilent = isComment(content) || readTitle(content) !== undefined;
  const line = text.slice(from, end);
  const fields = isSilent ? [] : readFields(line, content.start, state.facts.hasItemNumbers);
  const isOfOther = fields.length > 0 && (namesOther(line) || namesOther(lineAbove(text, offset, from)));
  return { fields, next, isOfOther };
}

/** A second insurance, or another person, whose number is not the patient's. */
function namesOther(line: string): boolean {
  return /\b(?:secondary(?!\s+(?:diag|dx))|tertiary|guarantor|insured(?!(?:['’]?s)?\s+(?:id|#|no)))\b/i.test(line);
}

/** The line above, or its end where it is long; nothing before the part's beginning. */
function lineAbove(text: SourceText, offset: number, start: number): string {
  const above = text.slice(Math.max(offset, start - 200), start).replace(/(?:\r\n|\r|\n)$/, "");
  return above.slice(Math.max(above.lastIndexOf("\n"), above.lastIndexOf("\r")) + 1);
}

/**
 * Whether a field behind service lines begins another claim: a claim's own number does, and an account's where the same
 * label gave another one; so does a second patient, and a second beneficiary. The same ones, as on a second page, do not.
 */
function opensClaim(above: Above, line: FieldLine, { label, meaning, value }: LabelledValue): boolean {
  if (!/[\p{L}\p{N}]/u.test(value.text)) return false;
  const { labels, values } = above.claim;
  const { claimId, beneficiaryId } = values.texts;
  switch (meaning.field) {
    case "claimId":
      if (!/^(?:claim|superbill)/i.test(label.text)) return labels.some((place) => isOther(place, label, value));
      return claimId?.value !== value.text.replace(/^#\s*/, "");
    case "patient":
      return opensForPatient(above, line, label, value);
    case "beneficiaryId":
      return beneficiaryId !== undefined && !line.isOfOther && idKey(beneficiaryId.value) !== idKey(value.text);
    default:
      return false;
  }
}

function opensForPatient(above: Above, line: FieldLine, label: Piece, value: Piece): boolean {
  const { patient } = above.claim.values.texts;
  if (patient === undefined || isNoPatient(value.text)) return false;
  if (nameKey(patient.value) === nameKey(value.text)) return !above.state.facts.hasTitle && isNextVisit(above, line);
  // A bare name may be that of anyone, such as who signs.
  if (!/^name$/i.test(label.text)) return true;
  return [...line.fields, ...readFieldLine(above, line.next).fields].some(tellsPatient);
}

/** Behind rows, words such as `tolerated treatment well` and amounts stand behind the label too. */
export function isNoPatient(text: string): boolean {
  return /^\p{Ll}|\$|^\d[\d,]*\.\d{2}$/u.test(text) || nameKey(text) === "";
}

function tellsPatient({ meaning, value }: LabelledValue): boolean {
  return ["birthDate", "beneficiaryId", "payer"].includes(meaning.field) && !isEmptyValue(value.text);
}

/** A block is no longer than this, so that a text of nothing but fields is not read over and over. */
const longestBlock = 12;

/** Whether the block that repeats the patient states a payer and a new date of service: nothing of the claim above is lost. */
function isNextVisit(above: Above, first: FieldLine): boolean {
  const fields: LabelledValue[] = [];
  let line = first;
  for (let count = 0; count < longestBlock && line.fields.length > 0; count++) {
    fields.push(...line.fields);
    line = readFieldLine(above, line.next);
  }
  const isStated = (name: string): boolean =>
    fields.some(({ meaning, value }) => meaning.field === name && !isEmptyValue(value.text));
  return isStated("payer") && fields.some((written) => isNewDate(above.claim, written));
}

function isNewDate({ labels }: ClaimDraft, { meaning, value }: LabelledValue): boolean {
  if (meaning.field !== "dateOfService" || !/\d/.test(value.text)) return false;
  return !labels.some((place) => place.field === "dateOfService" && place.value.text === value.text);
}

/** Whether the same label names something else. */
function isOther(place: LabelPlace, label: Piece, value: Piece): boolean {
  return place.label.text.toLowerCase() === label.text.toLowerCase() && place.value.text !== value.text;
}

/** `Rivera, Ana` and `Ana M. Rivera (F)   Page 2` are one patient; `Client A` and `Client B` are two. */
function nameKey(name: string): string {
  const bare = name
    .replace(/\([^)]*\)?|\b(?:DOB|D\.O\.B)\b.*|\bpage\s+\d+(?:\s+of\s+\d+)?/giu, " ")
    .replace(/['’]/g, "");
  const words = bare.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const long = words.filter((word) => word.length > 1);
  return (long.length > 1 ? long : words).sort().join(" ");
}

/** Without what stands between and behind its letters and digits. */
function idKey(id: string): string {
  return withoutTies(id.replace(/\([^)]*\)?/g, "")).replace(/PAGE\d+(?:OF\d+)?$|[^A-Z0-9]/g, "");
}

function closesClaim({ meaning }: LabelledValue): boolean {
  return meaning.field === "total" || meaning.field === "signed";
}
