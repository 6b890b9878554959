import { type Claim, type DateRange, type ServiceLine, planModifiersOf } from "../../model/claim.ts";
import { type Discipline, disciplineOfPlan } from "../../model/discipline.ts";
import type { Field } from "../../text/span.ts";

/** A period of a plan of care, as a field states it. */
export interface StatedPlan {
  readonly period: Field<DateRange>;
  /** The label says that it is a recertification. */
  readonly isRenewal: boolean;
  /** Whose plan the label says it is. */
  readonly discipline: Discipline | undefined;
}

/** A claim's own plan takes the place of the plans of the whole file; its own recertification stands beside the file's plan. */
export function withDefaultPlans(own: readonly StatedPlan[], defaults: readonly StatedPlan[]): StatedPlan[] {
  if (own.length === 0) return [...defaults];
  return own.some(({ isRenewal }) => !isRenewal) ? [...own] : [...defaults.filter((plan) => !plan.isRenewal), ...own];
}

/** The first plan that is stated, and the periods behind it. One written again, or with its last day, is no other. */
export function plansOf(
  stated: readonly StatedPlan[],
  lines: readonly ServiceLine[],
): Pick<Claim, "planOfCare" | "recertifications"> {
  const concerned = ofDisciplines(stated, lines);
  const planOfCare = concerned.find(({ isRenewal }) => !isRenewal)?.period;
  const recertifications: Field<DateRange>[] = [];
  for (const { period, isRenewal } of concerned) {
    const isFirst = period === planOfCare || (!isRenewal && period.value.from === planOfCare?.value.from);
    if (!isFirst && !recertifications.some((one) => isSame(one.value, period.value))) recertifications.push(period);
  }
  return { planOfCare, recertifications };
}

function isSame(first: DateRange, second: DateRange): boolean {
  return first.from === second.from && first.to === second.to;
}

/** The plans of the lines' discipline, where labels name any; of several, whose plan a line is under nobody knows. */
function ofDisciplines(stated: readonly StatedPlan[], lines: readonly ServiceLine[]): readonly StatedPlan[] {
  const named = new Set(stated.flatMap(({ discipline }) => discipline ?? []));
  if (named.size === 0) return stated;
  const treated = new Set(lines.flatMap((line) => planModifiersOf(line).map(({ value }) => disciplineOfPlan(value))));
  const [sole] = treated;
  if (treated.size !== 1) return named.size === 1 ? stated : [];
  return stated.filter(({ discipline }) => discipline === undefined || discipline === sole);
}
