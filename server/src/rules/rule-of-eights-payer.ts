import { minutesInWords, unitsInWords, unitsOf } from "../model/units.ts";
import { defineRule } from "./rule.ts";
import { type BilledService, billedPoolOf } from "./support/billed-units.ts";
import { isPooled } from "./support/timed-pool.ts";

export const ruleOfEightsPayer = defineRule({
  id: "rule-of-eights-payer",
  severity: "information",
  codes: isPooled,
  docs: {
    summary: "The payer usually counts each timed code by itself, and the units of a code are others.",
    why:
      "Outside Medicare most payers follow the AMA: each code stands alone, 8 to 22 minutes of it are one unit, 23 to 37 two, and nothing is " +
      "added up over codes. That gives more than Medicare's rule for several short services (8 and 8 minutes are two units) and less " +
      "for minutes left over (33 and 7 are two, not three). Some plans count as Medicare does all the same, so the contract decides.",
    remedy:
      "See in the payer's policy or your contract how it counts. If it counts as Medicare does, say so in its profile.",
    applies:
      "Every date, for payers whose profile says that they usually count each code by itself; only where all timed lines of the discipline " +
      "and day state their minutes.",
    incorrect: "Payer: Aetna\nDOS: 2026-03-02\n97110 GP x2 33 min\n97140 GP x1 7 min",
    correct: "Payer: Aetna\nDOS: 2026-03-02\n97110 GP x1 8 min\n97140 GP x1 8 min",
    sources: [
      { title: "CPT, on time: a unit is attained when the midpoint is passed" },
      { title: "Published comparisons of Medicare's 8-minute rule with the rule of eights" },
    ],
  },

  checkLine(line, context, report) {
    if (context.payer.unitCounting !== "rule-of-eights") return;
    const pool = billedPoolOf(line, context);
    if (pool?.fault !== "not-midpoint") return;
    const service = pool.services.find(({ lines }) => lines.at(-1) === line);
    if (service === undefined) return;
    const { code, minutes, billed } = service;
    const units = unitsOf(minutes);
    // Units on the wrong code are one fault, and told where they are too many.
    if (units === billed || (billed < units && pool.services.some(hasTooMany))) return;
    const counted = `${minutesInWords(minutes)} of ${code} → ${unitsInWords(units)} counted by itself`;
    report(line.units ?? line.procedure, `${counted}; ${String(billed)} billed`);
  },
});

function hasTooMany({ minutes, billed }: BilledService): boolean {
  return billed > unitsOf(minutes);
}
