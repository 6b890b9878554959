import { type Claim, type DateRange, type ServiceLine } from "../../model/claim.ts";
import { type CalendarDate, addDays } from "../../model/date.ts";
import type { Discipline } from "../../model/discipline.ts";
import type { Field } from "../../text/span.ts";
import type { Context } from "../context.ts";
import type { RelatedPlace } from "../rule.ts";
import { planningEvaluations } from "./evaluation.ts";
import { isUnderPlan } from "./therapy-line.ts";

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
 * its own, or of several patients, or where it has none.
 */
export function solePlanOf(claim: Claim, context: Context): SolePlan | undefined {
  if (claim.hasSeveralSubjects) return undefined;
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
  const codes = discipline === undefined ? [...evaluations] : planningEvaluations[discipline];
  return context.linesWith(codes, from, to).length > 0;
}

const evaluations: ReadonlySet<string> = new Set(Object.values(planningEvaluations).flat());

/**
 * Whether a recertification covers the date. One that states a single day says neither when its period ends nor whether the day is
 * that of the signature, which may come a little later than the period's first.
 */
export function isRecertified({ recertifications }: Claim, date: CalendarDate): boolean {
  return recertifications.some(({ value: { from, to } }) => to === undefined || (from <= date && date <= to));
}

/** The last day before the date, or on it, that began one: the plan's first, a recertification's, or a signature that may be of one. */
export function beginOfCertification(
  date: CalendarDate,
  from: CalendarDate,
  { certified, recertifications }: Claim,
): CalendarDate {
  let begin = from;
  const renewals = recertifications.map(({ value }) => value.from);
  if (certified !== undefined && certified.value > addDays(from, 30)) renewals.push(certified.value);
  for (const renewal of renewals) {
    if (renewal <= date && renewal > begin) begin = renewal;
  }
  return begin;
}

/** For a finding that speaks of the plan. */
export function placeOfPlan(plan: Field<DateRange>): RelatedPlace {
  return { at: plan, message: "the plan of care stated here" };
}
