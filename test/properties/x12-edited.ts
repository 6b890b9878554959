import assert from "node:assert/strict";
import { x12Format } from "../../server/src/formats/x12/x12.ts";
import { sourceText } from "../../server/src/text/document.ts";
import type { Reading } from "../../server/src/formats/format.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import type { Span } from "../../server/src/text/span.ts";
import { dump } from "../formats/x12-compared.ts";
import { absoluteSpan, partOffsets } from "../formats/x12-shown.ts";
import { type Cut, applyCut } from "./x12-texts.ts";

/** After each of the cuts the text reads as if it had just been opened. */
export function assertReadsAfter(text: string, cuts: readonly Cut[]): void {
  let reading = x12Format.read(sourceText(text));
  let now = text;
  for (const cut of cuts) {
    const after = applyCut(now, cut);
    reading = x12Format.reread(reading, sourceText(after.text), after);
    now = after.text;
    assert.deepEqual(dump(reading), dump(x12Format.read(sourceText(now))));
  }
}

/** The text after edits that are written into its parts. */
export function edited(text: string, reading: Reading, edits: readonly { span: Span; newText: string }[]): string {
  const offsets = partOffsets(reading);
  return applyEdits(
    text,
    edits.map(({ span, newText }) => ({ ...absoluteSpan(span, offsets), newText })),
  );
}
