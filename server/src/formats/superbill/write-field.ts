import type { Change, Impossible, SettableField } from "../../model/change.ts";
import type { Claim } from "../../model/claim.ts";
import type { Bucket } from "../../model/discipline.ts";
import { type PartEdit, type Span, spanOf } from "../../text/span.ts";
import type { Reading } from "../format.ts";
import { readFields } from "./field-line.ts";
import type { FieldName } from "./field-names.ts";
import { contentOf, isComment } from "./line-kind.ts";
import type { Line } from "./line.ts";
import { lineAround, lineEndOf } from "./part-lines.ts";
import { labelsOf } from "./part.ts";
import { type LabelPlace, type SuperbillPart, columnNamesOf, isSuperbillPart } from "./superbill-part.ts";

interface Settable {
  readonly name: FieldName;
  readonly label: string;
  readonly bucket?: Bucket;
}

const settable: Readonly<Record<SettableField, Settable>> = {
  payer: { name: "payer", label: "Payer" },
  usedAmountPtSlp: { name: "usedPtSlp", label: "YTD PT/SLP", bucket: "PT/SLP" },
  usedAmountOt: { name: "usedOt", label: "YTD OT", bucket: "OT" },
  note: { name: "note", label: "Note" },
};

/** Replaces the value where its label stands, else adds a line behind the claim's head. */
export function writeField(
  { claim, field: name, to }: Extract<Change, { kind: "field" }>,
  reading: Reading,
): readonly PartEdit[] | Impossible {
  const { part } = claim;
  if (!isSuperbillPart(part)) return { impossible: "The claim is none of a superbill." };
  const field = settable[name];
  if (!standsAlone(field, to)) return { impossible: "The value cannot stand in one field." };
  // A claim may have several notes: a new one replaces none.
  const found = name === "note" ? undefined : placeOf(claim, part, field, reading);
  return found === undefined ? [insertLine(claim, part, field, to)] : replaceValue(found.part, found.place, to);
}

/** Whether a value reads back whole: no line end in it, and no other field's label. */
function standsAlone(field: Settable, to: string): boolean {
  if (/[\r\n]/.test(to)) return false;
  const [first, ...others] = readFields(`${field.label}: ${to}`, 0, false);
  return others.length === 0 && first?.value.text === to.trim();
}

interface FoundPlace {
  readonly part: SuperbillPart;
  readonly place: LabelPlace;
}

/** Where the claim's value comes from: its own label, or one before the first title. */
function placeOf(claim: Claim, part: SuperbillPart, field: Settable, reading: Reading): FoundPlace | undefined {
  const value = valueOf(claim, field);
  const labelOf = (from: SuperbillPart): LabelPlace | undefined =>
    labelsOf(from).find((label) => label.field === field.name && (value === undefined || covers(label, value)));
  if (value === undefined || value.part === part) {
    const place = labelOf(part);
    return place === undefined ? undefined : { part, place };
  }
  const [first] = reading.parts;
  if (first === undefined || first !== value.part || !isSuperbillPart(first)) return undefined;
  const place = labelOf(first);
  return place === undefined ? undefined : { part: first, place };
}

function valueOf(claim: Claim, field: Settable): Span | undefined {
  if (field.bucket === undefined) return claim.payer.name;
  return claim.statedAmounts.findLast((stated) => stated.bucket === field.bucket)?.span;
}

function covers({ label, value }: LabelPlace, span: Span): boolean {
  return label.start <= span.start && span.end <= Math.max(label.end, value.end);
}

/** What stands to the right of the value stays where it is as far as the gap between them allows. */
function replaceValue(part: SuperbillPart, { value }: LabelPlace, to: string): readonly PartEdit[] {
  const isMissing = value.text === "";
  if (isMissing && to === "") return [];
  const hasBlank = part.text.charAt(value.start) === " ";
  const start = isMissing && hasBlank ? value.start + 1 : value.start;
  const end = isMissing ? start : value.end;
  const newText = isMissing && !hasBlank ? ` ${to}` : to;
  const gap = /^ */.exec(part.text.slice(end))?.[0].length ?? 0;
  const isFollowed = /^[^\r\n]/.test(part.text.slice(end + gap));
  if (!isFollowed) return [{ span: spanOf(part, start, end), newText }];
  const growth = newText.length - (end - start);
  const room = Math.max(narrowestGap, gap - growth);
  return [{ span: spanOf(part, start, end + gap), newText: newText + " ".repeat(room) }];
}

/** Two blanks end a value where another label follows. */
const narrowestGap = 2;

/** A line behind the last of the fields above the service lines, aligned and ended as its neighbours are. */
function insertLine(claim: Claim, part: SuperbillPart, field: Settable, to: string): PartEdit {
  const { text } = part;
  const above = headLabels(claim, part);
  const last = above.at(-1);
  const hasHead = last !== undefined || /^(?:superbill|claim)/i.test(text.slice(claim.head.start, claim.head.end));
  const line = hasHead
    ? lineAround(text, last?.label.start ?? claim.head.start)
    : aboveComments(text, claim.head.start);
  const lineEnd = lineEndOf(text, line);
  const indentation = /^\uFEFF?([^\S\r\n\uFEFF]*)/.exec(line.text)?.[1] ?? "";
  const newLine = indentation + labelled(field.label, to, above);
  const end = line.start + line.text.length;
  if (hasHead) return { span: spanOf(part, end, end), newText: lineEnd + newLine };
  // The byte-order mark stays the first character of the text.
  const start = line.start + (line.text.startsWith("\uFEFF") ? 1 : 0);
  return { span: spanOf(part, start, start), newText: newLine + lineEnd };
}

/** The line, or the first of the comments right above it: what they silence stays the next line. */
function aboveComments(text: string, offset: number): Line {
  let line = lineAround(text, offset);
  while (line.start > 0) {
    const lineEnd = text.slice(line.start - 2, line.start) === "\r\n" ? 2 : 1;
    const above = lineAround(text, line.start - lineEnd);
    if (!isComment(contentOf(above))) break;
    line = above;
  }
  return line;
}

/** The first label of each line of the claim above its service lines and their header. */
function headLabels(claim: Claim, part: SuperbillPart): readonly LabelPlace[] {
  const rows = claim.serviceLines[0]?.span.start ?? Infinity;
  const header = columnNamesOf(part).find(({ start }) => start >= claim.head.start)?.start ?? Infinity;
  return labelsOf(part).filter(
    ({ label, isFirst }) => isFirst && label.start >= claim.head.start && label.start < Math.min(rows, header),
  );
}

/** The values of most lines begin in one column: so does the new one, where its label leaves room. */
function labelled(label: string, to: string, above: readonly LabelPlace[]): string {
  const offsets = above.filter(({ value }) => value.text !== "").map((place) => place.value.start - place.label.start);
  const lengths = new Set(above.map((place) => place.label.text.length));
  const [offset = 0] = offsets;
  const isAligned = offsets.length > 1 && lengths.size > 1 && offsets.every((one) => one === offset);
  return `${label}:`.padEnd(isAligned ? offset : 0) + (isAligned && offset > label.length + 1 ? "" : " ") + to;
}
