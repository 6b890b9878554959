import type { Problem } from "../../model/problem.ts";
import { type PartEdit, spanOf } from "../../text/span.ts";
import { claimSegments } from "./elements/claims.ts";
import { eligibilitySegments } from "./elements/eligibility.ts";
import { envelopeSegments } from "./elements/envelope.ts";
import { institutionalSegments } from "./elements/institutional.ts";
import { remittanceSegments } from "./elements/remittance.ts";
import type { Place, SegmentedPart } from "./place.ts";
import { type SegmentId, segmentId, segmentsOf } from "./segment.ts";
import { textAt } from "./values.ts";

const knownIds: ReadonlySet<SegmentId> = new Set(
  [claimSegments, institutionalSegments, remittanceSegments, eligibilitySegments, envelopeSegments].flatMap((texts) =>
    Object.keys(texts).map(segmentId),
  ),
);

/** Whether the id would be one that is read here, were it in upper case. It is asked of every segment. */
export function isInLowerCase(id: SegmentId): boolean {
  // Of ASCII, only lower case and four signs behind it have both of these bits.
  return ((id << 1) & id & 0x404040) !== 0 && knownIds.has(upperCase(id));
}

function upperCase(id: SegmentId): SegmentId {
  let upper = 0;
  for (let shift = 16; shift >= 0; shift -= 8) {
    const code = (id >> shift) & 0xff;
    upper = (upper << 8) | (code >= 97 && code <= 122 ? code - 32 : code);
  }
  return upper;
}

/** So many parts are mended by one fix: what holds more is no file of an office, and need not be kept. */
export const mostParts = 10_000;

/** Said once of all parts of an envelope that have segment ids in lower case, in their order. */
export function findLowerCaseProblem(parts: readonly SegmentedPart[]): readonly Problem[] {
  const [part] = parts;
  const [id] = part === undefined ? [] : lowerCaseIdsOf(part);
  if (part === undefined || id === undefined) return [];
  const message = `Segments whose ids are in lower case, such as ${textAt(part, id)}, are not read: X12's ids are in upper case`;
  const fix = {
    title: "Write segment ids in upper case",
    safety: "review",
    // Worked out when somebody asks: there may be one for every line of a large file.
    get edits() {
      return parts.flatMap(upperCaseIdsIn);
    },
  } as const;
  return [{ rule: "x12-lower-case-id", span: spanOf(part, id.start, id.end), message, fixes: [fix] }];
}

function upperCaseIdsIn(part: SegmentedPart): readonly PartEdit[] {
  return lowerCaseIdsOf(part).map(({ start, end }) => ({
    span: spanOf(part, start, end),
    newText: part.text.slice(start, end).toUpperCase(),
  }));
}

function lowerCaseIdsOf(part: SegmentedPart): readonly Place[] {
  return segmentsOf(part).flatMap((segment) => (isInLowerCase(segment.id) ? (segment.rawElement(0) ?? []) : []));
}
