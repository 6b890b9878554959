import { type ServiceLine } from "../model/claim.ts";
import { yearOf } from "../model/date.ts";
import { countsAsTherapy } from "../model/used-amount.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";

export const kxThresholdUnknown = defineRule({
  id: "kx-threshold-unknown",
  severity: "warning",
  asks: "kx",
  docs: {
    summary: "No amount is known for the year of a therapy service, so KX can't be checked.",
    why:
      "The amount above which KX is needed changes every January. CMS announces it in the autumn before, with the physician fee schedule. " +
      "For this year none is built in, and one that is estimated could put KX on the wrong lines.",
    remedy: "Set the year's amount in the settings (`therapyClaims.thresholds`) as CMS has published it.",
    applies:
      "Therapy services from 2006 for Medicare Part B and other payers that ask for KX, once for each claim and year. While it stands no " +
      "other rule about the amount speaks for that year.",
    incorrect: "DOS: 2027-01-12\n97110 GP x2 $78.00",
    correct: "DOS: 2026-12-30\n97110 GP x2 $78.00",
    sources: [{ title: "Social Security Act, section 1833(g) (42 USC 1395l(g)): the yearly amount" }],
  },

  checkClaim(claim, context, report) {
    if (isOutsidePartBTherapy(claim)) return;
    const years: number[] = [];
    for (const line of claim.serviceLines) {
      const date = line.dateOfService;
      // That a date lies ahead is what is wrong with it.
      if (date === undefined || date.value > context.today) continue;
      const year = yearOf(date.value);
      if (typeof context.threshold(year)?.kxThreshold === "number") continue;
      if (years.includes(year) || !isAskedFor(line, context)) continue;
      years.push(year);
      report(date, `${String(year)}: no KX amount is known for this year, so KX can't be checked`);
    }
  },
});

function isAskedFor(line: ServiceLine, context: Context): boolean {
  return context.answer("kx", line) === "required" && countsAsTherapy(line, context.procedure(line));
}
