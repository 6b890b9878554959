import { type Claim, type Occurrence, type ServiceLine, hasModifier } from "../model/claim.ts";
import { type CalendarDate, addDays, daysBetween } from "../model/date.ts";
import type { Discipline } from "../model/discipline.ts";
import type { Context } from "./context.ts";
import { type Report, defineRule } from "./rule.ts";
import { measure } from "./support/kx.ts";
import { isMedicareTherapy } from "./support/medicare.ts";
import { corfPlan, occurrencesOf } from "./support/occurrence.ts";
import { isEvaluatedBetween } from "./support/plan-of-care.ts";
import { isFirstOfBeneficiary } from "./support/told-once.ts";

/** Certifications signed before were good for 30 days. */
const ninetyDaysFrom: CalendarDate = "2008-01-01";

export const planAboveThreshold = defineRule({
  id: "plan-above-threshold",
  severity: "warning",
  asks: "kx",
  docs: {
    summary:
      "A therapy line is above the year's amount, and the plan of care behind it is missing or over 90 days old.",
    why:
      "KX says that the care is medically necessary and that the record shows it. The record begins with a plan of care that a physician " +
      "or practitioner has certified, for the plan's own length and at most 90 days from the first treatment. These lines are the ones " +
      "that are looked at first, and without a current plan nothing else in the record carries them.",
    remedy:
      "Write the current plan, or its recertification, on the claim; where there is none, have it certified. A late one counts.",
    applies:
      "Medicare Part B, services from 2008, on lines with KX and on those that are certainly above the amount, where the claim tells of the " +
      "course of the plan: a signature or the plan's occurrence code (29, 17, 30; 28 of a CORF) more than 90 days before, a warning; a " +
      "progress report without any plan, information. Where the claim states the plan's dates, cert-overdue and service-outside-plan judge " +
      "them; a missing occurrence code is occurrence-missing's. A new evaluation since silences it. The professional claim of X12 has no " +
      "place for any of this.",
    incorrect: "YTD PT/SLP: 2,512.40\nCertified: 2025-11-20\nDOS: 2026-03-12\n97110 GP KX x2 $78.00",
    correct: "YTD PT/SLP: 2,512.40\nCertified: 2026-02-20\nDOS: 2026-03-12\n97110 GP KX x2 $78.00",
    sources: [
      { title: "Medicare Benefit Policy Manual, chapter 15, section 220.1.3" },
      { title: "Medicare Claims Processing Manual, chapter 5, section 10.3" },
      { title: "42 CFR 424.24(c)" },
    ],
    statements: ["B8", "B15"],
  },

  checkClaim(claim, context, report) {
    // What the claim states of the plan's dates has rules of its own.
    if (claim.planOfCare !== undefined || claim.recertifications.length > 0) return;
    if (!tellsOfCourse(claim) || !isMedicareTherapy(context)) return;
    const told = new Set<unknown>();
    for (const line of claim.serviceLines) {
      const date = line.dateOfService?.value;
      const discipline = context.disciplineOf(line);
      if (date === undefined || told.has(discipline) || !isAttested(line, context)) continue;
      reportPlan({ line, date, discipline }, told, context, report);
    }
  },
});

function tellsOfCourse({ certified, occurrences, progressReports, hasSeveralSubjects }: Claim): boolean {
  return !hasSeveralSubjects && (certified !== undefined || occurrences.length > 0 || progressReports.length > 0);
}

/** Above the amount for certain, or said to be by KX. */
function isAttested(line: ServiceLine, context: Context): boolean {
  if (context.answer("kx", line) !== "required") return false;
  const measured = measure(line, context);
  if (measured === undefined) return false;
  return hasModifier(line, "KX") || measured.used.before.low >= measured.threshold;
}

interface AttestedLine {
  readonly line: ServiceLine;
  readonly date: CalendarDate;
  readonly discipline: Discipline | undefined;
}

/** @param told disciplines, and places in the claim, of which enough was said */
function reportPlan(attested: AttestedLine, told: Set<unknown>, context: Context, report: Report): void {
  const { line, date, discipline } = attested;
  const { claim } = context;
  const begin = lastBeginOf(attested, claim);
  if (begin === undefined) {
    if (reportMissing(attested, context, report)) told.add(discipline);
    return;
  }
  const { on, words, at } = begin;
  const days = daysBetween(on, date);
  if (on < ninetyDaysFrom || days <= 90 || told.has(at)) return;
  if (isEvaluatedBetween(discipline, [addDays(on, 1), date], context)) return;
  const message = `${date} is ${String(days)} days after ${words} of ${on}; KX rests on a certification, which lasts 90`;
  report(line.dateOfService ?? line.procedure, message, { related: [{ at, message: "stated here" }] });
  told.add(discipline).add(at);
}

interface Begin {
  readonly on: CalendarDate;
  readonly words: string;
  readonly at: Occurrence | NonNullable<Claim["certified"]>;
}

/** The last day of which the claim says that a plan was set up, reviewed or signed. */
function lastBeginOf({ discipline }: AttestedLine, { certified, occurrences }: Claim): Begin | undefined {
  const begins: Begin[] = [];
  if (certified !== undefined) begins.push({ on: certified.value, words: "the signature", at: certified });
  for (const occurrence of occurrences) {
    const { value, date } = occurrence;
    const isPlan = value === corfPlan || (discipline !== undefined && value === occurrencesOf[discipline].plan);
    if (isPlan && date !== undefined)
      begins.push({ on: date.value, words: `the plan (occurrence ${value})`, at: occurrence });
  }
  return begins.reduce<Begin | undefined>(
    (last, one) => (last === undefined || one.on > last.on ? one : last),
    undefined,
  );
}

/** A claim that tells of progress under a plan, and of no plan. Whether it was said. */
function reportMissing({ line }: AttestedLine, context: Context, report: Report): boolean {
  const { claim } = context;
  if (claim.progressReports.length === 0 || claim.occurrences.length > 0) return false;
  const used = measure(line, context)?.used;
  if (used === undefined || !isFirstOfBeneficiary("plan-above-threshold", used, context)) return false;
  const how = hasModifier(line, "KX") ? "KX" : "Above the year's amount";
  report(line.procedure, `${how}, and no plan of care is stated beside the progress report`, {
    severity: "information",
  });
  return true;
}
