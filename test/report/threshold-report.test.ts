import assert from "node:assert/strict";
import type { Bounds } from "../../server/src/model/used-amount.ts";
import { labelsOf } from "../../server/src/report/beneficiary-labels.ts";
import { boundsInWords, figureOf, percentOf } from "../../server/src/report/figure.ts";
import { byYear } from "../../server/src/report/threshold-report.ts";
import { distanceInWords, partOfYear } from "../../server/src/report/words.ts";
import { type YearText, buildReport } from "./build-ledger-year.ts";

const nothingKnown: Bounds = { low: 0, high: Number.POSITIVE_INFINITY };

describe("the threshold report", () => {
  describe("puts an amount in one number", () => {
    const cases: readonly (readonly [Bounds, string, number | undefined, string])[] = [
      [{ low: 2_431_76, high: 2_431_76 }, "exact", 2_431_76, "2,431.76"],
      [{ low: 0, high: 0 }, "exact", 0, "0.00"],
      [{ low: 1_200_00, high: Number.POSITIVE_INFINITY }, "at-least", 1_200_00, "at least 1,200.00"],
      [{ low: 1_200_00, high: 1_310_00 }, "at-least", 1_200_00, "1,200.00 to 1,310.00"],
      [{ low: 0, high: 90_00 }, "at-most", 90_00, "at most 90.00"],
      [{ low: -44_00, high: 0 }, "at-most", 0, "at most 0.00"],
      [nothingKnown, "unknown", undefined, "not known"],
      [{ low: -44_00, high: Number.POSITIVE_INFINITY }, "unknown", undefined, "not known"],
    ];
    for (const [bounds, bound, cents, words] of cases)
      it(words, () => {
        assert.deepEqual(figureOf(bounds), { bound, cents });
        assert.equal(boundsInWords(bounds), words);
      });

    it("and rounds a share down, so that only what has reached a threshold is 100 %", () => {
      assert.equal(percentOf(2_479_99, 2_480_00), "99 %");
      assert.equal(percentOf(2_480_00, 2_480_00), "100 %");
    });
  });

  describe("shows a beneficiary", () => {
    it("by the last four characters", () => {
      assert.deepEqual([...labelsOf(["1EG4TE5MK73"], false).values()], ["…MK73"]);
    });

    it("apart from another whose last four are the same, whatever the order", () => {
      const labels = labelsOf(["9ZZZZZZMK73", "1EG4TE5MK73", "9ZZZZZZMK73"], false);
      assert.deepEqual(Object.fromEntries(labels), { "1EG4TE5MK73": "…MK73 (1)", "9ZZZZZZMK73": "…MK73 (2)" });
      assert.deepEqual(labelsOf(["1EG4TE5MK73", "9ZZZZZZMK73"], false), labels);
    });

    it("by no more than half of a short id", () => {
      assert.deepEqual(
        [...labelsOf(["", "A", "AB", "12345", "12345678"], false).values()],
        ["… (1)", "… (2)", "…45", "…5678", "…B"],
      );
    });

    it("by the whole id where that is asked for", () => {
      const { standings } = buildReport([{ id: "1EG4TE5MK73" }, {}], { showIds: true });
      assert.deepEqual(
        standings.map(({ beneficiary }) => beneficiary),
        ["no id", "1EG4TE5MK73"],
      );
    });

    it("without an id as such, each claim a standing of its own", () => {
      const { standings } = buildReport([{ before: exactly(1) }, { before: exactly(1) }]);
      assert.deepEqual(
        standings.map(({ beneficiary }) => beneficiary),
        ["no id", "no id"],
      );
    });
  });

  describe("says how far it is to the thresholds", () => {
    const cases: readonly (readonly [Bounds, string, string, YearText?])[] = [
      [exactly(3_129_20), "over-review", "over review by 129.20"],
      [exactly(3_000_00), "over", "over by 520.00"],
      [exactly(2_480_01), "over", "over by 0.01"],
      [exactly(2_480_00), "below", "0.00 left"],
      [exactly(2_431_76), "below", "48.24 left"],
      [{ low: 2_500_00, high: 2_600_00 }, "over", "over by at least 20.00"],
      [{ low: 2_400_00, high: 2_600_00 }, "may-be-over", "may be over; at most 80.00 left"],
      [{ low: 2_400_00, high: Number.POSITIVE_INFINITY }, "may-be-over", "at most 80.00 left"],
      [{ low: 2_000_00, high: 2_400_00 }, "below", "at least 80.00 left"],
      [{ low: 0, high: 2_400_00 }, "below", "at least 80.00 left"],
      [nothingKnown, "unknown", "the used amount is not known"],
      [exactly(5_00), "unknown", "the KX threshold of 2027 is not known", { year: 2027, threshold: "unknown" }],
    ];
    for (const [before, level, words, text] of cases)
      it(`${boundsInWords(before)}: ${words}`, () => {
        const [standing] = buildReport([{ ...text, before }]).standings;
        assert.ok(standing);
        assert.equal(standing.level, level);
        assert.equal(distanceInWords(standing), words);
      });

    it("by the KX threshold alone where none for review is known", () => {
      const [standing] = buildReport([{ before: exactly(9_000_00) }], { reviewThresholdOf: () => undefined }).standings;
      assert.ok(standing);
      assert.equal(standing.level, "over");
      assert.equal(distanceInWords(standing), "over by 6,520.00");
    });
  });

  it("names those over the threshold first, then the nearest below it, what is not known last", () => {
    const years: readonly YearText[] = [
      { id: "far below", before: exactly(10_00) },
      { id: "not known", before: nothingKnown },
      { id: "over", before: exactly(2_481_00) },
      { id: "no threshold", before: exactly(9_999_00), threshold: "unknown", year: 2027 },
      { id: "over review", before: exactly(3_100_00) },
      { id: "may be over by its charges", before: { low: 0, high: 2_700_00 } },
      { id: "nearly", before: exactly(2_400_00) },
      { id: "nearly, OT", before: exactly(2_400_00), bucket: "OT" },
      { id: "nearly, the year before", before: exactly(2_330_00), threshold: 2_410_00, year: 2025 },
    ];
    const expected = [
      "over review",
      "over",
      "may be over by its charges",
      "nearly",
      "nearly, OT",
      "nearly, the year before",
      "far below",
      "no threshold",
      "not known",
    ];
    for (const order of [years, years.toReversed()]) {
      const { standings } = buildReport(order, { showIds: true });
      assert.deepEqual(
        standings.map(({ beneficiary }) => beneficiary),
        expected,
      );
    }
  });

  it("tells where the threshold was crossed, by the step of its course", () => {
    const [standing] = buildReport([
      {
        before: exactly(2_400_00),
        steps: [
          { date: "2026-05-13", code: "97110", amount: 80_00 },
          {
            date: "2026-05-14",
            code: "97530",
            amount: 1,
            places: [
              { file: "a.superbill", line: 11 },
              { file: "b.837", line: 30 },
            ],
          },
          { date: "2026-05-15", code: "97110", amount: 80_00 },
        ],
      },
    ]).standings;
    assert.ok(standing?.crossing);
    assert.deepEqual(standing.crossing, standing.steps[1]);
    const { date, code, place, otherPlaces } = standing.crossing;
    assert.deepEqual(
      { date, code, place, otherPlaces },
      {
        date: "2026-05-14",
        code: "97530",
        place: { file: "a.superbill", line: 11 },
        otherPlaces: 1,
      },
    );
  });

  it("counts the sources, the best first, and what is doubted, each doubt once", () => {
    const [standing] = buildReport([
      {
        isMissing: true,
        doubts: ["of the year"],
        steps: [
          { date: "2026-01-01", code: "97110", amount: 1_00, source: "charge", doubts: ["twice"] },
          { date: "2026-01-02", code: "97110", amount: 1_00, source: "remittance", doubts: ["twice", "once"] },
          { date: "2026-01-03", code: "97110", amount: 1_00, source: "charge" },
        ],
      },
    ]).standings;
    assert.deepEqual(standing?.sources, [
      { source: "remittance", steps: 1 },
      { source: "charge", steps: 2 },
    ]);
    assert.deepEqual(standing.doubts, [
      { text: "nothing tells what was used before the first service", steps: 0 },
      { text: "of the year", steps: 0 },
      { text: "twice", steps: 2 },
      { text: "once", steps: 1 },
    ]);
  });

  it("keeps the order of standings within years, the newest year first", () => {
    const { standings } = buildReport([
      { id: "a", year: 2025, before: exactly(2_470_00) },
      { id: "b", year: 2026, before: exactly(2_460_00) },
      { id: "c", year: 2025, before: exactly(2_450_00) },
    ]);
    const years = byYear(standings).map(([year, ofYear]) => [year, ofYear.map(({ used }) => used.low)]);
    assert.deepEqual(years, [
      [2026, [2_460_00]],
      [2025, [2_470_00, 2_450_00]],
    ]);
  });

  it("knows where a day stands in its year, and puts another year's at the near end", () => {
    assert.equal(partOfYear("2026-01-01", 2026), 0);
    assert.equal(partOfYear("2024-07-02", 2024), 183 / 366);
    assert.equal(partOfYear("2025-12-31", 2026), 0);
    assert.equal(partOfYear("2027-01-02", 2026), 1);
  });
});

function exactly(cents: number): Bounds {
  return { low: cents, high: cents };
}
