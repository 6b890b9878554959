import { type ServiceLine, onlyPlanModifierOf } from "../model/claim.ts";
import { type PlanModifier, disciplineOfPlan, planModifiers } from "../model/discipline.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { lockedModifier, severityOfPlanEdit, staysInBucket } from "./support/plan-edit.ts";
import { isContradicted, replacePlan } from "./support/plan-fix.ts";

export const therapyModifierWrongDiscipline = defineRule({
  id: "therapy-modifier-wrong-discipline",
  severity: "error",
  asks: "plan-modifiers",
  modifiers: planModifiers,
  codes: (_code, procedure) => procedure !== undefined && procedure.locked !== null,
  docs: {
    summary: "A code that belongs to one discipline carries another discipline's plan modifier.",
    why:
      "A few codes belong to one discipline by nature: the PT evaluations (97161–97164, GP), the OT evaluations (97165–97168, GO), and " +
      "the speech evaluations, voice prosthesis and speech device codes (92521–92524, 92597, 92607, GN). Medicare returns or rejects " +
      "them with another plan modifier, since 2017-07-03 for 97161–97168 and since 2018-01-01 for the speech codes. Every other code is " +
      "open: 92526 with GO can be right, and so can 97110 with GN, though the coding policy manual (NCCI, chapter 11) bars billing it " +
      "beside some speech codes.",
    remedy: "Replace the plan modifier; an assistant modifier beside it changes with it, or goes where GN takes none.",
    applies:
      "An error for Medicare Part B from the date on which the code's edit began; a warning for other payers that ask for plan modifiers.",
    incorrect: "DOS: 2026-03-02\n97161 GO x1",
    correct: "DOS: 2026-03-02\n97161 GP x1\n97110 GO x2",
    sources: [
      { title: "CR 9933 (evaluation codes 97161–97168 from 2017-07-03)" },
      { title: "CR 10176, transmittal 3814 (speech codes from 2018-01-01)" },
      { title: "NCCI Policy Manual, chapter 11" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const procedure = context.procedure(line);
    // Several plan modifiers are therapy-modifier-duplicate's.
    const found = onlyPlanModifierOf(line);
    if (date === undefined || procedure === undefined || found === undefined) return;
    const required = lockedModifier(procedure, date);
    if (required === undefined || required === found.value) return;
    const safety = isClear(line, required, context) ? "safe" : "review";
    report(found, `${procedure.code} is billed only with ${required}, not ${found.value}`, {
      severity: severityOfPlanEdit(procedure, date, context),
      fixes: [replacePlan(line, found.value, required, safety)],
    });
  },
});

/** Nobody who is named, and not every other line, sides with the modifier against the code; and the money stays where it is counted. */
function isClear(line: ServiceLine, required: PlanModifier, context: Context): boolean {
  const discipline = disciplineOfPlan(required);
  const others = context.otherDisciplines(line);
  if (others.length > 0 && !others.includes(discipline)) return false;
  return staysInBucket(line, required, context) && !isContradicted(discipline, line, context);
}
