import type { FieldName } from "./field-names.ts";
import { type Label, findLabel, longestLabel } from "./labels.ts";
import { type Piece, isBlank, pieceOf, trimmedPiece } from "./line.ts";

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
}

/**
 * The fields of a line that begins, at `from`, with a label and a colon; none where it does not. A value ends only where
 * a gap (two blanks, a tab or ` | `) is followed by another known label and a colon, and a note's not even there. For
 * values that have a form, such as dates, one blank is gap enough, and so it is before `DOB:` and the like. A first label
 * that is not known is left out, with its value.
 */
export function readFields(line: string, from: number, hasItemNumbers: boolean): readonly LabelledValue[] {
  const colon = line.indexOf(":", from);
  if (colon === -1) return [];
  const first = labelAt(line, from, colon, hasItemNumbers);
  if (first !== undefined) return valuesOf(line, labelsFrom(line, first, hasItemNumbers));
  const label = labelWords(line, from);
  if (label === undefined) return [];
  const unknown: FoundLabel = { label, meaning: { field: "ignored" }, colon };
  return valuesOf(line, labelsFrom(line, unknown, hasItemNumbers).slice(1));
}

function valuesOf(line: string, labels: readonly FoundLabel[]): readonly LabelledValue[] {
  return labels.map(({ label, meaning, colon }, index) => {
    const end = labels[index + 1]?.label.start ?? line.length;
    return { label, meaning, value: valueBetween(line, colon + 1, end) };
  });
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
    const found = nextLabel(line, previous, colon, hasItemNumbers);
    if (found === undefined) continue;
    labels.push(found);
    previous = found;
  }
  return labels;
}

function nextLabel(line: string, previous: FoundLabel, colon: number, hasItemNumbers: boolean): FoundLabel | undefined {
  for (const start of startsBefore(line, previous, colon)) {
    const found = labelAt(line, start, colon, hasItemNumbers);
    if (found !== undefined && (isGap(line, start) || endsValue(previous, found))) return found;
  }
  return undefined;
}

/** Whether one blank is gap enough: behind a value that has a form, or before a label that is never a part of a value. */
function endsValue(previous: FoundLabel, next: FoundLabel): boolean {
  if (previous.meaning.field === "ignored") return false;
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

const formed: ReadonlySet<FieldName> = new Set<FieldName>([
  "birthDate",
  "beneficiaryId",
  "setting",
  "taxId",
  "npi",
  "billingNpi",
  "renderingNpi",
  "referringNpi",
  "statementPeriod",
  "occurrence",
  "planOfCare",
  "certified",
  "progressReport",
  "dateOfService",
  "usedPtSlp",
  "usedOt",
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
