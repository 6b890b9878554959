import type { CalendarDate } from "../model/date.ts";
import { defineRule } from "./rule.ts";
import { billTypesOfTherapy, takesNoTherapyLines } from "./support/bill-type.ts";
import { isMedicare } from "./support/medicare.ts";
import { isAlwaysTherapy } from "./support/plan-edit.ts";
import { orList } from "./support/words.ts";

export const institutionalScope = defineRule({
  id: "institutional-scope",
  severity: "warning",
  claims: "institutional",
  docs: {
    summary: "A therapy code stands on a type of bill that takes no outpatient therapy.",
    why:
      "Institutions bill outpatient therapy of Part B on a few types of bill: hospital (12X inpatient under Part B, 13X outpatient), " +
      "skilled nursing facility under Part B (22X, 23X), home health outside its plan (34X), rehabilitation agency (74X), CORF (75X) " +
      "and critical access hospital (85X). On another type the line is not paid as therapy. Therapy of a stay under Part A, of home " +
      "health under its plan and of hospice is billed on types of their own, is paid with the rest, and counts nothing against the " +
      "year's amount.",
    remedy: "Check the first two digits of the type of bill.",
    applies:
      "Medicare Part B, any date, where a code of the always-therapy list stands on the claim. Silent on 11X, 18X, 21X, 32X, 81X and " +
      "82X, which are of those other benefits, on the former 33X, and on 71X and 77X, where clinics list what their own rate pays.",
    incorrect: "TOB: 141\nDOS: 2026-03-02\n97110 GP x2",
    correct: "TOB: 131\nDOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 5, section 10" },
      { title: "Noridian Healthcare Solutions, therapy services on institutional claims" },
    ],
    statements: ["A32"],
  },

  checkClaim(claim, context, report) {
    const { typeOfBill } = claim;
    if (typeOfBill === undefined || !isMedicare(context) || !takesNoTherapyLines(claim)) return;
    const listed = claim.serviceLines.find((line) => {
      const date: CalendarDate | undefined = line.dateOfService?.value;
      const procedure = context.procedure(line);
      return date !== undefined && procedure !== undefined && isAlwaysTherapy(procedure, date);
    });
    if (listed === undefined) return;
    const types = orList(billTypesOfTherapy.map((type) => `${type}X`));
    report(typeOfBill, `Bill type ${typeOfBill.value} takes no ${listed.procedure.value}; therapy goes on ${types}`, {
      related: [{ at: listed.procedure, message: "a therapy code" }],
    });
  },
});
