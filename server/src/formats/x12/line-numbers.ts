import type { Problem } from "../../model/problem.ts";
import { spanOf } from "../../text/span.ts";
import { setElement } from "./element-edit.ts";
import type { SegmentedPart } from "./place.ts";
import { type Segment, segmentId, segmentsOf } from "./segment.ts";
import { elementsOfService } from "./service-elements.ts";
import { problemAt } from "./value-problems.ts";
import { textOf } from "./values.ts";

const lx = segmentId("LX");

/** Says of the first service that no LX stands before: it may be missing, and the numbers of the others be right. */
export function unnumbered(service: Segment): Problem {
  const message = `${elementsOfService(service).segment} has no LX before it; LX begins each service line`;
  return problemAt("x12-envelope", service.part, service.rawElement(0) ?? service, message);
}

/** Says where the LX segments of a claim don't count its lines from 1, with a fix that numbers them all; undefined where they do. */
export function misnumbered(part: SegmentedPart): Problem | undefined {
  const numbers = segmentsOf(part).filter(({ id }) => id === lx);
  const first = numbers.find(isMisnumbered);
  if (first === undefined) return undefined;
  const stated = numberOf(first);
  const says = stated === undefined ? "is no number" : `says ${stated}`;
  const place = first.element(1);
  const { start, end } = place === undefined || place.start === place.end ? first : place;
  const edits = numbers.filter(isMisnumbered).map((one) => setElement(one, 1, String(numbers.indexOf(one) + 1)));
  return {
    rule: "x12-envelope",
    span: spanOf(part, start, end),
    message: `LX01 ${says}; this is line ${numbers.indexOf(first) + 1} of the claim`,
    fixes: [{ title: "Number the claim's lines from 1", safety: "safe", edits }],
  };
}

function isMisnumbered(lx: Segment, index: number): boolean {
  return numberOf(lx) !== index + 1;
}

/** Element 1 as a whole number, such as LX01 and SE01; undefined where it is none. */
export function numberOf(segment: Segment): number | undefined {
  const text = textOf(segment, 1);
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
