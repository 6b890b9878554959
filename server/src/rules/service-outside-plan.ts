import type { Claim, DateRange, ServiceLine } from "../model/claim.ts";
import { type CalendarDate, addDays } from "../model/date.ts";
import type { Field } from "../text/span.ts";
import type { Context } from "./context.ts";
import { type Report, defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import { severityByPayer } from "./support/medicare.ts";
import {
  type PlannedLine,
  type SolePlan,
  isEvaluatedBetween,
  placeOfPlan,
  solePlanOf,
  isRecertified,
} from "./support/plan-of-care.ts";

export const serviceOutsidePlan = defineRule({
  id: "service-outside-plan",
  severity: "warning",
  docs: {
    summary: "A therapy service lies outside the dates of the plan of care that the claim states.",
    why:
      "Medicare covers outpatient therapy that is given under a plan of care, for as long as the plan runs. Treatment after its last " +
      "day needs a plan that a physician or practitioner certified anew; treatment before its first day had no plan yet. The claim " +
      "does not show this to the payer, but the record does when it is asked for, and payment may be denied or taken back.",
    remedy:
      "Look at the date first: it may be a slip. Else name the plan that was in force on the day, or have the extension certified; a " +
      "late certification is accepted with the reason for the delay.",
    applies:
      "Any date: a warning at Medicare Part B, information elsewhere. One day before the plan's first is accepted, since a plan may be " +
      "written by the end of the next day. Evaluations are not judged, nor is treatment after one that follows the plan's end; a claim " +
      "with lines of several disciplines is not judged, since each has its own plan. Information where other lines of the claim lie " +
      "within the plan, and the earlier ones may have had another.",
    incorrect: "Plan of care: 2026-01-05 to 2026-03-04\nDOS: 2026-03-12\n97110 GP x2",
    correct: "Plan of care: 2026-01-05 to 2026-04-04\nDOS: 2026-03-12\n97110 GP x2",
    sources: [
      { title: "42 CFR 410.61 and 424.24(c)" },
      { title: "Medicare Benefit Policy Manual, chapter 15, sections 220.1.2 and 220.1.3" },
    ],
  },

  checkClaim(claim, context, report) {
    const plan = claim.planOfCare;
    if (plan === undefined) return;
    if (plan.value.to !== undefined && plan.value.to < plan.value.from) {
      report(plan, `The plan of care ends on ${plan.value.to}, before its first day, ${plan.value.from}`);
      return;
    }
    if (isOutsidePartBTherapy(claim) || !claim.serviceLines.some((line) => isOutside(line, plan.value))) return;
    const sole = solePlanOf(claim, context);
    if (sole === undefined) return;
    reportEarly(sole, plan, context, report);
    reportLate(sole, plan, context, report);
  },
});

function isOutside({ dateOfService }: ServiceLine, { from, to }: DateRange): boolean {
  return dateOfService !== undefined && (dateOfService.value < from || (to !== undefined && dateOfService.value > to));
}

function reportEarly({ lines }: SolePlan, plan: Field<DateRange>, context: Context, report: Report): void {
  const { from } = plan.value;
  const early = lines.filter(({ date }) => date < addDays(from, -1) && !isRecertified(context.claim, date));
  const [first] = early;
  if (first === undefined) return;
  // A claim of several weeks may name only the newest plan.
  const hasOthers = early.length < lines.length;
  report(placeOf(first), `${datesOf(early, "earlier")} before the plan of care, which begins on ${from}`, {
    severity: hasOthers ? "information" : severityByPayer(context, "warning", "information"),
    related: [placeOfPlan(plan)],
  });
}

function reportLate({ discipline, lines }: SolePlan, plan: Field<DateRange>, context: Context, report: Report): void {
  const { to } = plan.value;
  if (to === undefined || (lines.at(-1)?.date ?? to) <= to) return;
  const after = addDays(to, 1);
  const late = lines.filter(
    ({ date }) =>
      date > to && !isRecertified(context.claim, date) && !isEvaluatedBetween(discipline, [after, date], context),
  );
  const [first] = late;
  if (first === undefined) return;
  const end = lastEndOf(context.claim, to);
  report(placeOf(first), `${datesOf(late, "later")} after the plan of care, which ended on ${end}`, {
    severity: severityByPayer(context, "warning", "information"),
    related: [placeOfPlan(plan)],
  });
}

function lastEndOf({ recertifications }: Claim, to: CalendarDate): CalendarDate {
  return recertifications.reduce((end, { value }) => (value.to !== undefined && value.to > end ? value.to : end), to);
}

/** `2026-03-12 is`, or `2026-03-12 and 2 later dates are`. */
function datesOf(lines: readonly PlannedLine[], comparison: "earlier" | "later"): string {
  const dates = [...new Set<CalendarDate>(lines.map(({ date }) => date))];
  const told = comparison === "later" ? dates[0] : dates.at(-1);
  const others = dates.length - 1;
  if (others <= 0) return `${told ?? ""} is`;
  return `${told ?? ""} and ${String(others)} ${comparison} ${others === 1 ? "date are" : "dates are"}`;
}

function placeOf({ line }: PlannedLine): Field<unknown> {
  return line.dateOfService ?? line.procedure;
}
