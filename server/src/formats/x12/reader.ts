import type { SourceText } from "../../text/source-text.ts";
import { type PartReading, bareReading } from "../format.ts";
import type { PartReader } from "../part-reader.ts";
import { type Delimiters, beginsIsa, findInterchange, longestIsa, readDelimiters } from "./delimiters.ts";
import { envelopes } from "./envelope.ts";
import { readsClaims } from "./guides.ts";
import { isInLowerCase } from "./lower-case-ids.ts";
import { X12Part } from "./part.ts";
import { type SegmentId, segmentId, segmentIdAt, skipLayout } from "./segment.ts";
import { type State, heededBy, outside, sameState } from "./state.ts";

/** Reads an interchange part by part: each envelope segment, each level and each claim begins one. */
export const x12Reader: PartReader<State> = {
  reach: longestIsa,
  begin: () => outside,

  next(text, offset, before, previous) {
    const start = skipLayout(text, offset, before.delimiters);
    const isIsa = beginsIsa(text, start);
    const delimiters = isIsa ? readDelimiters(text, start) : before.delimiters;
    if (delimiters === undefined) return { part: { ...readOutside(text, offset, start), before }, state: outside };

    const { end, segmentCount, hasLowerCaseIds } = measure(
      text,
      start,
      delimiters,
      readsClaims(before.guide) ? openers : answerOpeners,
    );
    const content = text.slice(offset, end);
    if (
      previous instanceof X12Part &&
      previous.text === content &&
      sameState(previous.before, heededBy(previous, before))
    ) {
      return { part: previous, state: previous.after };
    }
    const opener = isIsa ? isa : segmentIdAt(text, start, delimiters);
    const part = new X12Part({ text: content, delimiters, opener, segmentCount, hasLowerCaseIds, before });
    return { part, state: part.after };
  },

  same: sameState,
  together: envelopes,
};

const isa = segmentId("ISA");

/** The segments that begin a part. */
const openers: ReadonlySet<SegmentId> = new Set(
  ["ISA", "GS", "ST", "HL", "CLM", "CLP", "SE", "GE", "IEA"].map(segmentId),
);

/** In a remittance also who pays whom, a group of claims, and what is settled beside claims; in claims LX is a service line. */
const answerOpeners: ReadonlySet<SegmentId> = new Set([...openers, ...["N1", "LX", "PLB"].map(segmentId)]);

/** Text up to the next interchange. */
function readOutside(text: SourceText, offset: number, start: number): PartReading {
  const next = findInterchange(text, start + 1);
  const end = next < 0 ? text.length : next;
  return bareReading(text.slice(offset, end));
}

/** Where the part ends whose first segment begins at `start`: before the next opener, so that line ends belong to what they follow. */
function measure(
  text: SourceText,
  start: number,
  delimiters: Delimiters,
  endings: ReadonlySet<SegmentId>,
): { end: number; segmentCount: number; hasLowerCaseIds: boolean } {
  let hasLowerCaseIds = false;
  for (let at = start, segmentCount = 0; ;) {
    const terminator = text.indexOf(delimiters.terminator, at);
    if (at < text.length) segmentCount++;
    if (terminator < 0) return { end: text.length, segmentCount, hasLowerCaseIds };
    at = skipLayout(text, terminator + 1, delimiters);
    const id = at >= text.length ? 0 : segmentIdAt(text, at, delimiters);
    if (at >= text.length || endings.has(id) || beginsIsa(text, at)) return { end: at, segmentCount, hasLowerCaseIds };
    hasLowerCaseIds ||= isInLowerCase(id);
  }
}
