import { type ServiceLine, hasPlanModifier, modifierOn } from "../model/claim.ts";
import { planModifierOf } from "../model/discipline.ts";
import { holdsAt } from "../model/tables.ts";
import type { Context } from "./context.ts";
import { type Fix, defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import { removeKx } from "./support/kx.ts";
import { offerToAdd } from "./support/modifier-fix.ts";
import { hasMistypedPlanModifier } from "./support/plan-edit.ts";

export const kxOnSometimesNontherapy = defineRule({
  id: "kx-on-sometimes-nontherapy",
  severity: "information",
  asks: "kx",
  modifiers: ["KX"],
  codes: (_code, procedure) => procedure?.disposition === "sometimes",
  docs: {
    summary:
      "KX stands on a code that is therapy only under a plan of care, and no plan modifier says that there is one.",
    why:
      "Some codes, such as those for wound care, are therapy when they are given under a therapy plan and something else when a physician " +
      "gives them. The yearly amount counts only the first, and the plan modifier tells them apart. Without it KX has nothing to state.",
    remedy: "Add the plan modifier if it was given under a therapy plan; else remove KX.",
    applies:
      "Services from 2006 on sometimes-therapy codes, for Medicare Part B and other payers that ask for KX. Silent on bill types 11X, 18X, " +
      "21X, 32X, 81X, 82X.",
    incorrect: "DOS: 2026-03-12\n97597 KX x1 $90.00",
    correct: "DOS: 2026-03-12\n97597 x1 $90.00",
    sources: [{ title: "Medicare Claims Processing Manual, chapter 5, sections 10.3 and 20" }],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const procedure = context.procedure(line);
    const kx = modifierOn(line, "KX");
    if (date === undefined || procedure === undefined || kx === undefined || hasPlanModifier(line)) return;
    if (!holdsAt(procedure.exists, date) || isOutsidePartBTherapy(context.claim)) return;
    if (hasMistypedPlanModifier(line, context)) return;
    report(kx, `KX on ${procedure.code} without GN, GO or GP: only therapy counts against the year's amount`, {
      fixes: [...addPlan(line, context), removeKx(line)],
    });
  },
});

function addPlan(line: ServiceLine, context: Context): readonly Fix[] {
  const stated = context.disciplineOf(line);
  const usual = context.procedure(line)?.usualDisciplines ?? [];
  return (stated === undefined ? usual : [stated]).map((discipline) => {
    const plan = planModifierOf(discipline);
    return offerToAdd(plan, line, {
      attests: `${plan} states that the service was given under a therapy plan of care.`,
    });
  });
}
