import type { Change, Impossible } from "../../model/change.ts";
import type { Claim } from "../../model/claim.ts";
import type { Edit } from "../../text/edit.ts";
import { type PartEdit, type Span, spanOf } from "../../text/span.ts";
import { plainClaim } from "../claim-view.ts";
import type { Reading } from "../format.ts";
import { lineAround } from "./part-lines.ts";
import { reread } from "./read-back.ts";
import { rowAt } from "./row-at.ts";
import { padded } from "./row-text.ts";
import { type SuperbillPart, isSuperbillPart } from "./superbill-part.ts";
import { endOfWord } from "./write-units.ts";

type ValueChange = Extract<Change, { kind: "value" }>;

/** Replaces the text of one value. In a service line what stands to its right stays in its place as far as there is room. */
export function writeValue({ of, at, to }: ValueChange, reading: Reading): readonly PartEdit[] | Impossible {
  const { part } = at;
  if (!isSuperbillPart(part)) return { impossible: "The value is none of a superbill." };
  const plain = { start: at.start, end: at.end, newText: to };
  const ways = [inRow(part, plain), [plain]].flatMap((edits) => (edits === undefined ? [] : [placed(part, edits)]));
  return ways.find((way) => readsBack(reading, way, { of, at, to })) ?? { impossible: "The value would not be read." };
}

function placed(part: SuperbillPart, edits: readonly Edit[]): readonly PartEdit[] {
  return edits.map(({ start, end, newText }) => ({ span: spanOf(part, start, end), newText }));
}

/** The edits of a value that stands in a service line; offsets count from the part's beginning. */
function inRow(part: SuperbillPart, { start, end, newText }: Edit): readonly Edit[] | undefined {
  const isInside = part.claims.some(({ serviceLines }) =>
    serviceLines.some(({ span }) => span.start <= start && end <= span.end),
  );
  const line = lineAround(part.text, start);
  const row = isInside ? rowAt(part, line) : undefined;
  if (row === undefined) return undefined;
  const edit = { start: start - line.start, end: end - line.start, newText };
  return padded(row, [edit], endOfWord(row.text, edit.end)).map((one) => ({
    ...one,
    start: one.start + line.start,
    end: one.end + line.start,
  }));
}

/** Whether the claim has a value at that place that is written so, and the text as many claims and lines as before. */
function readsBack(reading: Reading, edits: readonly PartEdit[], { of, at, to }: Omit<ValueChange, "kind">): boolean {
  const after = reread(reading, edits);
  const before = claimsOf(reading);
  const claims = claimsOf(after.reading);
  const claim = claims[before.indexOf(of)];
  if (claim === undefined || claims.length !== before.length) return false;
  if (claims.some(({ serviceLines }, index) => serviceLines.length !== before[index]?.serviceLines.length))
    return false;
  const starts = new Map<unknown, number>();
  let start = 0;
  for (const part of after.reading.parts) {
    starts.set(part, start);
    start += part.text.length;
  }
  const expected = (after.starts.get(at.part) ?? 0) + at.start;
  const stands = ({ part, start: from, end }: Span): boolean =>
    (starts.get(part) ?? 0) + from === expected && end - from === to.length;
  return to === "" || holdsSpan(plainClaim(claim), stands);
}

function claimsOf(reading: Reading): readonly Claim[] {
  return reading.parts.flatMap((part) => part.claims);
}

/** Whether a span of some value of the claim is the one that is looked for. */
export function holdsSpan(value: object, stands: (span: Span) => boolean): boolean {
  if (isSpan(value) && "value" in value && stands(value)) return true;
  return Object.entries(value).some(([key, inner]: [string, unknown]) => {
    return key !== "part" && typeof inner === "object" && inner !== null && holdsSpan(inner, stands);
  });
}

function isSpan(value: object): value is Span {
  return "part" in value && "start" in value && "end" in value;
}
