import assert from "node:assert/strict";
import { rangeOfPlace } from "../../server/src/lint/place-range.ts";
import { openSuperbill, replaced, told } from "./check-text.ts";

const twoVisits = [
  "SUPERBILL #1",
  "MBI: 1EG4-TE5-MK73",
  "YTD PT/SLP: 2,400.00",
  "Date        Code   Mods   Units  Charge  Allowed",
  "2026-03-12  97110  GP     2      98.00   58.24",
  "",
  "SUPERBILL #2",
  "MBI: 1EG4-TE5-MK73",
  "Date        Code   Mods   Units  Charge  Allowed",
  "2026-03-16  97110  GP     2      98.00   10.00",
  "",
].join("\n");

describe("A claim that shares a beneficiary with the one that is edited", () => {
  it("is judged anew, though its own text stays and it is the same claim", () => {
    const before = openSuperbill(twoVisits);
    assert.deepEqual(told(before), ["5: threshold-approaching"]);
    const after = replaced(before, "58.24", "88.24");
    assert.deepEqual(told(after), ["5: kx-crossing", "10: kx-missing-above-threshold"]);
    assert.equal(after.claims[1], before.claims[1]);
    assert.deepEqual(told(replaced(after, "88.24", "58.24")), ["5: threshold-approaching"]);
  });

  it("points to the place where the amount was passed as it stands now", () => {
    const passed = replaced(openSuperbill(twoVisits), "58.24", "88.24");
    const typedAbove = replaced(passed, "Date        Code", "# a comment\nDate        Code");
    const [, missing] = typedAbove.findings;
    assert.equal(missing?.rule, "kx-missing-above-threshold");
    assert.deepEqual(
      missing.related.map(({ at }) => rangeOfPlace(at, typedAbove).start.line),
      [5],
    );
  });

  it("is not concerned by a claim whose payer keeps no such account, and may be by one whose payer is not known", () => {
    const passed = replaced(openSuperbill(twoVisits), "58.24", "88.24");
    const advantage = replaced(passed, "SUPERBILL #1\n", "SUPERBILL #1\nPayer: Medicare Advantage\n");
    assert.deepEqual(told(advantage), ["11: threshold-approaching"]);
    const unknown = replaced(passed, "SUPERBILL #1\n", "SUPERBILL #1\nPayer: Example Mutual\n");
    assert.deepEqual(told(unknown), []);
  });

  it("is judged by itself once it has another beneficiary", () => {
    const passed = replaced(openSuperbill(twoVisits), "58.24", "88.24");
    const parted = replaced(passed, "MBI: 1EG4-TE5-MK73\nYTD", "MBI: 2FH5-UF6-NM84\nYTD");
    assert.deepEqual(told(parted), ["5: kx-crossing", "10: used-amount-missing"]);
  });
});

const threeWithoutPayer = ["SUPERBILL #1", "SUPERBILL #2", "SUPERBILL #3"]
  .map((title) => `${title}\nDOS: 2026-03-12\n97110 GP x2\n`)
  .join("\n");

describe("What is asked once in a document", () => {
  const open = (text: string) => openSuperbill(text, { payer: undefined, only: ["payer-not-named"] });

  it("is asked at the first claim, and at the next one when that is gone", () => {
    const before = open(threeWithoutPayer);
    assert.deepEqual(told(before), ["1: payer-not-named"]);
    const named = replaced(before, "DOS: 2026-03-12", "Payer: Aetna");
    assert.deepEqual(told(named), ["5: payer-not-named"]);
    const removed = replaced(before, "SUPERBILL #1\nDOS: 2026-03-12\n97110 GP x2\n\n", "");
    assert.deepEqual(told(removed), ["1: payer-not-named"]);
  });

  it("moves up to a claim that is written above", () => {
    const before = replaced(open(threeWithoutPayer), "DOS: 2026-03-12", "Payer: Aetna");
    const unnamed = replaced(before, "Payer: Aetna", "DOS: 2026-03-12");
    assert.deepEqual(told(unnamed), ["1: payer-not-named"]);
  });
});
