import assert from "node:assert/strict";
import { plainClaim } from "../../server/src/formats/claim-view.ts";
import type { Reading } from "../../server/src/formats/format.ts";
import { superbillFormat } from "../../server/src/formats/superbill/superbill.ts";
import type { Claim } from "../../server/src/model/claim.ts";
import { sourceText } from "../../server/src/text/document.ts";

/** The reading, with all that its parts and claims say: what is read when it is asked for is no property of theirs. */
export function withClaims(reading: Reading): unknown {
  const parts = reading.parts.map(({ claims, problems, directives, folds, outline }) => {
    return { claims: claims.length, problems, directives, folds, outline };
  });
  return [reading, parts, saidIn(reading)];
}

/** Asserts that claims say the same once their values were dropped, and are the same objects. */
export function assertReadAgain(reading: Reading): void {
  const claims = reading.parts.flatMap((part) => part.claims);
  const lines = claims.flatMap(({ serviceLines }) => serviceLines);
  const before = saidIn(reading);
  readOthers();
  const after = saidIn(reading);
  assert.ok(before.every((claim, index) => claim !== after[index]));
  assert.deepEqual(after, before);
  assert.ok(reading.parts.flatMap((part) => part.claims).every((claim, index) => claim === claims[index]));
  const again = claims.flatMap(({ serviceLines }) => serviceLines);
  assert.ok(again.length === lines.length && again.every((line, index) => line === lines[index]));
}

function saidIn(reading: Reading): readonly Claim[] {
  return reading.parts.flatMap((part) => part.claims).map(plainClaim);
}

/** More claims than keep their values. */
function readOthers(): void {
  saidIn(superbillFormat.read(sourceText("SUPERBILL\n97110 GP\n".repeat(300))));
}
