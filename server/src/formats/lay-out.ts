import type { Edit } from "../text/edit.ts";
import type { Part } from "../text/span.ts";
import type { Steps } from "../text/steps.ts";
import type { Format, Layout, Reading } from "./format.ts";

/**
 * The edits that lay a text out, in its order, without changing what it means: of the whole of it, or of the parts that a stretch of it
 * touches. Undefined where the format knows no such layout.
 */
export function* layOutText(
  format: Format,
  reading: Reading,
  layout: Layout,
  stretch?: { readonly start: number; readonly end: number },
): Steps<readonly Edit[] | undefined> {
  const { parts } = reading;
  const run = stretch === undefined ? parts : parts.slice(parts.placeAt(stretch.start), parts.placeAt(stretch.end) + 1);
  const groups = format.layOut(run, reading, layout);
  if (groups === undefined) return undefined;
  const edits: Edit[] = [];
  let last: { readonly part: Part; readonly offset: number } | undefined;
  for (const group of groups) {
    for (const { span, newText } of group) {
      if (last?.part !== span.part) last = { part: span.part, offset: parts.offsetOf(span.part) };
      edits.push({ start: last.offset + span.start, end: last.offset + span.end, newText });
    }
    yield;
  }
  return edits;
}
