import type { Impossible, Share } from "../../model/change.ts";
import type { ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import { applyEdits } from "../../text/edit.ts";
import { type PartEdit, spanOf } from "../../text/span.ts";
import type { Reading } from "../format.ts";
import { setElement } from "./element-edit.ts";
import { X12Part } from "./part.ts";
import { type Segment, segmentId, segmentsOf } from "./segment.ts";
import { writeModifiers, writeUnits } from "./service-edit.ts";
import { textAt } from "./values.ts";

/** The segments of one service line, and where what belongs to it ends: line ends belong to what they follow. */
export interface Loop {
  readonly part: X12Part;
  readonly segments: readonly Segment[];
  readonly service: Segment;
  readonly start: number;
  readonly end: number;
}

/** Loop 2400 of a service line; undefined where the line is none of an X12 claim. */
export function loopOf({ part, span }: ServiceLine): Loop | undefined {
  if (!(part instanceof X12Part)) return undefined;
  const all = segmentsOf(part);
  const segments = all.filter(({ start, end }) => start >= span.start && end <= span.end);
  const service = segments.find(({ id }) => id === sv1);
  const end = all.find(({ start }) => start >= span.end)?.start ?? part.text.length;
  return service && { part, segments, service, start: span.start, end };
}

/** Takes a line out of its claim, and mends the numbers of the lines behind it, the claim's total and the count of segments. */
export function removeLine(line: ServiceLine, reading: Reading): readonly PartEdit[] | Impossible {
  const loop = loopOf(line);
  if (loop === undefined) return notOfClaim;
  const reason = reasonAgainst(loop);
  if (reason !== undefined) return { impossible: reason };
  if (claimOf(loop).serviceLines.length < 2) return { impossible: "A claim of X12 has at least one service line." };
  return [
    { span: spanOf(loop.part, loop.start, loop.end), newText: "" },
    ...renumbered(loop, -1),
    ...totalled(loop, -(line.charge?.value ?? 0)),
    ...recounted(loop.part, -loop.segments.length, reading),
  ];
}

/** Makes two lines of one; the second repeats the segments of the first, but for the provider's own number of the line (REF*6R). */
export function splitLine(
  line: ServiceLine,
  into: readonly [Share, Share],
  reading: Reading,
): readonly PartEdit[] | Impossible {
  const loop = loopOf(line);
  if (loop === undefined) return notOfClaim;
  const reason = reasonAgainst(loop) ?? reasonAgainstMore(loop);
  if (reason !== undefined) return { impossible: reason };
  const [one, two] = into;
  const [first, second] = [editsFor(loop, one), editsFor(loop, two)];
  if ("impossible" in first) return first;
  if ("impossible" in second) return second;
  const hasCharge = one.charge !== undefined && two.charge !== undefined;
  return [
    ...first,
    { span: spanOf(loop.part, loop.end, loop.end), newText: textOfSecond(loop, second) },
    ...renumbered(loop, 1),
    ...totalled(loop, hasCharge ? one.charge + two.charge - (line.charge?.value ?? 0) : 0),
    ...recounted(loop.part, loop.segments.filter((segment) => !isOwnNumber(segment)).length, reading),
  ];
}

const sv1 = segmentId("SV1");
const lx = segmentId("LX");
const dtp = segmentId("DTP");
const ref = segmentId("REF");
const svd = segmentId("SVD");
const se = segmentId("SE");
const st = segmentId("ST");

const notOfClaim: Impossible = { impossible: "This service line is not one of an X12 claim." };

/** An 837P has room for so many lines in a claim. */
const mostLines = 50;

function reasonAgainst({ segments, part, end }: Loop): string | undefined {
  if (segments.some(({ id }) => id === svd)) {
    return "What another payer decided of this line (SVD) has to be changed with it.";
  }
  const terminator = part.text.indexOf(part.delimiters.terminator, segments.at(-1)?.end);
  return terminator >= 0 && terminator < end ? undefined : "The line's last segment is not closed.";
}

function reasonAgainstMore(loop: Loop): string | undefined {
  if (loop.segments[0]?.id !== lx) return "The line has no LX segment to number it.";
  return claimOf(loop).serviceLines.length < mostLines ? undefined : "A claim of X12 has room for 50 service lines.";
}

function claimOf({ part }: Loop): { readonly serviceLines: readonly ServiceLine[] } {
  return part.claims[0] ?? { serviceLines: [] };
}

/** The edits that give the loop's segments a share's values. */
function editsFor({ segments, service }: Loop, share: Share): readonly PartEdit[] | Impossible {
  const modifiers = writeModifiers(service, share.modifiers);
  if ("impossible" in modifiers) return modifiers;
  const units = writeUnits(service, share.units);
  if ("impossible" in units) return units;
  const charge = share.charge === undefined ? [] : [setElement(service, 2, moneyLike(service, share.charge))];
  const edits = [...modifiers, ...charge, ...units];
  if (share.dateOfService === undefined) return edits;
  const dates = segments.find((segment) => segment.id === dtp && segment.has(1, "472"));
  if (dates === undefined) return { impossible: "The line has no date of service (DTP*472) to set." };
  return [...edits, setElement(dates, 2, "D8"), setElement(dates, 3, dateInDigits(share.dateOfService))];
}

function dateInDigits(date: CalendarDate): string {
  return date.replaceAll("-", "");
}

/** The loop's text with its edits made, numbered one higher. */
function textOfSecond({ part, segments, start, end }: Loop, edits: readonly PartEdit[]): string {
  const gone = segments.flatMap((segment, index) =>
    isOwnNumber(segment) ? [{ span: spanOf(part, segment.start, segments[index + 1]?.start ?? end), newText: "" }] : [],
  );
  const [first] = segments;
  const number = first && numberOf(first);
  const numbered = first === undefined || number === undefined ? [] : [setElement(first, 1, String(number + 1))];
  const placed = [...edits, ...gone, ...numbered].map(({ span, newText }) => ({
    start: span.start - start,
    end: span.end - start,
    newText,
  }));
  return applyEdits(part.text.slice(start, end), placed);
}

function isOwnNumber(segment: Segment): boolean {
  return segment.id === ref && segment.has(1, "6R");
}

/** The lines behind the loop that are numbered on from it stay so. */
function renumbered({ part, segments, end }: Loop, by: number): readonly PartEdit[] {
  const own = segments[0] && numberOf(segments[0]);
  if (own === undefined) return [];
  const behind = segmentsOf(part).filter(({ id, start }) => id === lx && start >= end);
  const broken = behind.findIndex((segment, index) => numberOf(segment) !== own + 1 + index);
  return (broken < 0 ? behind : behind.slice(0, broken)).map((segment, index) =>
    setElement(segment, 1, String(own + 1 + index + by)),
  );
}

function numberOf(segment: Segment): number | undefined {
  const place = segment.element(1);
  const text = place === undefined ? "" : textAt(segment.part, place);
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** CLM02, where it was the sum of the lines' charges. */
function totalled(loop: Loop, by: Cents): readonly PartEdit[] {
  const [claim] = loop.part.claims;
  const [clm] = segmentsOf(loop.part);
  const sum = claim?.serviceLines.reduce((total, { charge }) => total + (charge?.value ?? 0), 0);
  if (by === 0 || clm === undefined || claim?.total?.value !== sum) return [];
  return [setElement(clm, 2, moneyLike(clm, (sum ?? 0) + by))];
}

/** As the segment writes its amount in its second element: with both digits of the cents, or without noughts at the end. */
function moneyLike(segment: Segment, cents: Cents): string {
  const place = segment.element(2);
  const hasCents = place !== undefined && /\.\d\d$/.test(textAt(segment.part, place));
  return hasCents ? (cents / 100).toFixed(2) : String(cents / 100);
}

/** SE01 of the transaction that the part stands in. */
function recounted(part: X12Part, by: number, { parts }: Reading): readonly PartEdit[] {
  for (let place = parts.placeOf(part) + 1; place < parts.length; place++) {
    const other = parts.at(place);
    if (!(other instanceof X12Part) || other.opener === st) return [];
    if (other.opener !== se) continue;
    const [closing] = segmentsOf(other);
    const count = closing && numberOf(closing);
    return closing === undefined || count === undefined ? [] : [setElement(closing, 1, String(count + by))];
  }
  return [];
}
