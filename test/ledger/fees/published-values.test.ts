import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { findProcedure } from "../../../server/src/data/procedures.ts";
import type { FeeLine } from "../../../server/src/ledger/fee-schedule.ts";
import type { PublishedFee } from "../../../server/src/ledger/fees/fee-tables.ts";
import { feeScheduleOf } from "../../../server/src/ledger/fees/schedule.ts";
import { nationalAdjustment, unitFeeOf } from "../../../server/src/ledger/fees/unit-fee.ts";

/** The schedule's values of July 2024 for therapy codes, gathered outside of this repository. */
const path = resolve(import.meta.dirname, "../../../../shared/domain/pfs-therapy-2024.json");

interface Values {
  readonly meta: { readonly conversionFactor: number };
  readonly rvu: Readonly<
    Record<string, Readonly<Record<"work" | "peNonFacility" | "mp" | "nationalNonFacility", number>>>
  >;
}

describe("the published values of July 2024", () => {
  before(function () {
    // They are no part of this repository.
    if (!existsSync(path)) this.skip();
  });

  const read = (): Values => JSON.parse(readFileSync(path, "utf8")) as Values;

  function scheduleOf({ meta, rvu }: Values): ReturnType<typeof feeScheduleOf> {
    const published = Object.entries(rvu).map(([code, { work, peNonFacility, mp }]): PublishedFee => {
      const fee = unitFeeOf({ work, practiceExpense: peNonFacility, malpractice: mp }, nationalAdjustment, {
        conversionFactor: meta.conversionFactor,
        isReduced: findProcedure(code)?.isReduced === true,
      });
      return { code, modifiers: [], from: "2024-07-01", nonFacility: fee, facility: fee, isNational: true };
    });
    return feeScheduleOf({ own: [], published, reducesForAssistants: false });
  }

  const line = (code: string, units: number): FeeLine => {
    return { date: "2024-07-15", code, modifiers: ["GP"], units, placeOfService: "11" };
  };

  it("come to the published national amount of every code, to the cent", () => {
    const values = read();
    const schedule = scheduleOf(values);
    for (const [code, { nationalNonFacility }] of Object.entries(values.rvu)) {
      const [allowed] = schedule.allowedAmounts([line(code, 1)]);
      assert.equal(allowed, Math.round(nationalNonFacility * 100), code);
    }
    assert.ok(Object.keys(values.rvu).length > 90);
  });

  it("come to 72.40 for two units of 97110 and one of 97140", () => {
    const schedule = scheduleOf(read());
    assert.deepEqual(schedule.allowedAmounts([line("97110", 2), line("97140", 1)]), [5160, 2080]);
  });
});
