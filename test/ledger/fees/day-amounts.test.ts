import assert from "node:assert/strict";
import { type UnitsOfLine, amountsOfDay } from "../../../server/src/ledger/fees/day-amounts.ts";

function units(name: string, full: number, reduced: number, count = 1): UnitsOfLine {
  return { name, fee: { full, reduced }, units: count };
}

describe("the units of a day", () => {
  it("are reduced but for the one with the dearest practice expense, which need not be the dearest as a whole", () => {
    assert.deepEqual(amountsOfDay([units("a", 10_000, 9500), units("b", 3000, 2000, 3)]), [9500, 7000]);
  });

  it("are ranked as a whole where practice expenses are equal, and then by name", () => {
    assert.deepEqual(amountsOfDay([units("a", 3000, 2000), units("b", 4000, 3000)]), [2000, 4000]);
    assert.deepEqual(amountsOfDay([units("b", 3000, 2000), units("a", 3000, 2000, 2)]), [2000, 5000]);
  });

  it("are equal where binary fractions make them differ by less than a cent's part", () => {
    assert.deepEqual(amountsOfDay([units("a", 3000, 2000 - 1e-9), units("b", 4000, 3000)]).at(1), 4000);
  });

  it("stay whole where nothing is reduced, and unknown where no fee is known", () => {
    const unknown: UnitsOfLine = { name: "c", fee: undefined, units: 2 };
    assert.deepEqual(amountsOfDay([units("a", 3000, 3000, 2), unknown, units("b", 1000, 900)]), [
      6000,
      undefined,
      1000,
    ]);
    assert.deepEqual(amountsOfDay([]), []);
  });
});
