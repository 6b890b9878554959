import type { PartEdit } from "../../text/span.ts";
import { spanOf } from "../../text/span.ts";
import type { Segment } from "./segment.ts";

/** Sets element `n`: in its place, or behind the last element with as many separators as are missing. */
export function setElement(segment: Segment, n: number, newText: string): PartEdit {
  const place = segment.element(n);
  if (place !== undefined) return { span: spanOf(segment.part, place.start, place.end), newText };
  const separators = segment.part.delimiters.element.repeat(n - segment.elementCount);
  return { span: spanOf(segment.part, segment.end, segment.end), newText: separators + newText };
}
