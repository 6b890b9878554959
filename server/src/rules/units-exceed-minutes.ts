import { arithmeticOf, sumInWords, unitsInWords } from "../model/units.ts";
import type { Context } from "./context.ts";
import { type Severity, defineRule } from "./rule.ts";
import { type BilledPool, faultyPoolAt, midpointUnits, severityOfCounting } from "./support/billed-units.ts";
import { isPooled, minutesOf } from "./support/timed-pool.ts";
import { repairsOf } from "./support/units-fix.ts";

export const unitsExceedMinutes = defineRule({
  id: "units-exceed-minutes",
  severity: "error",
  codes: isPooled,
  docs: {
    summary: "More units are billed than the timed minutes of the day allow.",
    why:
      "Medicare adds up the minutes of all 15-minute services that one discipline gave a patient on one day: 8 to 22 minutes are one unit, " +
      "23 to 37 two, 38 to 52 three, and each further unit takes 15 more. The sum is the most that can be billed, however the services are " +
      "divided; two services of 20 minutes each are three units, not four. Untimed codes, evaluations and group work stand outside: their " +
      "minutes add nothing. What is over is an overpayment, and in a review the contractor takes it back.",
    remedy:
      "Lower the units of the service with the fewest minutes left beyond its full quarters of an hour. The units are set for you only where " +
      "the minutes leave one way to do it.",
    applies:
      "Every date; only where all timed lines of the discipline and day state their minutes. An error for Medicare Part B, a warning for plans " +
      "that count as Medicare does. Where the payer counts each code by itself, or its way is not known: information, and only for more " +
      "units than either way allows.",
    incorrect: "DOS: 2026-03-02\n97112 GP x2 24 min\n97110 GP x2 23 min",
    correct: "DOS: 2026-03-02\n97112 GP x2 24 min\n97110 GP x1 23 min",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 5, section 20.2.C" },
      {
        title:
          "First Coast Service Options and National Government Services on timed codes (the table of minutes and units)",
      },
    ],
  },

  checkLine(line, context, report) {
    const pool = faultyPoolAt(line, "exceeds", context);
    if (pool === undefined) return;
    report(line.units ?? line.procedure, `${allowedInWords(pool, context)}; ${String(pool.billed)} billed`, {
      severity: severityOf(pool, context),
      fixes: repairsOf(pool, context),
    });
  },
});

function allowedInWords({ services, allotment }: BilledPool, { payer }: Context): string {
  if (payer.unitCounting === "eight-minute-rule") return arithmeticOf(services);
  const most = Math.max(allotment.units, midpointUnits(services));
  return `${sumInWords(services)} → at most ${unitsInWords(most)}, pooled or not`;
}

/** `x2 15 min` may mean 15 minutes for each unit. */
function severityOf({ services }: BilledPool, context: Context): Severity {
  const severity = severityOfCounting(context);
  const mayBeOfAUnit = services.every(({ lines }) => lines.every((line) => minutesOf(line) === 15));
  return mayBeOfAUnit && severity === "error" ? "warning" : severity;
}
