import { type ServiceLine, hasPlanModifier } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Context } from "../context.ts";
import { isAlwaysTherapy } from "./plan-edit.ts";

/** Therapy, on whatever date: a plan modifier says so, or the code needs one whoever bills it. */
export function isTherapy(line: ServiceLine, context: Context): boolean {
  return hasPlanModifier(line) || context.procedure(line)?.disposition === "always";
}

/** Therapy, or what may be: a plan modifier says so, or the code is one that therapists bill. */
export function mayBeTherapy(line: ServiceLine, context: Context): boolean {
  const disposition = context.procedure(line)?.disposition;
  return (disposition !== undefined && disposition !== "not-therapy") || hasPlanModifier(line);
}

/** A plan of care stands behind the line: a plan modifier says so, or the code is on the always-therapy list at the date. */
export function isUnderPlan(line: ServiceLine, date: CalendarDate, context: Context): boolean {
  if (hasPlanModifier(line)) return true;
  const procedure = context.procedure(line);
  return procedure !== undefined && isAlwaysTherapy(procedure, date);
}
