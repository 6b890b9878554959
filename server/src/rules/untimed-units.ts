import { defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import { severityOfCounting } from "./support/billed-units.ts";
import { isOfOneDay } from "./support/service-dates.ts";
import { wholeUnitsOf } from "./support/timed-pool.ts";
import { isOncePerDay } from "./support/untimed.ts";

export const untimedUnits = defineRule({
  id: "untimed-units",
  severity: "error",
  codes: isOncePerDay,
  docs: {
    summary: "An untimed code is billed with more than one unit.",
    why:
      "An untimed code stands for the service as a whole, however long it takes: an evaluation, a supervised modality, a group, a session of " +
      "speech treatment. It is billed once a day, with one unit. Medicare's unit limit for such a code is 1, and a line above its limit is " +
      "denied. Untimed codes that count something other than time, such as limbs or square centimeters, are not found here.",
    remedy: "Set the units to 1, also where it is the minutes that stand in the place of the units.",
    applies:
      "Every date, for untimed therapy codes with a unit limit of 1 in CMS's table: an error for Medicare Part B, a warning for plans that count " +
      "as Medicare does, information for payers that usually follow the AMA. Silent for payers of whom that is not known: some " +
      "state programs count speech treatment by the quarter of an hour.",
    incorrect: "DOS: 2026-03-02\n92507 GN x3",
    correct: "DOS: 2026-03-02\n92507 GN x1",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 5, section 20.2.B" },
      { title: "CMS medically unlikely edits, third quarter of 2024" },
    ],
  },

  checkLine(line, context, report) {
    const { units, procedure } = line;
    const billed = wholeUnitsOf(line);
    if (units === undefined || billed === undefined || billed === 1 || context.payer.unitCounting === "unknown") return;
    if (line.dateOfService === undefined || !isOfOneDay(line)) return;
    if (context.unitLimit(procedure.value)?.units !== 1 || isOutsidePartBTherapy(context.claim)) return;
    report(units, `${procedure.value} is untimed: 1 unit; ${String(billed)} billed`, {
      severity: severityOfCounting(context),
      fixes: [
        {
          title: "Set units to 1",
          safety: "review",
          changes: [{ kind: "units", line, to: 1 }],
          attests: "The service was given once that day; the charge stays as it is and may have to follow the units.",
        },
      ],
    });
  },
});
