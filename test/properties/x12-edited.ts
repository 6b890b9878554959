import assert from "node:assert/strict";
import { x12Format } from "../../server/src/formats/x12/x12.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { dump } from "../formats/x12-compared.ts";
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
