import { formatCents } from "../model/money.ts";
import { countsAsTherapy } from "../model/used-amount.ts";
import { defineRule } from "./rule.ts";
import { isMedicare } from "./support/medicare.ts";

export const chargeBelowAllowed = defineRule({
  id: "charge-below-allowed",
  severity: "information",
  docs: {
    summary: "A therapy line is charged at less than its allowed amount.",
    why:
      "Medicare pays by the lower of the fee schedule's amount and the charge. A line that is charged at less gives the difference away, " +
      "and only the lower amount counts against the year's. Mostly a fee list was not raised with the year, or the charge is " +
      "that of one unit.",
    remedy: "Look at the charge, its units and the fee list.",
    applies:
      "Therapy lines for Medicare Part B that state both a charge and an allowed amount. A charge of nothing is left alone.",
    incorrect: "Date        Code   Mods  Units  Charge  Allowed\n2026-03-12  97110  GP    2      39.00   58.24",
    correct: "Date        Code   Mods  Units  Charge  Allowed\n2026-03-12  97110  GP    2      78.00   58.24",
    sources: [
      { title: "Social Security Act, section 1848(a)(1): the lesser of the actual charge and the fee schedule amount" },
    ],
  },

  checkLine(line, context, report) {
    const { charge, allowedAmount } = line;
    if (charge === undefined || allowedAmount === undefined) return;
    if (charge.value <= 0 || charge.value >= allowedAmount.value || !isMedicare(context)) return;
    if (line.dateOfService === undefined || !countsAsTherapy(line, context.procedure(line))) return;
    const amounts = `${formatCents(charge.value)} is charged and ${formatCents(allowedAmount.value)} allowed`;
    report(charge, `${amounts}: the lower amount is paid, and counts`);
  },
});
