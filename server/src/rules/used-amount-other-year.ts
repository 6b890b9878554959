import { yearOf } from "../model/date.ts";
import { defineRule } from "./rule.ts";
import { amountsOfOtherYears } from "./support/stated-year.ts";
import { isToldHere } from "./support/told-once.ts";

export const usedAmountOtherYear = defineRule({
  id: "used-amount-other-year",
  severity: "warning",
  docs: {
    summary: "The used amount is stated as of another calendar year than the services are of.",
    why:
      "The count of the year's amount begins anew on 1 January, and it goes by the date of service. What was used in December tells " +
      "nothing of January, and what a portal shows today tells nothing of a visit of last year that is billed late. So the amount is " +
      "left out, and KX can't be checked with it.",
    remedy: "State the amount of the year of service, or correct the date that the amount is of.",
    applies:
      "Therapy services from 2006 for Medicare Part B and other payers that ask for KX, where no amount of the year of service is stated " +
      "in the file for the beneficiary. An amount without a date means before the claim's first date of service, and is not found.",
    incorrect: "YTD PT/SLP: 2,300.00 as of 2025-12-30\nDOS: 2026-01-06\n97110 GP x2 $78.00",
    correct: "YTD PT/SLP: 0.00 as of 2026-01-02\nDOS: 2026-01-06\n97110 GP x2 $78.00",
    sources: [
      { title: "Social Security Act, section 1833(g) (42 USC 1395l(g)): the amount is that of a calendar year" },
      { title: "National Government Services on the therapy amount (article 10703808)" },
    ],
  },

  checkClaim(claim, context, report) {
    for (const { asOf, stated, year } of amountsOfOtherYears(claim, context)) {
      if (!isToldHere(asOf, `used-amount-other-year/${String(asOf.start)}`, context)) continue;
      const ofYear = `the amount is of ${String(yearOf(asOf.value))} and the service of ${String(year)}`;
      report(asOf, `${stated.bucket}: ${ofYear}; each calendar year counts by itself`);
    }
  },
});
