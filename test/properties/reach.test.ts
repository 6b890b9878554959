import assert from "node:assert/strict";
import fc from "fast-check";
import { formatOf } from "../../server/src/formats/registry.ts";
import type { Surroundings } from "../../server/src/lint/asked.ts";
import { checkClaim } from "../../server/src/lint/check.ts";
import { type Environment, defaultSettings } from "../../server/src/lint/environment.ts";
import { nothingElsewhere } from "../../server/src/lint/elsewhere.ts";
import { Neighbours } from "../../server/src/lint/neighbours.ts";
import { unlimited } from "../../server/src/lint/reach.ts";
import type { Claim } from "../../server/src/model/claim.ts";
import { Document } from "../../server/src/text/document.ts";

const environment: Environment = {
  settings: {
    ...defaultSettings,
    payer: "medicare-b",
    thresholds: { 2026: { kxThreshold: 200_00, reviewThreshold: 300_00 }, 2027: { kxThreshold: 250_00 } },
  },
  today: "2027-03-01",
};

const line = fc
  .record({
    date: fc.constantFrom("2026-01-05", "2026-01-05", "2026-02-10", "2026-12-14", "2027-01-08"),
    code: fc.constantFrom("97110", "97530", "92507", "97010", "99213"),
    modifiers: fc.constantFrom("GP", "GP", "GO", "GN", "GP,KX", "GP,GA", "GO,KX", "-"),
    charge: fc.constantFrom("120.00", "300.00", "-90.00", "-"),
    allowed: fc.constantFrom("-", "-", "40.00", "90.00", "101.00", "200.00", "-50.00"),
  })
  .map(({ date, code, modifiers, charge, allowed }) => `${date}\t${code}\t${modifiers}\t1\t${charge}\t${allowed}`);

const claim = fc
  .record({
    stated: fc.constantFrom("", "", "", "YTD PT/SLP: 150.00\n", "YTD PT/SLP:\n"),
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  })
  .map(({ stated, lines }) => {
    const table = ["Date\tCode\tMods\tUnits\tCharge\tAllowed", ...lines].join("\n");
    return `SUPERBILL\nMBI: 1EG4-TE5-MK73\n${stated}${table}\n`;
  });

/** What all rules find on the claims, and in which words. */
function found(claims: readonly Claim[], surroundings: Surroundings): readonly string[] {
  const setting = { environment, formatId: "superbill" };
  return claims.flatMap((one) => {
    const { findings, failures } = checkClaim(one, setting, surroundings);
    assert.deepEqual(failures, []);
    return findings.map(({ rule, span, message }) => `${rule} ${String(span.start)} ${message}`);
  });
}

describe("how far the sums of a beneficiary reach", () => {
  it("spares only what would find nothing: with every sum worked out the rules find the same", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(claim, { minLength: 1, maxLength: 4 }), (texts) => {
        const document = Document.create("file:///a", "superbill", 0, texts.join("\n"));
        const parts = [...(formatOf("superbill")?.read(document.text).parts ?? [])];
        const claims = parts.flatMap((part) => part.claims);
        const known = (): Neighbours => {
          const amountsOf = () => ({ decided: [], balances: [] });
          const setting = { environment, formatId: "superbill", elsewhere: nothingElsewhere, amountsOf };
          const neighbours = new Neighbours(setting);
          neighbours.replace([], claims, (one) => claims.indexOf(one));
          return neighbours;
        };
        const told = found(claims, known());
        for (const one of told) seen.add(one.slice(0, one.indexOf(" ")));
        assert.deepEqual(told, found(claims, Object.assign(known(), { reach: () => unlimited })));
      }),
      { numRuns: 1500 },
    );
    const ofTheAmount = ["kx-crossing", "kx-dropped", "kx-missing-above-threshold", "threshold-approaching"];
    for (const rule of [...ofTheAmount, "review-threshold-exceeded"]) assert.ok(seen.has(rule), `no ${rule}`);
  });
});
