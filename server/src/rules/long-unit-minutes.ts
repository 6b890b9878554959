import type { Procedure } from "../model/tables.ts";
import { minutesInWords } from "../model/units.ts";
import { defineRule } from "./rule.ts";
import { isOfOneDay } from "./support/service-dates.ts";
import { minutesOf, wholeUnitsOf } from "./support/timed-pool.ts";

/** Codes whose unit is longer than a quarter of an hour, or shorter. */
const otherLengths: ReadonlySet<string> = new Set(["96105", "96125", "92607", "97550", "98979", "98980"]);

export const longUnitMinutes = defineRule({
  id: "long-unit-minutes",
  severity: "warning",
  codes: (code) => otherLengths.has(code),
  docs: {
    summary: "A timed code of another length than 15 minutes has fewer minutes than its unit takes.",
    why:
      "Not every timed code counts quarters of an hour. A unit of an hour, as of 96105, 96125 and 92607, begins at 31 minutes, past its middle; " +
      "the first half hour of 97550 at 16. Remote monitoring has no midpoint: 98979 takes 10 minutes of the calendar month, 98980 all 20. These " +
      "minutes stay outside the day's sum of 15-minute services, so other services lend them nothing.",
    remedy:
      "See whether the minutes are all there: for 96105 and 96125 the time for reading the results and writing the report counts too. If they " +
      "are, the code is not reached.",
    applies: "Every payer and date, where the line states its minutes.",
    incorrect: "DOS: 2026-03-02\n96125 GN x1 30 min",
    correct: "DOS: 2026-03-02\n96125 GN x1 31 min",
    sources: [
      { title: "CPT, on time: a unit is attained when the midpoint is passed" },
      { title: "Published summaries of Medicare's remote therapeutic monitoring rules" },
    ],
  },

  checkLine(line, context, report) {
    const procedure = context.procedure(line);
    const minutes = minutesOf(line);
    const units = line.units === undefined ? 1 : wholeUnitsOf(line);
    if (procedure?.timing.kind !== "timed" || minutes === undefined || units === undefined) return;
    if (line.dateOfService === undefined || !isOfOneDay(line)) return;
    const needed = procedure.timing.minutes * (units - 1) + leastFor(procedure.timing.minutes, procedure);
    if (minutes >= needed) return;
    const claimed = units === 1 ? "a unit begins" : `${String(units)} units begin`;
    const code = line.procedure.value;
    report(line.procedure, `${minutesInWords(minutes)} of ${code}; ${claimed} at ${String(needed)}`);
  },
});

/** What the last unit needs: more than half of it, but of monitoring all of it. */
function leastFor(unit: number, { category }: Procedure): number {
  return category === "remote-monitoring" ? unit : Math.floor(unit / 2) + 1;
}
