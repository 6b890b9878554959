import assert from "node:assert/strict";
import { findModifier, isKnownModifier, modifiers, modifiersLike } from "../../server/src/data/modifiers.ts";
import { assertInOrder } from "./dated-rows.ts";

describe("The table of modifiers", () => {
  it("has no modifier twice", () => {
    assert.equal(new Set(modifiers.map(({ modifier }) => modifier)).size, modifiers.length);
  });

  it("has two characters, a meaning, dates in order and a source for each", () => {
    for (const { modifier, meaning, valid, source } of modifiers) {
      assert.match(modifier, /^[A-Z0-9]{2}$/);
      assert.notEqual(meaning, "", modifier);
      assertInOrder(valid, modifier);
      assert.notEqual(source.title, "", modifier);
    }
  });

  it("knows each of its modifiers as real and finds it", () => {
    for (const meaning of modifiers) {
      assert.equal(isKnownModifier(meaning.modifier), true, meaning.modifier);
      assert.equal(findModifier(meaning.modifier), meaning);
    }
  });

  it("dates what began and what ended", () => {
    assert.equal(findModifier("CQ")?.valid.from, "2019-01-01");
    assert.equal(findModifier("XU")?.valid.from, "2015-01-01");
    assert.equal(findModifier("GX")?.valid.from, "2010-04-01");
    assert.equal(findModifier("59")?.valid.from, null);
    for (const modifier of ["CH", "CI", "CJ", "CK", "CL", "CM", "CN"]) {
      assert.equal(findModifier(modifier)?.valid.to, "2018-12-31", modifier);
    }
  });

  it("groups what rules ask for", () => {
    const group = (name: string) => modifiers.flatMap(({ modifier, group }) => (group === name ? [modifier] : []));
    assert.deepEqual(group("plan"), ["GN", "GO", "GP"]);
    assert.deepEqual(group("assistant"), ["CQ", "CO"]);
    assert.deepEqual(group("notice"), ["GA", "GX", "GY", "GZ"]);
    assert.deepEqual(group("distinct-service"), ["59", "XE", "XP", "XS", "XU"]);
  });
});

describe("A modifier that others use", () => {
  const real =
    "GW GV CR 24 25 26 27 50 51 57 58 62 63 66 73 74 78 79 80 81 82 90 91 92 93 95 99 1P 2P 3P 8P P1 P6 A1 A9 AA AH AI AJ " +
    "AQ AS E1 E4 F1 F9 FA T1 T9 TA LC LD LM RC RI NU RR UE PN PO PT JW JZ JG TB U1 U9 UA UD HA HN HO HQ HZ TF TC TH TL " +
    "GC GE GF GQ G0 KF KH KI KJ KS EY CG CS CT ET FB FC FQ FR FS FX FY SA SC SL XE XP XS XU X1 X5 ZA ZB ZC Q0 Q1 Q5 Q6 QW RH SH";
  it("is known", () => {
    for (const modifier of real.split(" ")) assert.equal(isKnownModifier(modifier), true, modifier);
  });

  it("has nothing that it was meant for", () => {
    for (const modifier of real.split(" ")) assert.deepEqual(modifiersLike(modifier), [], modifier);
  });
});

describe("A modifier that nobody has", () => {
  const meant: readonly (readonly [typed: string, meant: readonly string[]])[] = [
    ["PG", ["GP"]],
    ["OG", ["GO"]],
    ["NG", ["GN"]],
    ["QC", ["CQ"]],
    ["OC", ["CO"]],
    ["XK", ["KX"]],
    ["C0", ["CO"]],
    ["S9", ["59"]],
    ["9S", ["95"]],
    ["S2", ["52"]],
    ["9 ", []],
    ["7", []],
    ["", []],
    ["GPX", []],
    ["GPCQ", []],
    ["WW", []],
    ["gp", []],
    ["é5", []],
  ];
  for (const [typed, expected] of meant) {
    it(`like "${typed}" was meant for ${expected.join(", ") || "nothing that can be told"}`, () => {
      assert.equal(isKnownModifier(typed), false);
      assert.deepEqual(modifiersLike(typed), expected);
    });
  }
});
