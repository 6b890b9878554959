import assert from "node:assert/strict";
import { findPlaceOfService, placesOfService } from "../../server/src/data/places-of-service.ts";

describe("The table of places of service", () => {
  it("has two-digit codes in order, each once, with a name and a source", () => {
    const codes = placesOfService.map(({ code }) => code);
    assert.deepEqual(codes, [...new Set(codes)].sort());
    for (const { code, name, source } of placesOfService) {
      assert.match(code, /^\d\d$/);
      assert.notEqual(name, "", code);
      assert.notEqual(source.title, "", code);
    }
  });

  it("has each word once, and finds its place by it", () => {
    const words = placesOfService.flatMap((place) => place.words);
    assert.equal(new Set(words).size, words.length);
    for (const place of placesOfService)
      for (const word of [place.code, ...place.words]) assert.equal(findPlaceOfService(word), place, word);
  });
});

describe("A place of service in a superbill", () => {
  const said: readonly (readonly [said: string, code: string | undefined])[] = [
    ["11", "11"],
    [" 11 ", "11"],
    ["2", "02"],
    ["Office", "11"],
    ["HOME", "12"],
    ["Patient's home", "12"],
    ["assisted-living facility", "13"],
    ["Group home", "14"],
    ["Off-campus outpatient hospital", "19"],
    ["outpatient hospital", "22"],
    ["SNF", "31"],
    ["nursing facility", "32"],
    ["Custodial care", "33"],
    ["Independent clinic", "49"],
    ["IRF", "61"],
    ["CORF", "62"],
    ["telehealth at home", "10"],
    ["inpatient hospital", "21"],
    ["hospital", undefined],
    ["131", undefined],
    ["28", undefined],
    ["", undefined],
  ];
  for (const [words, code] of said) {
    it(`"${words}" is ${code ?? "none that is known"}`, () => {
      assert.equal(findPlaceOfService(words)?.code, code);
    });
  }
});
