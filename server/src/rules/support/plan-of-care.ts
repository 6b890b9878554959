import { type Claim, type ServiceLine, hasPlanModifier } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Discipline } from "../../model/discipline.ts";
import type { Context } from "../context.ts";
import { isAlwaysTherapy } from "./plan-edit.ts";

/** A line that needs a plan of care, with its date. */
export interface PlannedLine {
  readonly line: ServiceLine;
  readonly date: CalendarDate;
}

/** The discipline that every therapy line of the claim is of, as far as they say. */
export interface SolePlan {
  /** Undefined where no line says. */
  readonly discipline: Discipline | undefined;
  /** By date; at least one. Evaluations are not among them: they lead to a plan. */
  readonly lines: readonly [PlannedLine, ...PlannedLine[]];
}

/**
 * What the one plan that a claim states can be of. Undefined where its therapy lines are of several disciplines, each with a plan of
 * its own, or where it has none.
 */
export function solePlanOf(claim: Claim, context: Context): SolePlan | undefined {
  const lines: PlannedLine[] = [];
  let discipline: Discipline | undefined;
  for (const line of claim.serviceLines) {
    const date = line.dateOfService?.value;
    if (date === undefined || !isUnderPlan(line, date, context)) continue;
    const own = context.disciplineOf(line);
    if (own !== undefined && discipline !== undefined && own !== discipline) return undefined;
    discipline ??= own;
    if (!evaluations.has(line.procedure.value)) lines.push({ line, date });
  }
  const [first, ...others] = lines.sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
  return first === undefined ? undefined : { discipline, lines: [first, ...others] };
}

/** Whether the patient was evaluated, which leads to another plan, from one date to another, both included. */
export function isEvaluatedBetween(
  discipline: Discipline | undefined,
  [from, to]: readonly [CalendarDate, CalendarDate],
  context: Context,
): boolean {
  const codes = discipline === undefined ? [...evaluations] : evaluationsOf[discipline];
  return context.linesWith(codes, from, to).length > 0;
}

/** Evaluations and re-evaluations, those of former years too. */
const evaluationsOf: Readonly<Record<Discipline, readonly string[]>> = {
  PT: ["97161", "97162", "97163", "97164", "97001", "97002"],
  OT: ["97165", "97166", "97167", "97168", "97003", "97004"],
  SLP: ["92506", "92521", "92522", "92523", "92524", "92597", "92605", "92607", "92608", "92610", "96105", "96125"],
};

const evaluations: ReadonlySet<string> = new Set(Object.values(evaluationsOf).flat());

/** What carries a plan modifier says so; a code of the always-therapy list is under a plan in any case. */
function isUnderPlan(line: ServiceLine, date: CalendarDate, context: Context): boolean {
  if (hasPlanModifier(line)) return true;
  const procedure = context.procedure(line);
  return procedure !== undefined && isAlwaysTherapy(procedure, date);
}
