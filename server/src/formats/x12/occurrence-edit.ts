import type { Change, Impossible } from "../../model/change.ts";
import { type PartEdit, spanOf } from "../../text/span.ts";
import type { Reading } from "../format.ts";
import { setElement } from "./element-edit.ts";
import { X12Part } from "./part.ts";
import { recounted } from "./recount.ts";
import { type Segment, segmentId, segmentsOf } from "./segment.ts";
import { dateInDigits, textOf } from "./values.ts";

/** Behind the last code of the segment of occurrences, or in one of its own behind the segments that tell of the claim. */
export function addOccurrence(
  { claim, code, date }: Extract<Change, { kind: "occurrence" }>,
  reading: Reading,
): readonly PartEdit[] | Impossible {
  const { part } = claim;
  if (!(part instanceof X12Part) || claim.kind !== "institutional") {
    return { impossible: "Only an institution's claim has occurrence codes." };
  }
  const added = ["BH", code, "D8", dateInDigits(date)].join(part.delimiters.component);
  const head = headOf(part);
  const lists = head.filter(isListOfOccurrences);
  const last = lists.at(-1);
  if (last !== undefined && last.elementCount < mostCodes) return [setElement(last, last.elementCount + 1, added)];
  if (lists.length >= mostLists) return { impossible: "A claim of X12 has room for 24 occurrence codes." };
  const before = last ?? head.findLast(({ id }) => id === hi) ?? head.at(-1);
  const edit = before && insertBehind(part, before, `HI${part.delimiters.element}${added}`);
  return edit === undefined
    ? { impossible: "The segment before is not closed." }
    : [edit, ...recounted(part, 1, reading)];
}

/** A segment laid out and closed as the one before it is: a CR may stand before the LF that ends segments. */
function insertBehind(part: X12Part, before: Segment, content: string): PartEdit | undefined {
  const at = part.text.indexOf(part.delimiters.terminator, before.end) + 1;
  if (at === 0) return undefined;
  const next = segmentsOf(part).find(({ start }) => start >= at)?.start ?? part.text.length;
  return { span: spanOf(part, at, at), newText: part.text.slice(at, next) + content + part.text.slice(before.end, at) };
}

const hi = segmentId("HI");
/** What may stand behind the HI segments: repricing, providers, other payers, lines. */
const behindHead = new Set(["HCP", "NM1", "SBR", "LX", "SV2"].map(segmentId));

/** A segment holds so many codes, and a claim so many segments of occurrences. */
const mostCodes = 12;
const mostLists = 2;

/** The CLM and the segments behind it, down to the first loop. */
function headOf(part: X12Part): readonly Segment[] {
  const segments = segmentsOf(part);
  const end = segments.findIndex(({ id }) => behindHead.has(id));
  return end < 0 ? segments : segments.slice(0, end);
}

function isListOfOccurrences(segment: Segment): boolean {
  return segment.id === hi && textOf(segment, 1, 1) === "BH";
}
