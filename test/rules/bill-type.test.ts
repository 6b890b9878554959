import assert from "node:assert/strict";
import { superbillFormat } from "../../server/src/formats/superbill/superbill.ts";
import type { Claim } from "../../server/src/model/claim.ts";
import {
  isCriticalAccessHospital,
  isOutsidePartBTherapy,
  takesNoTherapyLines,
} from "../../server/src/rules/support/bill-type.ts";
import { sourceText } from "../../server/src/text/document.ts";

describe("types of bill", () => {
  for (const facility of ["12", "13", "22", "23", "34", "74", "75", "85"]) {
    it(`${facility}X carries outpatient therapy of Part B`, () => {
      for (const claim of written(facility)) {
        assert.equal(isOutsidePartBTherapy(claim), false);
        assert.equal(takesNoTherapyLines(claim), false);
        assert.equal(isCriticalAccessHospital(claim), facility === "85");
      }
    });
  }

  for (const facility of ["11", "18", "21", "32", "81", "82"]) {
    it(`${facility}X is of another benefit, and no therapy rule looks at it`, () => {
      for (const claim of written(facility)) {
        assert.equal(isOutsidePartBTherapy(claim), true);
        assert.equal(takesNoTherapyLines(claim), false);
      }
    });
  }

  for (const facility of ["14", "41", "72", "76", "83"]) {
    it(`${facility}X takes no therapy, and what stands there is looked at`, () => {
      for (const claim of written(facility)) {
        assert.equal(isOutsidePartBTherapy(claim), false);
        assert.equal(takesNoTherapyLines(claim), true);
      }
    });
  }

  it("is none on a professional claim", () => {
    const claim = claimOf("POS: 11");
    assert.equal(isOutsidePartBTherapy(claim), false);
    assert.equal(takesNoTherapyLines(claim), false);
  });
});

/** With a leading zero and without, and for any frequency. */
function written(facility: string): readonly Claim[] {
  return [`TOB: ${facility}1`, `TOB: 0${facility}1`, `TOB: ${facility}X`].map(claimOf);
}

function claimOf(field: string): Claim {
  const [claim] = superbillFormat.read(sourceText(`${field}\n97110 GP x2\n`)).parts.flatMap((part) => part.claims);
  assert.ok(claim !== undefined);
  return claim;
}
