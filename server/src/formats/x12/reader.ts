import type { SourceText } from "../../text/source-text.ts";
import { type PartReading, bareReading } from "../format.ts";
import type { PartReader } from "../part-reader.ts";
import { type Delimiters, beginsIsa, findInterchange, longestIsa, readDelimiters } from "./delimiters.ts";
import { envelopes } from "./envelope.ts";
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

    const { end, segmentCount } = measure(text, start, delimiters);
    const content = text.slice(offset, end);
    if (
      previous instanceof X12Part &&
      previous.text === content &&
      sameState(previous.before, heededBy(previous, before))
    ) {
      return { part: previous, state: previous.after };
    }
    const opener = isIsa ? isa : segmentIdAt(text, start, delimiters);
    const part = new X12Part({ text: content, delimiters, opener, segmentCount, before });
    return { part, state: part.after };
  },

  same: sameState,
  together: envelopes,
};

const isa = segmentId("ISA");

/** The segments that begin a part. CLP begins a claim in a remittance, which is cut into parts though it is not read. */
const openers: ReadonlySet<SegmentId> = new Set(
  ["ISA", "GS", "ST", "HL", "CLM", "CLP", "SE", "GE", "IEA"].map(segmentId),
);

/** Text up to the next interchange. */
function readOutside(text: SourceText, offset: number, start: number): PartReading {
  const next = findInterchange(text, start + 1);
  const end = next < 0 ? text.length : next;
  return bareReading(text.slice(offset, end));
}

/** Where the part ends whose first segment begins at `start`: before the next opener, so that line ends belong to what they follow. */
function measure(text: SourceText, start: number, delimiters: Delimiters): { end: number; segmentCount: number } {
  for (let at = start, segmentCount = 0; ;) {
    const terminator = text.indexOf(delimiters.terminator, at);
    if (at < text.length) segmentCount++;
    if (terminator < 0) return { end: text.length, segmentCount };
    at = skipLayout(text, terminator + 1, delimiters);
    if (at >= text.length || isOpener(text, at, delimiters)) return { end: at, segmentCount };
  }
}

function isOpener(text: SourceText, at: number, delimiters: Delimiters): boolean {
  return openers.has(segmentIdAt(text, at, delimiters)) || beginsIsa(text, at);
}
