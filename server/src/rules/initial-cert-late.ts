import type { Claim, DateRange } from "../model/claim.ts";
import { type CalendarDate, addDays, daysBetween } from "../model/date.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import { isMedicare } from "./support/medicare.ts";
import { placeOfPlan, solePlanOf } from "./support/plan-of-care.ts";

/** Certifications signed before follow older rules. */
const rulesFrom: CalendarDate = "2008-01-01";

export const initialCertLate = defineRule({
  id: "initial-cert-late",
  severity: "warning",
  docs: {
    summary: "The plan of care was signed more than 30 days after it began.",
    why:
      "A physician or practitioner certifies the plan by a dated signature within 30 days of the first treatment, the evaluation " +
      "included. A later one still counts: for 30 more days without a reason, after that with the reason for the delay in the record. " +
      "For services from 2025-01-01 a signed and dated order or referral on file, with proof that the plan was sent within 30 days of " +
      "the evaluation, stands in for the initial signature, and then the date does not matter. Treatment need not stop while a " +
      "signature is waited for.",
    remedy:
      "Check the two dates. If they are right, keep the reason for the delay, or the order and the proof of sending, with the plan.",
    applies:
      "Medicare Part B, plans that began from 2008-01-01: information for a signature 31 to 60 days after the plan began, a warning " +
      "later. A verbal order counts when its signature follows within 14 days; the claim does not show it. Silent where the file " +
      "knows earlier treatment, or where a signature after 60 days lies outside the plan's stated dates: it may be a recertification.",
    incorrect: "Plan of care: 2026-01-05 to 2026-04-04\nCertified: 2026-02-10\nDOS: 2026-02-12\n97110 GP x2",
    correct: "Plan of care: 2026-01-05 to 2026-04-04\nCertified: 2026-01-19\nDOS: 2026-02-12\n97110 GP x2",
    sources: [
      { title: "42 CFR 424.24(c)" },
      { title: "Medicare Benefit Policy Manual, chapter 15, section 220.1.3, B and D" },
      { title: "89 FR 97912–97918 (physician fee schedule for 2025)" },
    ],
    statements: ["B12"],
  },

  checkClaim(claim, context, report) {
    const { planOfCare: plan, certified } = claim;
    if (plan === undefined || certified === undefined || !isMedicare(context)) return;
    const { from } = plan.value;
    const days = daysBetween(from, certified.value);
    if (days <= 30 || from < rulesFrom || isOutsidePartBTherapy(claim)) return;
    const isLong = days > 60;
    if (isLong && mayBeRenewal(certified.value, plan.value)) return;
    if (!isFirstPlan(claim, from, context)) return;
    const allowed = isLong ? "30 are allowed, 60 without a reason for the delay" : "30 are allowed";
    report(certified, `The plan that began on ${from} was signed ${String(days)} days later; ${allowed}`, {
      severity: isLong ? "warning" : "information",
      related: [placeOfPlan(plan)],
    });
  },
});

/** A signature behind the plan's last day, or of a plan that names none, may be for what comes next. */
function mayBeRenewal(certified: CalendarDate, { from, to = from }: DateRange): boolean {
  return certified > to;
}

/** Nothing in the file tells of another plan, or of treatment or a report before this one began. */
function isFirstPlan(claim: Claim, from: CalendarDate, context: Context): boolean {
  // The signature may be that of a recertification.
  if (claim.recertifications.length > 0) return false;
  const sole = solePlanOf(claim, context);
  if (sole === undefined || (claim.lastProgressReport?.value ?? from) < from) return false;
  const { discipline } = sole;
  return discipline === undefined || context.treatmentDays(discipline, "1990-01-01", addDays(from, -1)) === 0;
}
