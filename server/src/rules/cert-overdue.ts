import type { Claim, DateRange } from "../model/claim.ts";
import { type CalendarDate, addDays, daysBetween } from "../model/date.ts";
import { defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import { isMedicare } from "./support/medicare.ts";
import { beginOfCertification, isEvaluatedBetween, placeOfPlan, solePlanOf } from "./support/plan-of-care.ts";

/** Certifications signed before were good for 30 days. */
const ninetyDaysFrom: CalendarDate = "2008-01-01";

export const certOverdue = defineRule({
  id: "cert-overdue",
  severity: "warning",
  docs: {
    summary:
      "A therapy service comes more than 90 days after the plan of care began, and no recertification is stated.",
    why:
      "A certification lasts as long as the plan it certifies, and at most 90 calendar days from the initial treatment, the evaluation " +
      "included. When it was signed does not matter to that count. Treatment that goes on needs a recertification, which needs a " +
      "signature each time: the order that may stand in for the initial signature since 2025 does not help here. A late one is " +
      "accepted with the reason for the delay, and without a reason for 30 days after it was due.",
    remedy: "Have the plan recertified, and write the dates of the new period on the claim.",
    applies:
      "Medicare Part B, plans that began from 2008-01-01. Day 90 is counted from the day after the plan's first, the later of the two " +
      "ways to count. Where the plan itself ended before, service-outside-plan says so. A signature more than 30 days after the plan " +
      "began may be the recertification, and is taken for it.",
    incorrect: "Plan of care: 2025-12-01\nDOS: 2026-03-10\n97110 GP x2",
    correct: "Plan of care: 2026-02-27\nDOS: 2026-03-10\n97110 GP x2",
    sources: [
      { title: "42 CFR 424.24(c)" },
      { title: "Medicare Benefit Policy Manual, chapter 15, section 220.1.3, B to D" },
    ],
    statements: ["B15"],
  },

  checkClaim(claim, context, report) {
    const plan = claim.planOfCare;
    if (plan === undefined || plan.value.from < ninetyDaysFrom || !isMedicare(context)) return;
    if (isOutsidePartBTherapy(claim)) return;
    const { from } = plan.value;
    const earliest = addDays(from, 90);
    if (!claim.serviceLines.some((line) => (line.dateOfService?.value ?? earliest) > earliest)) return;
    const sole = solePlanOf(claim, context);
    const overdue = sole?.lines.find(({ date }) => isOverdue(date, plan.value, claim));
    if (sole === undefined || overdue === undefined) return;
    if (isEvaluatedBetween(sole.discipline, [addDays(from, 1), overdue.date], context)) return;
    const begin = beginOfCertification(overdue.date, from, claim);
    const days = String(daysBetween(begin, overdue.date));
    const event = begin === from ? `the plan of care began on ${from}` : `the certification of ${begin}`;
    report(
      overdue.line.dateOfService ?? overdue.line.procedure,
      `${overdue.date} is ${days} days after ${event}; a certification lasts 90`,
      { related: [placeOfPlan(plan)] },
    );
  },
});

/** Where a period that the claim states has ended, service-outside-plan says so. */
function isOverdue(date: CalendarDate, { from, to }: DateRange, claim: Claim): boolean {
  if (date <= addDays(beginOfCertification(date, from, claim), 90)) return false;
  if (to === undefined || date <= to) return true;
  return claim.recertifications.some(({ value }) => value.from <= date && (value.to === undefined || date <= value.to));
}
