import assert from "node:assert/strict";
import { type Change, addModifier, removeModifier, replaceModifier } from "../../server/src/model/change.ts";
import type { ServiceLine } from "../../server/src/model/claim.ts";
import { fieldOf, spanOf } from "../../server/src/text/span.ts";

describe("A modifier", () => {
  it("is added where convention puts it: plan first, assistant second, all else last", () => {
    assert.deepEqual(toOf(addModifier(lineWith("59", "KX"), "GP")), ["GP", "59", "KX"]);
    assert.deepEqual(toOf(addModifier(lineWith("GP", "59"), "CQ")), ["GP", "CQ", "59"]);
    assert.deepEqual(toOf(addModifier(lineWith("59"), "CO")), ["CO", "59"]);
    assert.deepEqual(toOf(addModifier(lineWith("GP", "CQ"), "KX")), ["GP", "CQ", "KX"]);
    assert.deepEqual(toOf(addModifier(lineWith(), "KX")), ["KX"]);
  });

  it("is removed and replaced by its place", () => {
    assert.deepEqual(toOf(removeModifier(lineWith("GP", "GP", "KX"), 1)), ["GP", "KX"]);
    assert.deepEqual(toOf(replaceModifier(lineWith("PG", "KX"), 0, "GP")), ["GP", "KX"]);
  });
});

function toOf(change: Change): readonly string[] {
  assert.ok(change.kind === "modifiers");
  return change.to;
}

function lineWith(...modifiers: readonly string[]): ServiceLine {
  const text = `97110 ${modifiers.join(" ")}`;
  const part = { text };
  return {
    part,
    span: spanOf(part, 0, text.length),
    dateOfService: undefined,
    dateThrough: undefined,
    procedure: fieldOf(part, 0, 5, "97110"),
    modifiers: modifiers.map((modifier, index) => fieldOf(part, 6 + 3 * index, 8 + 3 * index, modifier)),
    units: undefined,
    minutes: [],
    charge: undefined,
    allowedAmount: undefined,
    diagnosisPointers: [],
    clinician: undefined,
    renderingClinician: undefined,
    renderingProvider: undefined,
    placeOfService: undefined,
    revenueCode: undefined,
    note: undefined,
    subject: undefined,
  };
}
