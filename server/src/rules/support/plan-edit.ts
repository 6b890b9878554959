import type { ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import { type PlanModifier, bucketOf, disciplineOfPlan, isPlanModifier } from "../../model/discipline.ts";
import { type Procedure, holdsAt } from "../../model/tables.ts";
import type { Context } from "../context.ts";
import type { Severity } from "../rule.ts";
import { isMedicare, severityByPayer } from "./medicare.ts";

/** The code is on the always-therapy list at the date, and valid. */
export function isAlwaysTherapy(procedure: Procedure, date: CalendarDate): boolean {
  return (
    procedure.disposition === "always" && holdsAt(procedure.onTherapyList, date) && holdsAt(procedure.exists, date)
  );
}

/** The one plan modifier that the code takes at the date; undefined where the plan of care decides. */
export function lockedModifier(procedure: Procedure, date: CalendarDate): PlanModifier | undefined {
  const { locked } = procedure;
  return locked !== null && (locked.from === null || locked.from <= date) ? locked.modifier : undefined;
}

/** `PG` is a fault of its own, which modifier-unknown names. */
export function hasMistypedPlanModifier(line: ServiceLine, context: Context): boolean {
  return line.modifiers.some((modifier) => context.modifiersLike(modifier.value).some(isPlanModifier));
}

/** With this plan modifier the line counts against the same yearly amount as before; else KX may be needed, or needless, at once. */
export function staysInBucket(line: ServiceLine, plan: PlanModifier, context: Context): boolean {
  return context.bucketOf(line) === bucketOf(disciplineOfPlan(plan));
}

/**
 * Medicare's claim edits (CR 9933, CR 10176) return or reject an always-therapy line whose plan modifier is missing or of another
 * discipline. Their text is Medicare's own: elsewhere, before they began, and where the list is only recalled, a person must look.
 */
export function severityOfPlanEdit(procedure: Procedure, date: CalendarDate, context: Context): Severity {
  const isEdited = isMedicare(context) && editBegin(procedure) <= date;
  return isEdited && isListed(procedure, date) ? "error" : "warning";
}

/** UnitedHealthcare too says that it denies such a line for want of a plan modifier, since it began to ask for one. */
export function severityOfMissingPlan(procedure: Procedure, date: CalendarDate, context: Context): Severity {
  const isDenied = context.payer.id === "unitedhealthcare" && isListed(procedure, date);
  return isDenied ? "error" : severityOfPlanEdit(procedure, date, context);
}

/** Medicare's edits look at every line, of whatever code, for a second plan modifier. */
export function severityOfSecondPlan(procedure: Procedure | undefined, date: CalendarDate, context: Context): Severity {
  return editBegin(procedure) <= date ? severityByPayer(context, "error", "warning") : "warning";
}

/** The evaluations of physical and occupational therapy came half a year before the rest. */
function editBegin(procedure: Procedure | undefined): CalendarDate {
  return procedure?.locked?.from ?? "2018-01-01";
}

function isListed(procedure: Procedure, date: CalendarDate): boolean {
  return procedure.source.evidence === "verified" && isAlwaysTherapy(procedure, date);
}
