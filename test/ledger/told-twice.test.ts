import assert from "node:assert/strict";
import type { BilledClaim } from "../../server/src/ledger/source.ts";
import { show } from "./account.ts";
import { claim, decided, line, told, yearsOf } from "./papers.ts";

describe("The same code on the same day in two files of one form", () => {
  const morning = claim("superbill", [line({ allowed: 20_00 })], { file: "day.superbill" });
  const saved = claim("superbill", [line({ allowed: 20_00 }), line({ code: "97140", allowed: 5_00 })], {
    file: "saved.superbill",
  });

  it("may be one service or two: the least counts it once, the most twice, and it is said", () => {
    assert.equal(
      told({ claims: [morning, saved] }),
      "25.00 to 45.00 · allowed 20.00 · allowed 0.00 to 20.00 · allowed 5.00",
    );
    const [year] = yearsOf({ claims: [morning, saved] });
    const steps = year?.steps.filter(({ kind }) => kind === "service") ?? [];
    assert.deepEqual(
      steps.map(({ doubts }) => doubts.join()),
      ["", "the same code on the same day stands in another file too, and may be the same service", ""],
    );
  });

  it("is the same as that at its place among equals: each of two may be one of two", () => {
    const two = (file: string, charge: number): BilledClaim =>
      claim("superbill", [line({ allowed: 20_00 }), line({ allowed: 10_00, charge })], { file });
    assert.equal(
      told({ claims: [two("a.csv", 1), two("b.superbill", 2)] }),
      "30.00 to 60.00 · allowed 20.00 · allowed 10.00 · allowed 0.00 to 20.00 · allowed 0.00 to 10.00",
    );
  });

  it("is another service where both claims have numbers and these differ", () => {
    const numbered = { ...morning, claimId: "1" };
    assert.equal(told({ claims: [numbered, { ...saved, claimId: "2" }] }).split(" · ")[0], "45.00");
    assert.equal(told({ claims: [numbered, saved] }).split(" · ")[0], "25.00 to 45.00");
  });

  it("is another service of another discipline, and in the same file", () => {
    const occupational = claim("superbill", [line({ modifiers: ["GO"], allowed: 20_00 })], { file: "ot.superbill" });
    assert.deepEqual(
      yearsOf({ claims: [morning, occupational] }).map(({ used }) => show(used)),
      ["20.00", "20.00"],
    );
    const afternoon = claim("superbill", [line({ allowed: 20_00 })], { file: "day.superbill" });
    assert.equal(told({ claims: [morning, afternoon] }).split(" · ")[0], "40.00");
  });

  it("is another service where each was sent by itself; of two the one that was sent is certain", () => {
    const both = claim("claim", [line(), line()], { claimId: "1" });
    assert.equal(told({ claims: [morning, saved, both] }).split(" · ")[0], "45.00");
    const later = claim("claim", [line({ charge: 78_00 })], { claimId: "S" });
    const sentLater = { ...saved, claimId: "S" };
    assert.equal(told({ claims: [morning, sentLater, later] }).split(" · ")[0], "25.00 to 45.00");
  });

  it("is another service where each was decided by itself; of two the one that was decided is certain", () => {
    const paid = ["1", "2"].map((claimId) => decided({ claimId, allowed: 20_00 }));
    assert.equal(told({ claims: [morning, saved], decided: paid }).split(" · ")[0], "45.00");
    assert.equal(
      told({ claims: [morning, { ...saved, claimId: "2" }], decided: paid.slice(1) }),
      "25.00 to 45.00 · allowed 0.00 to 20.00 · remittance 20.00 · allowed 5.00",
    );
  });

  it("counts nothing, and so is no doubt, where it carries a notice", () => {
    const notice = (file: string, charge: number): BilledClaim =>
      claim("superbill", [line({ modifiers: ["GP", "GA"], charge })], { file });
    const [year] = yearsOf({ claims: [notice("a.superbill", 1), notice("b.superbill", 2)] });
    assert.ok(year?.steps.every(({ doubts }) => !doubts.join().includes("another file")));
  });
});
