import { hasPlanModifier } from "../model/claim.ts";
import { defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import {
  hasMistypedPlanModifier,
  isAlwaysTherapy,
  lockedModifier,
  severityOfMissingPlan,
} from "./support/plan-edit.ts";
import { addPlanModifiers } from "./support/plan-fix.ts";

export const therapyModifierMissing = defineRule({
  id: "therapy-modifier-missing",
  severity: "error",
  asks: "plan-modifiers",
  codes: (_code, procedure) => procedure?.disposition === "always",
  docs: {
    summary: "A therapy line does not say under which plan of care it was given.",
    why:
      "Every code on the always-therapy list must say under which plan of care it was given: GP physical therapy, GO occupational " +
      "therapy, GN speech-language pathology. The modifier names the plan, not the person who treated, and it is needed " +
      "whoever bills, a physician too. It also decides which yearly amount the money counts against. Since 2018-01-01 (2017-07-03 " +
      "for the evaluations 97161–97168) Medicare returns or rejects a line without it, with group code CO and reason 4.",
    remedy:
      "Where the code belongs to one discipline, or the line names who treated or the department by its revenue code, one fix is " +
      "offered. Otherwise the plan of care decides.",
    applies:
      "An error for Medicare Part B, for services from 2018-01-01 (97161–97168: 2017-07-03), and for UnitedHealthcare from 2019-09-01; " +
      "a warning before, for codes whose listing is not confirmed, and for other payers that ask for plan modifiers. Silent on bill " +
      "types 11X, 18X, 21X, 32X, 81X, 82X.",
    incorrect: "DOS: 2026-03-02\n97110 x2",
    correct: "DOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "CR 10176, transmittal 3814 (therapy modifier edits from 2018-01-01)" },
      { title: "CR 9933 (evaluation codes 97161–97168 from 2017-07-03)" },
      { title: "UnitedHealthcare Network Bulletin, June 2019, as quoted by AOTA" },
      { title: "Medicare Claims Processing Manual, chapter 5, sections 10.4 and 20.1" },
    ],
  },

  checkLine(line, context, report) {
    if (hasPlanModifier(line) || isOutsidePartBTherapy(context.claim)) return;
    const date = line.dateOfService?.value;
    const procedure = context.procedure(line);
    if (date === undefined || procedure === undefined || !isAlwaysTherapy(procedure, date)) return;
    if (hasMistypedPlanModifier(line, context)) return;
    report(line.procedure, `${procedure.code} needs ${lockedModifier(procedure, date) ?? "GN, GO or GP"}`, {
      severity: severityOfMissingPlan(procedure, date, context),
      fixes: addPlanModifiers(line, procedure, date, context),
    });
  },
});
