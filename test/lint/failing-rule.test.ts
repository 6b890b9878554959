import assert from "node:assert/strict";
import { plainClaim, plainLine } from "../../server/src/formats/claim-view.ts";
import type { Format } from "../../server/src/formats/format.ts";
import { formatOf } from "../../server/src/formats/registry.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import type { Claim } from "../../server/src/model/claim.ts";
import { Document } from "../../server/src/text/document.ts";

describe("A rule that throws", () => {
  it("loses its own findings on the claim, and only those", () => {
    const superbill = formatOf("superbill");
    assert.ok(superbill);
    // Units are what one rule looks at; whoever asks for them here is thrown out.
    const faulty: Format = {
      ...superbill,
      *readInSteps(text) {
        const reading = yield* superbill.readInSteps(text);
        for (const part of reading.parts) {
          Object.defineProperty(part, "claims", { value: part.claims.map(withoutUnits) });
        }
        return reading;
      },
    };
    const document = Document.create("file:///a", "superbill", 0, "DOS: 2026-03-12\n97110 x2\n");
    const settings = { ...defaultSettings, payer: "medicare-b", only: ["therapy-modifier-missing", "units-invalid"] };
    const snapshot = openSnapshot(document, faulty, { settings, today: "2026-04-01" });
    assert.deepEqual(
      snapshot.findings.map(({ rule }) => rule),
      ["therapy-modifier-missing"],
    );
    assert.deepEqual(
      snapshot.failures.map(({ rule }) => rule),
      ["units-invalid"],
    );
  });
});

function withoutUnits(claim: Claim): Claim {
  const serviceLines = claim.serviceLines.map((line) => ({
    ...plainLine(line),
    get units(): never {
      throw new TypeError("units");
    },
  }));
  return { ...plainClaim(claim), serviceLines };
}
