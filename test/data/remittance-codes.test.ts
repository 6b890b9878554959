import assert from "node:assert/strict";
import { findRemittanceCode, remittanceCodes } from "../../server/src/data/remittance-codes.ts";
import { ruleTexts } from "../../server/src/rules/registry.ts";

/** Every reason and remark that the sources name for therapy claims. */
const named =
  "4 5 11 14 16 18 29 31 50 58 96 97 107 110 119 146 151 181 182 222 234 236 " +
  "M20 M51 M53 M64 M76 M77 M78 M141 MA27 MA63 MA130 N122 N238 N257 N265 N285 N286 N290 N362 N382 N430 N473 N485 N486 N519 " +
  "N565 N566 N572 N793 N822 N823 N851";

describe("the reasons and remarks of remittances", () => {
  it("are all there, each once", () => {
    assert.deepEqual(remittanceCodes.map(({ code }) => code).sort(), named.split(" ").sort());
  });

  it("are found however they are written", () => {
    for (const written of ["119", "CO-119", "co 119", "CARC 119", "PR119"]) {
      assert.equal(findRemittanceCode(written)?.code, "119", written);
    }
    assert.equal(findRemittanceCode("rarc n851")?.code, "N851");
    for (const written of ["", "CO", "9999", "97110", "KX", "N"]) assert.equal(findRemittanceCode(written), undefined);
  });

  it("name only rules that exist", () => {
    for (const { code, rules } of remittanceCodes) {
      for (const rule of rules) assert.ok(ruleTexts.has(rule), `${code} names ${rule}`);
    }
  });

  it("say something of their own in every text", () => {
    for (const { code, meaning, inTherapy } of remittanceCodes) {
      assert.ok(meaning.length > 10 && inTherapy.length > 10, code);
      assert.doesNotMatch(meaning, /\.$/, code);
      assert.match(inTherapy, /\.$/, code);
    }
  });
});
