import assert from "node:assert/strict";
import { findReviewThreshold, findThreshold, reviewThresholds, thresholds } from "../../server/src/data/thresholds.ts";
import { assertFollowing } from "./dated-rows.ts";

describe("The yearly amounts", () => {
  it("stand one a year from 1999 to 2027", () => {
    assert.deepEqual(
      thresholds.map(({ year }) => year),
      Array.from({ length: 29 }, (_, index) => 1999 + index),
    );
  });

  const published: readonly (readonly [year: number, cents: number])[] = [
    [1999, 1_500_00],
    [2003, 1_590_00],
    [2006, 1_740_00],
    [2010, 1_860_00],
    [2017, 1_980_00],
    [2018, 2_010_00],
    [2021, 2_110_00],
    [2023, 2_230_00],
    [2024, 2_330_00],
    [2025, 2_410_00],
    [2026, 2_480_00],
  ];
  for (const [year, cents] of published) {
    it(`are ${String(cents / 100)} dollars in ${String(year)}`, () => {
      assert.equal(findThreshold(year)?.kxThreshold, cents);
    });
  }

  it("never fall", () => {
    const known = thresholds.flatMap(({ kxThreshold }) => kxThreshold ?? []);
    assert.deepEqual(
      known,
      [...known].sort((a, b) => a - b),
    );
  });

  it("rise every year since 2006, by whole tens of dollars", () => {
    for (const { year, kxThreshold } of thresholds.filter(
      (threshold) => threshold.year >= 2006 && threshold.year <= 2026,
    )) {
      const before = findThreshold(year - 1)?.kxThreshold ?? 0;
      assert.ok(kxThreshold !== null && kxThreshold > before, String(year));
      assert.equal(kxThreshold % 10_00, 0, String(year));
    }
  });

  it("are not guessed: 2027 has none, 2028 is not there", () => {
    assert.equal(findThreshold(2027)?.kxThreshold, null);
    assert.equal(findThreshold(2028), undefined);
    assert.deepEqual(
      thresholds.flatMap(({ year, kxThreshold }) => (kxThreshold === null ? [year] : [])),
      [2002, 2004, 2005, 2027],
    );
  });

  it("have a source wherever there is an amount", () => {
    for (const { year, kxThreshold, source } of thresholds) {
      assert.ok(kxThreshold === null || (source !== null && source.title !== ""), String(year));
    }
  });

  it("have no cap since 2018", () => {
    for (const { year, regime } of thresholds) assert.equal(regime === "kx-threshold", year >= 2018, String(year));
  });
});

describe("The review threshold", () => {
  it("follows one row upon another without a gap", () => {
    assertFollowing(reviewThresholds);
  });

  it("began in October 2012 at 3,700 and is 3,000 since 2018", () => {
    assert.equal(findReviewThreshold("2012-09-30"), undefined);
    assert.equal(findReviewThreshold("2012-10-01")?.reviewThreshold, 3_700_00);
    assert.equal(findReviewThreshold("2017-12-31")?.reviewThreshold, 3_700_00);
    assert.equal(findReviewThreshold("2018-01-01")?.reviewThreshold, 3_000_00);
    assert.equal(findReviewThreshold("2027-12-31")?.reviewThreshold, 3_000_00);
  });

  it("is not guessed from 2028 on", () => {
    assert.equal(findReviewThreshold("2028-01-01")?.reviewThreshold, null);
  });
});
