import { readBareDate } from "./bare-date.ts";
import { bareLabels } from "./bare-label.ts";
import type { FieldName } from "./field-names.ts";
import { type Label, findLabel, longestLabel } from "./labels.ts";
import { type Piece, isBlank, pieceOf, trimmedPiece } from "./line.ts";
import { isDiagnosisShaped } from "./pointers.ts";

/** One field of a line. */
export interface LabelledValue {
  readonly label: Piece;
  readonly meaning: Label;
  /** Without blanks around it; where it is empty, it stands right behind the colon. */
  readonly value: Piece;
}

interface FoundLabel {
  readonly label: Piece;
  readonly meaning: Label;
  readonly colon: number;
  /** It ends the value before it, and is left out. */
  readonly isUnknown?: true;
}

/**
 * The fields of a line that begins, at `from`, with a label and a colon; none where it does not. A value ends only where
 * a gap (two blanks, a tab or ` | `) is followed by another known label and a colon, and a note's not even there. For
 * values that have a form, such as dates, one blank is gap enough, and so it is before `DOB:` and the like. A label that
 * is not known is left out, with its value; behind a gap it ends a value that has a form. An MBI, a bill type and a used amount need no colon.
 */
export function readFields(line: string, from: number, hasItemNumbers: boolean): readonly LabelledValue[] {
  const colon = line.indexOf(":", from);
  const bare = withoutColon(line, from);
  if (colon === -1) return bare.length === 0 ? readBareDate(line, from) : valuesOf(line, bare);
  const first = bare.find(({ label }) => label.start === from) ?? firstLabel(line, from, colon, hasItemNumbers);
  return valuesOf(line, first === undefined ? bare : withBare(labelsFrom(line, first, hasItemNumbers), bare));
}

/** Whether a line surely begins with a known label and a colon. */
export function beginsWithField(line: string, hasItemNumbers: boolean): boolean {
  return fieldAt(line, 0, hasItemNumbers) !== undefined;
}

/** The field that a line surely begins with, at `from`, with a known label and a colon. */
export function fieldAt(line: string, from: number, hasItemNumbers: boolean): FieldName | undefined {
  const colon = line.indexOf(":", from);
  return colon === -1 ? undefined : labelAt(line, from, colon, hasItemNumbers)?.meaning.field;
}

/** The label that a line begins with; one that is not known too, where its words could be one. */
function firstLabel(line: string, from: number, colon: number, hasItemNumbers: boolean): FoundLabel | undefined {
  const first = labelAt(line, from, colon, hasItemNumbers);
  const label = first === undefined ? labelWords(line, from) : undefined;
  return label === undefined ? first : { label, meaning: { field: "ignored" }, colon, isUnknown: true };
}

function valuesOf(line: string, labels: readonly FoundLabel[]): readonly LabelledValue[] {
  const values: LabelledValue[] = [];
  for (const [index, { label, meaning, colon, isUnknown }] of labels.entries()) {
    const end = labels[index + 1]?.label.start ?? line.length;
    if (isUnknown !== true) values.push({ label, meaning, value: valueBetween(line, colon + 1, end) });
  }
  return values;
}

/** Labels that need no colon, where a field can begin. What stands in the colon's place is the label's last character. */
function withoutColon(line: string, from: number): readonly FoundLabel[] {
  const labels = bareLabels(line);
  if (labels.length === 0) return none;
  return labels
    .filter(({ label: { start } }) => start === from || (start > from && isGap(line, start)))
    .map((found) => ({ ...found, colon: found.label.end - 1 }))
    .sort((first, second) => first.label.start - second.label.start);
}

const none: readonly never[] = [];

/** In order; what stands in a note is its text. */
function withBare(labels: readonly FoundLabel[], bare: readonly FoundLabel[]): readonly FoundLabel[] {
  if (bare.length === 0) return labels;
  const last = labels.at(-1);
  const noteStart = last?.meaning.field === "note" ? last.label.start : Infinity;
  const starts = new Set(labels.map(({ label }) => label.start));
  const others = bare.filter(({ label }) => label.start < noteStart && !starts.has(label.start));
  return [...labels, ...others].sort((first, second) => first.label.start - second.label.start);
}

/** The words before a line's first colon, where they could be a label. */
export function labelWords(line: string, from = 0): Piece | undefined {
  const colon = line.indexOf(":", from);
  if (colon < 1) return undefined;
  const words = trimmedPiece(line, from, colon);
  return words.text.length <= longestLabel && /^[a-z]/i.test(words.text) && !/\s\s/.test(words.text)
    ? words
    : undefined;
}

/** The label, and those behind it. */
function labelsFrom(line: string, first: FoundLabel, hasItemNumbers: boolean): readonly FoundLabel[] {
  const labels = [first];
  let previous = first;
  for (let colon = line.indexOf(":", first.colon + 1); colon !== -1; colon = line.indexOf(":", colon + 1)) {
    if (previous.meaning.field === "note") break;
    const found = nextLabel(line, previous, colon, hasItemNumbers) ?? unknownLabel(line, previous, colon);
    if (found === undefined) continue;
    labels.push(found);
    if (found.isUnknown !== true) previous = found;
  }
  return labels;
}

function nextLabel(line: string, previous: FoundLabel, colon: number, hasItemNumbers: boolean): FoundLabel | undefined {
  for (const start of startsBefore(line, previous, colon)) {
    const found = labelAt(line, start, colon, hasItemNumbers);
    if (found !== undefined && (isGap(line, start) || endsValue(line, previous, found))) return found;
  }
  return undefined;
}

/**
 * A label that is not known, behind a gap and a value that has a form: whatever it means, that value ends before it. Some
 * words are a part of the value though: `1/5/2026   Through: 4/4/2026`.
 */
function unknownLabel(line: string, previous: FoundLabel, colon: number): FoundLabel | undefined {
  if (!formed.has(previous.meaning.field) || line.charAt(colon + 1) === "/") return undefined;
  const start = startsBefore(line, previous, colon).find((one) => isGap(line, one));
  if (
    start === undefined ||
    !/\d/.test(line.slice(previous.colon + 1, Math.min(start, previous.colon + longestFormed)))
  )
    return undefined;
  const label = trimmedPiece(line, start, colon);
  if (!/^[a-z][a-z][a-z .'/&#-]{0,28}$/i.test(label.text) || partOfValue.test(label.text)) return undefined;
  return { label, meaning: { field: "ignored" }, colon, isUnknown: true };
}

/** They go on with a period, with the day of an amount or with whose amount it is. */
const partOfValue =
  /\b(?:to|through|thru|until|till|ends?|ended|ending|expir\w*|exp|as of|on|from|updated|PT|OT|SLP|ST|speech)\b/i;

/** Whether one blank is gap enough: behind a value that has a form, or before a label that is never a part of a value. */
function endsValue(line: string, previous: FoundLabel, next: FoundLabel): boolean {
  if (previous.meaning.field === "ignored" || uncertain.has(next.meaning.field)) return false;
  if (previous.meaning.field === "diagnosis" && endsWithCode(line, previous, next)) return true;
  if (formed.has(previous.meaning.field)) return next.colon - previous.colon <= longestFormed;
  return /^(?:.* )?(?:DOB|DOS|MBI|Payer)$/i.test(next.label.text);
}

function labelAt(line: string, start: number, colon: number, hasItemNumbers: boolean): FoundLabel | undefined {
  const label = trimmedPiece(line, start, colon);
  if (label.text === "" || label.text.length > longestLabel) return undefined;
  const isClockTime = /\d$/.test(label.text) && /\d/.test(line.charAt(colon + 1));
  const meaning = isClockTime ? undefined : findLabel(label.text, hasItemNumbers);
  return meaning === undefined ? undefined : { label, meaning, colon };
}

/** `M54.50 Dx B:`. */
function endsWithCode(line: string, previous: FoundLabel, next: FoundLabel): boolean {
  const value = line.slice(Math.max(previous.colon + 1, next.label.start - longestFormed), next.label.start).trimEnd();
  return next.meaning.field !== "ignored" && isDiagnosisShaped(/[^\s,;]*$/.exec(value)?.[0] ?? "");
}

/** A word before them may make another label of them: `Trace ID`. */
const uncertain: ReadonlySet<FieldName> = new Set<FieldName>(["uncertainId", "coverage"]);

const formed: ReadonlySet<FieldName> = new Set<FieldName>([
  "birthDate",
  "beneficiaryId",
  "uncertainId",
  "setting",
  "taxId",
  "npi",
  "billingNpi",
  "renderingNpi",
  "referringNpi",
  "statementPeriod",
  "occurrence",
  "planOfCare",
  "recertification",
  "certified",
  "progressReport",
  "dateOfService",
  "usedPtSlp",
  "usedOt",
  "usedAmounts",
  "total",
]);

const longestFormed = 80;
const mostLabelWords = 5;

/** Where a label that ends at the colon could begin, the farthest first: behind the last gap, or behind a blank. */
function startsBefore(line: string, previous: FoundLabel, colon: number): readonly number[] {
  const earliest = Math.max(previous.colon + 1, colon - longestLabel - 2);
  const starts: number[] = [];
  // Blanks right before the colon belong to the label.
  let end = colon;
  while (end > earliest && isBlank(line.charCodeAt(end - 1))) end--;
  for (let index = end; index > earliest; index--) {
    if (!isBlank(line.charCodeAt(index - 1))) continue;
    if (isGap(line, index)) return [index, ...starts.toReversed()];
    if (starts.length < mostLabelWords) starts.push(index);
  }
  return starts.toReversed();
}

/** Whether two blanks, a tab or ` | ` end at the offset. */
function isGap(line: string, offset: number): boolean {
  if (line.charCodeAt(offset - 1) === 9) return true;
  const before = line.charCodeAt(offset - 2);
  return offset >= 2 && (isBlank(before) || (before === 124 && isBlank(line.charCodeAt(offset - 3))));
}

/** A ` | ` or a tab before the next label is not part of the value. */
function valueBetween(line: string, start: number, end: number): Piece {
  const value = trimmedPiece(line, start, end);
  if (value.text === "") return pieceOf(line, start, start);
  if (!value.text.endsWith("|")) return value;
  const inner = trimmedPiece(line, start, value.end - 1);
  return inner.text === "" ? pieceOf(line, start, start) : inner;
}
