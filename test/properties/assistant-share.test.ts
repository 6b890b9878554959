import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type AssistantShare,
  type TreatedMinutes,
  exceedsOneTenth,
  shareTimedUnits,
  shareUntimedUnits,
} from "../../server/src/model/assistant-share.ts";

const minutes: fc.Arbitrary<TreatedMinutes> = fc.record({
  therapist: fc.integer({ min: 0, max: 75 }),
  assistant: fc.integer({ min: 0, max: 75 }),
});
const units = fc.integer({ min: 0, max: 11 });
const date = fc.constantFrom("2019-12-31", "2020-01-01", "2021-12-31", "2022-01-01", "2026-03-12");
const runs = { numRuns: 20_000 };

describe("The units of a code, divided between therapist and assistant", () => {
  it("are what a clerk with a stack of quarter hours finds", () => {
    fc.assert(
      fc.property(minutes, units, date, (treated, billed, on) => {
        assert.deepEqual(shareTimedUnits(treated, billed, on), divideByHand(treated, billed, on));
      }),
      runs,
    );
  });

  it("are all the units that are billed", () => {
    fc.assert(
      fc.property(minutes, units, date, (treated, billed, on) => {
        for (const share of [shareTimedUnits(treated, billed, on), shareUntimedUnits(treated, billed, on)]) {
          if (share !== undefined) assert.equal(share.without + share.with, billed);
        }
      }),
      runs,
    );
  });

  it("are never fewer with the modifier because the assistant gave more and the therapist as much", () => {
    fc.assert(
      fc.property(minutes, units, fc.integer({ min: 1, max: 20 }), date, (treated, billed, more, on) => {
        const before = shareTimedUnits(treated, billed, on);
        const after = shareTimedUnits({ ...treated, assistant: treated.assistant + more }, billed, on);
        if (before !== undefined && after !== undefined) assert.ok(after.with >= before.with);
      }),
      runs,
    );
  });

  it("go the way of who treated alone", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), (total) => {
        const billed = Math.max(1, Math.floor((total + 7) / 15));
        const byTherapist = shareTimedUnits({ therapist: total, assistant: 0 }, billed, "2026-03-12");
        const byAssistant = shareTimedUnits({ therapist: 0, assistant: total }, billed, "2026-03-12");
        assert.deepEqual(byTherapist, { without: billed, with: 0 });
        assert.deepEqual(byAssistant, { without: 0, with: billed });
      }),
    );
  });
});

describe("The one-tenth test", () => {
  it("is undefined only near a tenth, and says there what either way of computing says", () => {
    fc.assert(
      fc.property(minutes, ({ therapist, assistant }) => {
        const total = therapist + assistant;
        if (total === 0) return;
        const percent = (assistant / total) * 100;
        const answer = exceedsOneTenth({ therapist, assistant });
        if (percent <= 10) assert.equal(answer, false);
        if (assistant > total / 10 + 1.5) assert.equal(answer, true);
      }),
      runs,
    );
  });
});

/** Takes quarter hours off both piles one by one, and then asks the manual's questions in their order. */
function divideByHand(treated: TreatedMinutes, billed: number, on: string): AssistantShare | undefined {
  const year = Number(on.slice(0, 4));
  if (year < 2020) return { without: billed, with: 0 };
  const piles = { therapist: treated.therapist, assistant: treated.assistant };
  const share = { without: 0, with: 0 };
  for (; piles.therapist >= 15; piles.therapist -= 15) share.without++;
  for (; piles.assistant >= 15; piles.assistant -= 15) share.with++;
  const toBill = billed - share.without - share.with;
  if (toBill === 0) return share;
  if (toBill === 2) return isOneEach(piles, year) ? { without: share.without + 1, with: share.with + 1 } : undefined;
  if (toBill !== 1 || piles.therapist + piles.assistant === 0) return undefined;
  const isAssistants = midpoint(piles, year) ?? tenth(piles);
  if (isAssistants === undefined) return undefined;
  return isAssistants ? { ...share, with: share.with + 1 } : { ...share, without: share.without + 1 };
}

function isOneEach({ therapist, assistant }: TreatedMinutes, year: number): boolean {
  const gaveEnough = [therapist, assistant].every((pile) => pile >= 9 && pile <= 14);
  return year >= 2022 && gaveEnough && therapist + assistant >= 23 && therapist + assistant <= 28;
}

function midpoint({ therapist, assistant }: TreatedMinutes, year: number): boolean | undefined {
  return year >= 2022 && Math.max(therapist, assistant) > 7 ? therapist < 8 : undefined;
}

function tenth({ therapist, assistant }: TreatedMinutes): boolean | undefined {
  const total = therapist + assistant;
  const byPercentage = Number(((assistant / total) * 100).toFixed(0)) > 10;
  const bySimpleMethod = assistant >= Number((total / 10).toFixed(0)) + 1;
  return byPercentage === bySimpleMethod ? byPercentage : undefined;
}
