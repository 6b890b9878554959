import { addModifier } from "../../model/change.ts";
import type { ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import { type Discipline, planModifierOf } from "../../model/discipline.ts";
import type { Procedure } from "../../model/tables.ts";
import type { Context } from "../context.ts";
import type { Fix, OfferedFix } from "../rule.ts";
import { lockedModifier } from "./plan-edit.ts";
import { whereRoomFor } from "./room.ts";

/** One fix where code, row or claim tell the plan, else one for each discipline that usually bills the code. */
export function addPlanModifiers(
  line: ServiceLine,
  procedure: Procedure,
  date: CalendarDate,
  context: Context,
): readonly Fix[] {
  const usual = procedure.usualDisciplines;
  const stated = context.disciplineOf(line);
  if (stated !== undefined) {
    const isOfLine = lockedModifier(procedure, date) !== undefined || isTreatedBy(stated, line, context);
    // A physical therapist in the row of a speech code is more likely a slip in one of the two.
    return [addPlanModifier(line, stated, isOfLine && usual.includes(stated) ? "safe" : "review")];
  }
  const others = context.otherDisciplines(line).filter((discipline) => usual.includes(discipline));
  const choices = others.length === 1 ? others : usual;
  return choices.map((discipline) => addPlanModifier(line, discipline, "review"));
}

/** The row names its clinician, and the claim as a whole names none of another discipline. */
function isTreatedBy(discipline: Discipline, line: ServiceLine, { claim }: Context): boolean {
  const ofClaim = claim.clinician?.value.discipline ?? discipline;
  return line.clinician?.value.discipline === discipline && ofClaim === discipline;
}

function addPlanModifier(line: ServiceLine, discipline: Discipline, safety: OfferedFix["safety"]): Fix {
  const modifier = planModifierOf(discipline);
  return whereRoomFor(1, line, { title: `Add ${modifier}`, safety, changes: [addModifier(line, modifier)] });
}
