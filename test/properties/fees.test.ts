import assert from "node:assert/strict";
import fc from "fast-check";
import { findOwnFees, readOwnFee } from "../../server/src/config/fees/own-fees.ts";
import type { FeeLine } from "../../server/src/ledger/fee-schedule.ts";
import type { PublishedFee } from "../../server/src/ledger/fees/fee-tables.ts";
import { feeScheduleOf } from "../../server/src/ledger/fees/schedule.ts";
import { type RelativeValues, nationalAdjustment, unitFeeOf } from "../../server/src/ledger/fees/unit-fee.ts";
import { load, removeFolders } from "../config/fees/fee-files.ts";

const codes = ["97110", "97112", "97116", "97140", "97530", "92507", "20560"] as const;
const conversionFactor = 33.2875;

/** Few values, so that many are equal. */
const hundredths = fc.integer({ min: 0, max: 6 }).map((value) => value / 4 + 0.01);
const values: fc.Arbitrary<RelativeValues> = fc.record({
  work: hundredths,
  practiceExpense: hundredths,
  malpractice: fc.constant(0.01),
});

const tables = fc
  .tuple(...codes.map((code) => fc.tuple(fc.constant(code), values, fc.boolean())))
  .map((ofCodes) => ofCodes.filter(([code]) => code !== "92507"));

function published(ofCodes: readonly (readonly [string, RelativeValues, boolean])[], isEver = true): PublishedFee[] {
  return ofCodes.map(([code, relativeValues, isReduced]) => {
    const fee = unitFeeOf(relativeValues, nationalAdjustment, { conversionFactor, isReduced: isReduced && isEver });
    return { code, modifiers: [], from: "2026-01-01", nonFacility: fee, facility: fee, isNational: true };
  });
}

const lines: fc.Arbitrary<FeeLine[]> = fc.array(
  fc.record({
    date: fc.constant("2026-03-02" as const),
    code: fc.constantFrom(...codes),
    modifiers: fc.subarray(["GP", "GO", "KX", "CQ"]),
    units: fc.integer({ min: 1, max: 4 }),
    placeOfService: fc.constantFrom("11", "22", undefined),
  }),
  { maxLength: 8 },
);

function scheduleOf(fees: readonly PublishedFee[]): ReturnType<typeof feeScheduleOf> {
  return feeScheduleOf({ own: [], published: fees, reducesForAssistants: false });
}

describe("what a day allows", () => {
  it("does not depend on the order of its lines", () => {
    const shuffled = lines.chain((day) =>
      fc.tuple(fc.constant(day), fc.shuffledSubarray(day, { minLength: day.length })),
    );
    fc.assert(
      fc.property(tables, shuffled, (ofCodes, [day, other]) => {
        const schedule = scheduleOf(published(ofCodes));
        const told = (ordered: readonly FeeLine[]): readonly string[] => {
          const allowed = schedule.allowedAmounts(ordered);
          return ordered.map((line, place) => JSON.stringify([line, allowed[place] ?? null])).sort();
        };
        assert.deepEqual(told(other), told(day));
      }),
    );
  });

  it("is at most what it would be without the reduction, and at least that less half of every practice expense", () => {
    fc.assert(
      fc.property(tables, lines, (ofCodes, day) => {
        const reduced = scheduleOf(published(ofCodes)).allowedAmounts(day);
        const whole = scheduleOf(published(ofCodes, false)).allowedAmounts(day);
        for (const [place, amount] of reduced.entries()) {
          const full = whole[place];
          assert.equal(amount === undefined, full === undefined);
          if (amount === undefined || full === undefined) continue;
          assert.ok(amount <= full && amount * 2 >= full - 2);
        }
      }),
    );
  });

  it("grows for no line by another one beside it", () => {
    fc.assert(
      fc.property(tables, lines, lines, (ofCodes, day, more) => {
        const schedule = scheduleOf(published(ofCodes));
        const alone = schedule.allowedAmounts(day);
        const together = schedule.allowedAmounts([...more, ...day]).slice(more.length);
        for (const [place, amount] of together.entries()) assert.ok((amount ?? 0) <= (alone[place] ?? 0));
      }),
    );
  });

  it("pays one unit of the day in full where anything is reduced, by unit for unit", () => {
    fc.assert(
      fc.property(tables, lines, (ofCodes, day) => {
        const fees = published(ofCodes);
        const allowed = scheduleOf(fees).allowedAmounts(day);
        // One line a unit, each rounded: as many half cents apart as there are units.
        const units = day.flatMap((line) => Array.from({ length: line.units }, () => ({ ...line, units: 1 })));
        const byUnit = scheduleOf(fees).allowedAmounts(units);
        const sum = (amounts: readonly (number | undefined)[]): number =>
          amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
        assert.ok(Math.abs(sum(allowed) - sum(byUnit)) <= units.length);
      }),
    );
  });
});

describe("an office's list of fees", () => {
  after(removeFolders);

  it("is read without an error, whatever its text", async () => {
    const word = fc.oneof(
      fc.constantFrom(
        "Code",
        "HCPCS",
        "Amount",
        "97110",
        "29.29",
        "work rvu",
        "2026",
        "pe gpci",
        "locality",
        "GP",
        "1/1/2026",
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    );
    const mark = fc.constantFrom(",", ",", "\t", ";", "\n", "\n", '"', "\r", "|");
    const text = fc.array(fc.tuple(word, mark), { maxLength: 60 }).map((pieces) => pieces.flat().join(""));
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, fc.string({ unit: "binary" })), async (written) => {
        const { fees, problems } = await load({ "fees.csv": written });
        assert.ok(fees !== undefined || problems.length > 0);
      }),
      { numRuns: 60 },
    );
  });

  it("gives back every fee that is written in it", () => {
    const amount = fc.integer({ min: 1, max: 99_999_99 });
    const modifiers = fc.subarray(["GP", "GO", "GN", "CQ", "KX", "59"]);
    const head = [["To", "Amount", "Modifier", "Code", "From"]];
    const columns = findOwnFees(head) ?? assert.fail("the header is not known");
    fc.assert(
      fc.property(fc.constantFrom(...codes), amount, modifiers, (code, cents, carried) => {
        const row = ["2026-12-31", `$${(cents / 100).toFixed(2)}`, carried.join(" "), code, "1/2/2026"];
        assert.deepEqual(readOwnFee(row, columns), {
          code,
          modifiers: carried,
          amount: cents,
          from: "2026-01-02",
          to: "2026-12-31",
        });
      }),
    );
  });
});
