import assert from "node:assert/strict";
import type { Format, Layout } from "../../server/src/formats/format.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { absoluteSpan, partOffsets } from "./x12-shown.ts";

/** A text after it was laid out. */
export function laidOut(format: Format, text: string, layout: Layout): string {
  const reading = format.read(sourceText(text));
  const offsets = partOffsets(reading);
  const edits = [...(format.layOut(reading.parts, reading, layout) ?? [])].flat();
  const placed = edits.map(({ span, newText }) => ({ ...absoluteSpan(span, offsets), newText }));
  for (const { start, end, newText } of placed) assert.notEqual(text.slice(start, end), newText, "an edit of nothing");
  return applyEdits(text, placed);
}
