import type { Problem } from "../../model/problem.ts";
import { spanOf } from "../../text/span.ts";
import type { ClaimSegments } from "./claim-segments.ts";
import { setElement } from "./element-edit.ts";
import type { Segment } from "./segment.ts";
import { elementsOfService } from "./service-elements.ts";
import { problemAt } from "./value-problems.ts";
import { textAt } from "./values.ts";

/**
 * Says where the LX segments of a claim don't count its lines from 1; once a claim, with a fix that numbers them all. Where one is
 * missing, the numbers of the others may be right, and only that is said.
 */
export function findMisnumbered({
  numbers,
  unnumbered: [unnumbered],
}: Pick<ClaimSegments, "numbers" | "unnumbered">): readonly Problem[] {
  if (unnumbered !== undefined) {
    const message = `${elementsOfService(unnumbered).segment} has no LX before it; LX begins each service line`;
    return [problemAt("x12-envelope", unnumbered.part, unnumbered.rawElement(0) ?? unnumbered, message)];
  }
  const first = numbers.find(isMisnumbered);
  if (first === undefined) return none;
  const stated = numberOf(first);
  const says = stated === undefined ? "is no number" : `says ${stated}`;
  const place = first.element(1);
  const { start, end } = place === undefined || place.start === place.end ? first : place;
  const edits = numbers.filter(isMisnumbered).map((lx) => setElement(lx, 1, String(numbers.indexOf(lx) + 1)));
  return [
    {
      rule: "x12-envelope",
      span: spanOf(first.part, start, end),
      message: `LX01 ${says}; this is line ${numbers.indexOf(first) + 1} of the claim`,
      fixes: [{ title: "Number the claim's lines from 1", safety: "safe", edits }],
    },
  ];
}

function isMisnumbered(lx: Segment, index: number): boolean {
  return numberOf(lx) !== index + 1;
}

/** Element 1 as a whole number, such as LX01 and SE01; undefined where it is none. */
export function numberOf(segment: Segment): number | undefined {
  const place = segment.element(1);
  const text = place === undefined ? "" : textAt(segment.part, place);
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

const none: readonly never[] = [];
