import type { Impossible, Share } from "../../model/change.ts";
import type { ServiceLine } from "../../model/claim.ts";
import type { Cents } from "../../model/money.ts";
import { applyEdits } from "../../text/edit.ts";
import { type PartEdit, spanOf } from "../../text/span.ts";
import type { Reading } from "../format.ts";
import { setElement } from "./element-edit.ts";
import { isTotalLine } from "./institutional.ts";
import { numberOf } from "./line-numbers.ts";
import { X12Part } from "./part.ts";
import { recounted } from "./recount.ts";
import { type Segment, segmentId, segmentsOf } from "./segment.ts";
import { writeModifiers, writeUnits } from "./service-edit.ts";
import { elementName, elementsOfService, isService } from "./service-elements.ts";
import { dateInDigits, textAt } from "./values.ts";

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
  const service = segments.find(isService);
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

const lx = segmentId("LX");
const dtp = segmentId("DTP");
const ref = segmentId("REF");
const svd = segmentId("SVD");

const notOfClaim: Impossible = { impossible: "This service line is not one of an X12 claim." };

function reasonAgainst({ segments, part, end }: Loop): string | undefined {
  if (segments.some(({ id }) => id === svd)) {
    return "What another payer decided of this line (SVD) has to be changed with it.";
  }
  if (segmentsOf(part).some((segment) => isService(segment) && isTotalLine(segment))) {
    return "The line of revenue code 0001 repeats the total, and has to be changed with it.";
  }
  const terminator = part.text.indexOf(part.delimiters.terminator, segments.at(-1)?.end);
  return terminator >= 0 && terminator < end ? undefined : "The line's last segment is not closed.";
}

function reasonAgainstMore(loop: Loop): string | undefined {
  if (loop.segments[0]?.id !== lx) return "The line has no LX segment to number it.";
  const { service } = loop;
  const at = elementsOfService(service);
  const nonCovered = at.nonCovered === undefined ? undefined : service.element(at.nonCovered);
  if (at.nonCovered !== undefined && nonCovered !== undefined && nonCovered.end > nonCovered.start) {
    return `What is not covered of the charge (${elementName(at, at.nonCovered)}) has to be divided with it.`;
  }
  return claimOf(loop).serviceLines.length < at.mostLines
    ? undefined
    : `A claim of X12 has room for ${at.mostLines} service lines.`;
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
  const charge = share.charge === undefined ? [] : [setMoney(service, elementsOfService(service).charge, share.charge)];
  const edits = [...modifiers, ...charge, ...units];
  if (share.dateOfService === undefined) return edits;
  const dates = segments.find((segment) => segment.id === dtp && segment.has(1, "472"));
  if (dates === undefined) return { impossible: "The line has no date of service (DTP*472) to set." };
  return [...edits, setElement(dates, 2, "D8"), setElement(dates, 3, dateInDigits(share.dateOfService))];
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

/** CLM02, where it was the sum of the lines' charges. */
function totalled(loop: Loop, by: Cents): readonly PartEdit[] {
  const [claim] = loop.part.claims;
  const [clm] = segmentsOf(loop.part);
  const sum = claim?.serviceLines.reduce((total, { charge }) => total + (charge?.value ?? 0), 0);
  if (by === 0 || clm === undefined || claim?.total?.value !== sum) return [];
  return [setMoney(clm, 2, (sum ?? 0) + by)];
}

/** As the segment writes its amount there: with both digits of the cents, or without noughts at the end. */
function setMoney(segment: Segment, n: number, cents: Cents): PartEdit {
  const place = segment.element(n);
  const hasCents = place !== undefined && /\.\d\d$/.test(textAt(segment.part, place));
  return setElement(segment, n, hasCents ? (cents / 100).toFixed(2) : String(cents / 100));
}
