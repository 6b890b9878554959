import assert from "node:assert/strict";
import { type Environment, defaultSettings } from "../../server/src/lint/environment.ts";
import type { Finding } from "../../server/src/lint/finding.ts";
import { isInOtherFile } from "../../server/src/model/place.ts";
import { textOf } from "../../server/src/text/span.ts";
import { open } from "./spec.ts";

const environment: Environment = {
  settings: { ...defaultSettings, payer: "medicare-b" },
  today: "2026-04-01",
};

/** The one finding of the rule, with the place behind it: its text and what is said of it. */
function findingOf(rule: string, text: string): { finding: Finding; places: readonly (readonly [string, string])[] } {
  const findings = open("superbill", text, environment).findings.filter((finding) => finding.rule === rule);
  assert.equal(findings.length, 1);
  const [finding] = findings;
  assert.ok(finding);
  return {
    finding,
    places: finding.related.map(({ at, message }) => [isInOtherFile(at) ? at.file : textOf(at), message] as const),
  };
}

const header = "Date        Code   Mods   Units  Charge  Allowed";

describe("a finding about the year's amount", () => {
  it("points to the line with which the amount was passed, in another claim too", () => {
    const { places } = findingOf(
      "kx-missing-above-threshold",
      `SUPERBILL #R1\nMBI: 1EG4TE5MK73\nYTD PT/SLP: 2,450.00\n${header}\n2026-03-12  97140  GP KX  2      78.00   58.24\n
SUPERBILL #R2\nMBI: 1EG4TE5MK73\n${header}\n2026-03-16  97110  GP     2      78.00   58.24\n`,
    );
    assert.deepEqual(places, [["97140", "passed here"]]);
  });

  it("points to the stated amount where no line passed it", () => {
    const { places } = findingOf("kx-missing-above-threshold", "YTD PT/SLP: 2,512.40\nDOS: 2026-03-12\n97110 GP x2");
    assert.equal(places.length, 1);
    assert.match(places[0]?.[0] ?? "", /2,512\.40/);
    assert.equal(places[0]?.[1], "the used amount stated here");
  });

  it("points to the stated amount from the line that itself passes it", () => {
    const { places } = findingOf(
      "kx-crossing",
      `YTD PT/SLP: 2,450.00\n${header}\n2026-03-12  97110  GP     2      78.00   58.24`,
    );
    assert.deepEqual(
      places.map(([, message]) => message),
      ["the used amount stated here"],
    );
  });

  it("points to the year's first line where KX is a habit, unless it stands there itself", () => {
    const first = `SUPERBILL #R1\nMBI: 1EG4TE5MK73\nYTD PT/SLP: 0.00\n${header}\n2026-01-05  97140  GP KX  2      78.00   58.24\n`;
    const second = `SUPERBILL #R2\nMBI: 1EG4TE5MK73\n${header}\n2026-01-07  97110  GP KX  2      78.00   58.24\n`;
    assert.deepEqual(findingOf("kx-routine", `${first}\n${second}`).places, []);
    assert.deepEqual(findingOf("kx-routine", `${second}\n${first}`).places, [["97140", "the first line of the year"]]);
  });

  it("points to the balance, and not to where KX began, above the review amount", () => {
    const { places } = findingOf(
      "review-threshold-exceeded",
      `YTD PT/SLP: 2,450.00\n${header}\n2026-03-12  97110  GP KX  2      78.00   58.24\n2026-03-16  97110  GP KX  8      700.00  600.00`,
    );
    assert.deepEqual(
      places.map(([, message]) => message),
      ["the used amount stated here"],
    );
  });

  it("says what is attested by adding KX, and by taking it away", () => {
    const missing = findingOf("kx-missing-above-threshold", "YTD OT: 2,512.40\nDOS: 2026-03-12\n97535 GO x2").finding;
    const below = findingOf("kx-below-threshold", "YTD OT: 12.40\nDOS: 2026-03-12\n97535 GO KX x2 $84.00").finding;
    for (const [finding, pattern] of [
      [missing, /medically necessary/],
      [below, /no longer makes this statement/],
    ] as const) {
      const [fix] = finding.fixes;
      assert.ok(fix && "safety" in fix && "attests" in fix);
      assert.equal(fix.safety, "review");
      assert.match(fix.attests ?? "", pattern);
    }
    assert.equal(below.tag, "unnecessary");
  });
});
