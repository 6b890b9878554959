import { findProcedure } from "../data/procedures.ts";
import type { Claim, ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import {
  type Discipline,
  type PlanModifier,
  disciplineOfPlan,
  disciplineOfRevenue,
  isPlanModifier,
} from "../model/discipline.ts";

/**
 * The discipline that a line itself states: that of a code locked to one, else its one plan modifier, else the department that its
 * revenue code names, else who treated, or who answers for the line. A locked code with another's modifier is returned as it stands, and counts against its own
 * discipline's amount once it is mended.
 */
export function disciplineOf(line: ServiceLine, claim: Claim): Discipline | undefined {
  const locked = lockedDisciplineOf(line.procedure.value, line.dateOfService?.value);
  if (locked !== undefined) return locked;
  let plan: PlanModifier | undefined;
  for (const { value } of line.modifiers) {
    if (!isPlanModifier(value)) continue;
    if (plan !== undefined && plan !== value) return undefined;
    plan = value;
  }
  if (plan !== undefined) return disciplineOfPlan(plan);
  return disciplineOfDepartment(line) ?? disciplineOfPerson(line, claim);
}

function disciplineOfDepartment({ revenueCode }: ServiceLine): Discipline | undefined {
  return revenueCode && disciplineOfRevenue(revenueCode.value);
}

function disciplineOfPerson(line: ServiceLine, claim: Claim): Discipline | undefined {
  return (line.clinician ?? line.renderingClinician ?? claim.clinician)?.value.discipline;
}

/** The one discipline that the code is locked to on the date. */
export function lockedDisciplineOf(code: string, date: CalendarDate | undefined): Discipline | undefined {
  const locked = findProcedure(code)?.locked;
  const holds = date === undefined || !locked?.from || locked.from <= date;
  return locked && holds ? disciplineOfPlan(locked.modifier) : undefined;
}
