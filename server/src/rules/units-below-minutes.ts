import { arithmeticOf, sumInWords, unitsInWords, unitsOf } from "../model/units.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { type BilledPool, faultyPoolAt, midpointUnits } from "./support/billed-units.ts";
import { isPooled, minutesOf } from "./support/timed-pool.ts";
import { repairsOf } from "./support/units-fix.ts";

export const unitsBelowMinutes = defineRule({
  id: "units-below-minutes",
  severity: "information",
  codes: isPooled,
  docs: {
    summary: "Fewer units are billed than the timed minutes of the day allow.",
    why:
      "The minutes allow more units than stand on the claim. Billing fewer is no fault that a payer returns. But Medicare's manual says that a " +
      "service of at least 15 minutes shall be billed for at least one unit, one of at least 30 minutes for at least two; often a unit was " +
      "forgotten, or the minutes are those of another day.",
    remedy: "See whether the record has these minutes as one-to-one treatment. If it has, raise the units.",
    applies:
      "Every date; only where all timed lines of the discipline and day state their minutes. Where the payer usually counts each code by " +
      "itself, only for fewer units than either way of counting gives. Silent where every line repeats the minutes of the whole visit.",
    incorrect: "DOS: 2026-03-02\n97110 GP x1 30 min",
    correct: "DOS: 2026-03-02\n97110 GP x2 30 min",
    sources: [{ title: "Medicare Claims Processing Manual, chapter 5, section 20.2.C" }],
  },

  checkLine(line, context, report) {
    const pool = faultyPoolAt(line, "below", context);
    if (pool === undefined || repeatsVisit(pool)) return;
    report(line.units ?? line.procedure, `${allowedInWords(pool, context)}; ${String(pool.billed)} billed`, {
      fixes: repairsOf(pool, context),
    });
  },
});

function allowedInWords({ services, allotment }: BilledPool, { payer }: Context): string {
  if (payer.unitCounting === "eight-minute-rule") return arithmeticOf(services);
  const least = Math.min(allotment.units, midpointUnits(services));
  return `${sumInWords(services)} → at least ${unitsInWords(least)}, pooled or not`;
}

/** Each line has the same minutes, and the units together are right for them: the column tells of the visit. */
function repeatsVisit({ services, billed }: BilledPool): boolean {
  const minutes = services.flatMap(({ lines }) => lines.map(minutesOf));
  const [first = 0] = minutes;
  return minutes.length > 1 && minutes.every((own) => own === first) && unitsOf(first) === billed;
}
