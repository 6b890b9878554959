import { hasPlanModifier, modifierOn } from "../model/claim.ts";
import { defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import {
  hasMistypedPlanModifier,
  isAlwaysTherapy,
  lockedModifier,
  severityOfMissingPlan,
} from "./support/plan-edit.ts";
import { addPlanModifiers } from "./support/plan-fix.ts";

export const kxWithoutPlan = defineRule({
  id: "kx-without-plan",
  severity: "error",
  asks: "kx",
  modifiers: ["KX"],
  codes: (_code, procedure) => procedure?.disposition === "always",
  docs: {
    summary: "A therapy line carries KX, and no GN, GO or GP that says which yearly amount it speaks of.",
    why:
      "KX comes on top of the plan modifier and does not replace it: GP and GN count against one amount, GO against another. Alone, KX says " +
      "nothing about which counter it concerns. Since 2018-01-01 (2017-07-03 for the evaluations 97161–97168) Medicare returns or rejects an " +
      "always-therapy line without its plan modifier, with group code CO and reason 4, whatever else stands on it.",
    remedy: "Add the modifier of the plan of care, and keep KX where it is true.",
    applies:
      "Always-therapy codes: an error for Medicare Part B, for services from 2018-01-01 (97161–97168: 2017-07-03); a warning before, for " +
      "codes whose listing is not confirmed, and for other payers that ask for KX. Silent on bill types 11X, 18X, 21X, 32X, 81X, 82X.",
    incorrect: "DOS: 2026-03-12\n92507 KX x1 $110.00",
    correct: "YTD PT/SLP:\nDOS: 2026-03-12\n92507 GN KX x1 $110.00",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 5, sections 10.3 and 20.1" },
      { title: "CR 10176, transmittal 3814 (therapy modifier edits from 2018-01-01)" },
      { title: "CR 9933 (evaluation codes 97161–97168 from 2017-07-03)" },
    ],
    statements: ["B5"],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const procedure = context.procedure(line);
    const kx = modifierOn(line, "KX");
    if (date === undefined || procedure === undefined || kx === undefined || hasPlanModifier(line)) return;
    if (!isAlwaysTherapy(procedure, date) || isOutsidePartBTherapy(context.claim)) return;
    if (hasMistypedPlanModifier(line, context)) return;
    report(kx, `KX on ${procedure.code} without ${lockedModifier(procedure, date) ?? "GN, GO or GP"} beside it`, {
      severity: severityOfMissingPlan(procedure, date, context),
      fixes: addPlanModifiers(line, procedure, date, context),
    });
  },
});
