import type { Procedure } from "../model/tables.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { isOfOneDay } from "./support/service-dates.ts";
import { isPooled } from "./support/timed-pool.ts";
import { isOncePerDay } from "./support/untimed.ts";

export const unitsLookLikeMinutes = defineRule({
  id: "units-look-like-minutes",
  severity: "warning",
  codes: (code, procedure) => isPooled(code, procedure) || isOncePerDay(code, procedure),
  docs: {
    summary: "The units are 15, 30, 45 or 60, as minutes are, and the line states no minutes.",
    why:
      "Fifteen units of a 15-minute service are almost four hours in one day. More likely the minutes were written in the place of the units: " +
      "30 minutes are two units. Such a line runs into the payer's unit limit, and the whole line is denied for it.",
    remedy: "Write the units, and the minutes where minutes belong.",
    applies:
      "Every payer and date for 15-minute codes. Untimed therapy codes with a unit limit of 1 too, but where it is not known how the payer counts.",
    incorrect: "DOS: 2026-03-02\n97110 GP x30",
    correct: "DOS: 2026-03-02\n97110 GP x2 30 min",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 5, section 20.2" },
      { title: "CMS medically unlikely edits, third quarter of 2024" },
    ],
  },

  checkLine(line, context, report) {
    const { units } = line;
    if (units === undefined || !usualMinutes.has(units.value) || line.minutes.length > 0) return;
    const procedure = context.procedure(line);
    if (line.dateOfService === undefined || !isOfOneDay(line) || procedure === undefined) return;
    if (procedure.timing.kind === "untimed" && !isBilledOnce(procedure.code, context)) return;
    const { value } = units;
    const to = unitsFrom(value, procedure);
    report(units, `${String(value)} units of ${procedure.code} look like minutes; ${meaningOf(value, procedure)}`, {
      fixes: [
        {
          title: `Set units to ${String(to)}`,
          safety: "review",
          changes: [{ kind: "units", line, to }],
          attests: `The ${String(value)} were minutes; the charge stays as it is and may have to follow the units.`,
        },
      ],
    });
  },
});

/** Some state programs count sessions by the quarter of an hour; some untimed codes count what is no time. */
function isBilledOnce(code: string, context: Context): boolean {
  return context.payer.unitCounting !== "unknown" && context.unitLimit(code)?.units === 1;
}

const usualMinutes = new Set([15, 30, 45, 60]);

/** Full quarters of an hour are so many units by any payer's way of counting. */
function unitsFrom(minutes: number, { timing }: Procedure): number {
  return timing.kind === "timed" ? minutes / 15 : 1;
}

function meaningOf(minutes: number, procedure: Procedure): string {
  if (procedure.timing.kind === "untimed") return "it is untimed: 1 unit";
  const units = unitsFrom(minutes, procedure);
  return `${String(minutes)} minutes are ${units === 1 ? "1 unit" : `${String(units)} units`}`;
}
