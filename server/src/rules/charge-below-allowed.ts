import type { ServiceLine } from "../model/claim.ts";
import { type Cents, formatCents } from "../model/money.ts";
import { countsAsTherapy } from "../model/used-amount.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { isCriticalAccessHospital, isOutsidePartBTherapy } from "./support/bill-type.ts";
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
      "Therapy lines for Medicare Part B that state a charge, and an allowed amount; where they state none, that of your fee schedule " +
      "(`therapyClaims.feeSchedule`), unless only the national amount is known. A charge of nothing is left alone, and so is a " +
      "critical access hospital, which is paid on cost.",
    incorrect: "Date        Code   Mods  Units  Charge  Allowed\n2026-03-12  97110  GP    2      39.00   58.24",
    correct: "Date        Code   Mods  Units  Charge  Allowed\n2026-03-12  97110  GP    2      78.00   58.24",
    sources: [
      { title: "Social Security Act, section 1848(a)(1): the lesser of the actual charge and the fee schedule amount" },
    ],
  },

  checkLine(line, context, report) {
    const { charge } = line;
    if (charge === undefined || charge.value <= 0 || !isMedicare(context)) return;
    if (line.dateOfService === undefined || !countsAsTherapy(line, context.procedure(line))) return;
    const stated = line.allowedAmount?.value;
    const allowed = stated ?? feeOf(line, context);
    if (allowed === undefined || charge.value >= allowed) return;
    const by = stated === undefined ? " by the fee schedule" : "";
    const amounts = `${formatCents(charge.value)} is charged and ${formatCents(allowed)} allowed${by}`;
    report(charge, `${amounts}: the lower amount is paid, and counts`);
  },
});

function feeOf(line: ServiceLine, context: Context): Cents | undefined {
  const { claim } = context;
  return isOutsidePartBTherapy(claim) || isCriticalAccessHospital(claim) ? undefined : context.feeOf(line);
}
