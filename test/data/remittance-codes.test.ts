import assert from "node:assert/strict";
import { findRemittanceCode, remittanceCodes } from "../../server/src/data/remittance-codes.ts";
import { ruleTexts } from "../../server/src/rules/registry.ts";

/** Every reason and remark that the sources name for therapy claims, and those that stand on most remittances. */
const named =
  "1 2 3 4 5 11 14 16 18 22 23 24 26 27 29 31 45 50 58 59 94 96 97 107 109 110 119 144 146 151 181 182 197 204 222 234 236 237 " +
  "242 253 M15 M20 M51 M53 M64 M76 M77 M78 M80 M141 MA01 MA07 MA13 MA18 MA27 MA63 MA67 MA130 N115 N122 N238 N257 N265 N285 N286 N290 N362 N382 N430 N473 N485 N486 N519 " +
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
