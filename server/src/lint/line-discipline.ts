import { findProcedure } from "../data/procedures.ts";
import { type Claim, type ServiceLine, planModifiersOf } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import { type Discipline, disciplineOfPlan, disciplineOfRevenue } from "../model/discipline.ts";

/**
 * The discipline that a line itself states: that of a code locked to one, else its one plan modifier, else the department that its
 * revenue code names, else who treated, or who answers for the line. A locked code with another's modifier is returned as it stands, and counts against its own
 * discipline's amount once it is mended.
 */
export function disciplineOf(line: ServiceLine, claim: Claim): Discipline | undefined {
  const locked = lockedDisciplineOf(line.procedure.value, line.dateOfService?.value);
  if (locked !== undefined) return locked;
  const [plan, ...others] = planModifiersOf(line);
  if (plan === undefined) return disciplineOfDepartment(line) ?? disciplineOfPerson(line, claim);
  return others.every((other) => other.value === plan.value) ? disciplineOfPlan(plan.value) : undefined;
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
