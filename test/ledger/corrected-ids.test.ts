import assert from "node:assert/strict";
import { show } from "./account.ts";
import { claim, decided, line, told, yearsOf } from "./papers.ts";

describe("A claim whose beneficiary's id the payer corrected", () => {
  const sent = claim("claim", [line({ charge: 78_00 }), line({ code: "97140", charge: 44_00 })], { claimId: "1" });
  const forAnother = decided({ isForAnother: true });

  it("counts nothing under the id that was sent, with all that it holds of the date", () => {
    assert.deepEqual(yearsOf({ claims: [sent], decided: [forAnother] }), []);
    const noted = claim("superbill", [line({ allowed: 20_00 })]);
    assert.deepEqual(yearsOf({ claims: [noted, sent], decided: [forAnother] }), []);
    const whole = decided({ isForAnother: true, isWholeClaim: true, code: "" });
    assert.deepEqual(yearsOf({ claims: [sent], decided: [whole] }), []);
  });

  it("counts under the right one as it was decided, which is noted", () => {
    const right = decided({ wasForAnother: true });
    assert.equal(told({ decided: [right] }), "30.00 · remittance 30.00");
    const [year] = yearsOf({ decided: [right] });
    assert.deepEqual(year?.steps.at(-1)?.notes, ["sent under another id, which the payer corrected"]);
    const noted = claim("superbill", [line({ allowed: 20_00 })]);
    assert.equal(told({ claims: [noted], decided: [right] }), "30.00 · remittance 30.00");
  });

  it("takes nothing else with it: the id that was sent may be somebody's own", () => {
    const own = claim("claim", [line({ allowed: 20_00 })], { claimId: "2" });
    const unnumbered = claim("superbill", [line({ date: "2026-03-09", allowed: 5_00 })]);
    const another = claim("claim", [line({ date: "2026-04-01", allowed: 1_00 })], { claimId: "1", place: 99 });
    const sources = { claims: [sent, own, unnumbered, another], decided: [forAnother] };
    assert.equal(told(sources), "26.00 · allowed 20.00 · allowed 5.00 · allowed 1.00");
    const [year] = yearsOf(sources);
    assert.deepEqual(year?.doubts, [
      "a payer corrected this id on a claim: what was sent on it counts under the right id",
    ]);
  });

  it("counts what the payer first decided under the id that was sent until it takes that back", () => {
    const first = decided({ allowed: 30_00 });
    const later = decided({ isForAnother: true, payment: "q", file: "later.835" });
    const one = claim("claim", [line({ charge: 78_00 })], { claimId: "1" });
    assert.equal(show(yearsOf({ claims: [one], decided: [first, later] })[0]?.used), "30.00");
    const back = decided({ isReversal: true, allowed: -30_00, payment: "q", file: "later.835" });
    assert.equal(show(yearsOf({ claims: [one], decided: [first, back, later] })[0]?.used), "0.00");
  });
});
