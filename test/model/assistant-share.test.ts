import assert from "node:assert/strict";
import {
  type TreatedMinutes,
  exceedsOneTenth,
  restOf,
  shareTimedUnits,
  shareUntimedUnits,
} from "../../server/src/model/assistant-share.ts";

/** One code of a visit: its minutes, the units billed for it, and how many of them go without and with the modifier. */
type Case = readonly [
  name: string,
  therapist: number,
  assistant: number,
  units: number,
  without: number,
  withModifier: number,
];

/** Published examples, and others computed by hand from the policy. */
const since2022: readonly Case[] = [
  ["a published example of 2022: 5 and 10", 5, 10, 1, 0, 1],
  ["a published example of 2021, its first code", 15, 13, 2, 1, 1],
  ["a published example of 2021, its second code", 22, 0, 1, 1, 0],
  ["minutes together are the therapist's", 30, 0, 2, 2, 0],
  ["19 minutes by the assistant alone", 0, 19, 1, 0, 1],
  ["the therapist's 8 minutes are enough", 8, 13, 1, 1, 0],
  ["both under 8", 6, 5, 1, 0, 1],
  ["full quarters of both", 30, 15, 3, 2, 1],
  ["all by the assistant, one of two codes", 0, 30, 2, 0, 2],
  ["all by the assistant, the other code", 0, 15, 1, 0, 1],
  ["no assistant", 38, 0, 3, 3, 0],
  ["10 and 10", 10, 10, 1, 1, 0],
  ["two units left, the fewest minutes", 9, 14, 2, 1, 1],
  ["two units left, the most minutes", 14, 14, 2, 1, 1],
  ["two units left behind full quarters", 29, 27, 4, 2, 2],
  ["the therapist one minute short of the midpoint", 7, 14, 1, 0, 1],
  ["the therapist's rest reaches it behind full quarters", 23, 22, 3, 2, 1],
  ["both rests under 8 behind full quarters", 22, 22, 3, 1, 2],
  ["minutes that make no further unit count for nothing", 15, 5, 1, 1, 0],
  ["no units, no minutes", 0, 0, 0, 0, 0],
];

describe("The units of a timed code divide between therapist and assistant", () => {
  for (const [name, therapist, assistant, units, without, withModifier] of since2022) {
    it(`since 2022: ${name}`, () => {
      for (const date of ["2022-01-01", "2026-03-12"] as const) {
        assert.deepEqual(shareTimedUnits({ therapist, assistant }, units, date), { without, with: withModifier });
      }
    });
  }

  it("in 2020 and 2021 without the midpoint rule: over a tenth of the last unit takes the modifier", () => {
    for (const date of ["2020-01-01", "2021-12-31"] as const) {
      assert.deepEqual(shareTimedUnits({ therapist: 13, assistant: 8 }, 1, date), { without: 0, with: 1 });
      assert.deepEqual(shareTimedUnits({ therapist: 23, assistant: 13 }, 2, date), { without: 1, with: 1 });
      assert.deepEqual(shareTimedUnits({ therapist: 30, assistant: 15 }, 3, date), { without: 2, with: 1 });
      assert.deepEqual(shareTimedUnits({ therapist: 14, assistant: 0 }, 1, date), { without: 1, with: 0 });
      assert.equal(shareTimedUnits({ therapist: 14, assistant: 14 }, 2, date), undefined, "two units left");
    }
    assert.deepEqual(shareTimedUnits({ therapist: 13, assistant: 8 }, 1, "2022-01-01"), { without: 1, with: 0 });
  });

  it("before 2020 none goes with a modifier", () => {
    assert.deepEqual(shareTimedUnits({ therapist: 0, assistant: 30 }, 2, "2019-12-31"), { without: 2, with: 0 });
    assert.deepEqual(shareUntimedUnits({ therapist: 0, assistant: 30 }, 1, "2019-12-31"), { without: 1, with: 0 });
  });

  it("not where the minutes can't make so many units", () => {
    const impossible: readonly (readonly [number, number, number])[] = [
      [30, 0, 1],
      [15, 0, 2],
      [14, 8, 2],
      [8, 14, 2],
      [14, 14, 3],
      [0, 0, 1],
      [15, 13, 2.5],
      [-15, 30, 1],
    ];
    for (const [therapist, assistant, units] of impossible) {
      const share = shareTimedUnits({ therapist, assistant }, units, "2026-03-12");
      assert.equal(share, undefined, `${therapist} and ${assistant} minutes, ${units} units`);
    }
  });

  it("not where the two ways of computing a tenth disagree on the last unit", () => {
    assert.equal(shareTimedUnits({ therapist: 7, assistant: 1 }, 1, "2026-03-12"), undefined);
    assert.equal(shareTimedUnits({ therapist: 22, assistant: 1 }, 2, "2026-03-12"), undefined);
    assert.equal(shareTimedUnits({ therapist: 13, assistant: 2 }, 1, "2021-03-12"), undefined);
  });
});

describe("An untimed service goes whole", () => {
  const cases: readonly (readonly [name: string, total: number, assistant: number, isWith: boolean | undefined])[] = [
    ["half of a group", 40, 20, true],
    ["exactly a tenth of a group", 40, 4, false],
    ["a modality that the assistant gave", 15, 15, true],
    ["5 of 45: 11 percent, and one minute short of 6", 45, 5, undefined],
  ];
  for (const [name, total, assistant, isWith] of cases) {
    it(name, () => {
      const share = shareUntimedUnits({ therapist: total - assistant, assistant }, 1, "2026-03-12");
      const expected = { without: isWith === true ? 0 : 1, with: isWith === true ? 1 : 0 };
      assert.deepEqual(share, isWith === undefined ? undefined : expected);
    });
  }

  it("not without minutes, nor in parts of a unit", () => {
    assert.equal(shareUntimedUnits({ therapist: 0, assistant: 0 }, 1, "2026-03-12"), undefined);
    assert.equal(shareUntimedUnits({ therapist: 15, assistant: 15 }, 0.5, "2026-03-12"), undefined);
  });
});

describe("More than a tenth of the time", () => {
  it("is told by the whole percent and by the minutes, where both say the same", () => {
    const known: readonly (readonly [assistant: number, total: number, exceeds: boolean | undefined])[] = [
      [2, 15, undefined],
      [1, 8, undefined],
      [5, 45, undefined],
      [2, 19, undefined],
      [3, 29, false],
      [4, 29, true],
      [3, 25, undefined],
      [3, 15, true],
      [1, 1, true],
      [0, 30, false],
    ];
    for (const [assistant, total, exceeds] of known) {
      assert.equal(exceedsOneTenth({ therapist: total - assistant, assistant }), exceeds, `${assistant} of ${total}`);
    }
  });

  it("leaves less than a quarter of an hour of either", () => {
    const minutes: TreatedMinutes = { therapist: 38, assistant: 15 };
    assert.deepEqual(restOf(minutes), { therapist: 8, assistant: 0 });
  });
});
