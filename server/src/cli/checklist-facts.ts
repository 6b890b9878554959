import type { Snapshot } from "../lint/snapshot.ts";
import type { Claim, DateRange } from "../model/claim.ts";
import { type CalendarDate, daysBetween } from "../model/date.ts";
import type { Discipline } from "../model/discipline.ts";
import type { Context } from "../rules/context.ts";
import { isMedicare } from "../rules/support/medicare.ts";
import { occurrencesOf } from "../rules/support/occurrence.ts";
import { beginOfCertification, solePlanOf } from "../rules/support/plan-of-care.ts";
import { daysSinceReport, reportBefore } from "../rules/support/progress-report.ts";
import type { Span } from "../text/span.ts";

/** What the claim itself shows of what a record needs, a sentence each, with its line; or that it does not show it. */
export function factsOf(claim: Claim, snapshot: Snapshot): readonly string[] {
  if (claim.hasSeveralSubjects) return ["It is of several patients: whose plan of care it states is not told."];
  const context = snapshot.contextOf(claim);
  const seen = {
    claim,
    context,
    place: (span: Span) => `line ${lineNumberOf(span, snapshot)}`,
    last: lastDateOf(claim),
  };
  return [...payerFacts(context), ...planFacts(seen), ...certificationFacts(seen), ...reportFacts(seen)];
}

/** From 1, as an editor shows it. */
export function lineNumberOf(span: Span, snapshot: Snapshot): number {
  return snapshot.rangeOf(span).start.line + 1;
}

/** Markdown and HTML mean nothing in what comes from the file. */
export function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} ]/gu, (character) => (/[!-~]/.test(character) ? `\\${character}` : "\uFFFD"));
}

interface Seen {
  readonly claim: Claim;
  readonly context: Context;
  readonly place: (span: Span) => string;
  /** The claim's last date of service. */
  readonly last: CalendarDate | undefined;
}

function lastDateOf({ serviceLines }: Claim): CalendarDate | undefined {
  let last: CalendarDate | undefined;
  for (const { dateOfService } of serviceLines) {
    if (dateOfService !== undefined && (last === undefined || dateOfService.value > last)) last = dateOfService.value;
  }
  return last;
}

function payerFacts(context: Context): readonly string[] {
  if (isMedicare(context)) return [];
  const { id, name } = context.payer;
  return [`Payer: ${id === "unknown" ? "not known" : escaped(name)}. KX speaks of Medicare's yearly amount.`];
}

function planFacts({ claim, place }: Seen): readonly string[] {
  const { planOfCare, occurrences } = claim;
  const plans = Object.entries(occurrencesOf).flatMap(([discipline, { plan }]) =>
    occurrences.flatMap(({ value, date }) =>
      value === plan && date !== undefined
        ? [`${discipline} plan set up or last reviewed on ${date.value}, by occurrence ${plan} (${place(date)}).`]
        : [],
    ),
  );
  if (planOfCare !== undefined)
    return [`Plan of care: ${rangeInWords(planOfCare.value)} (${place(planOfCare)}).`, ...plans];
  return plans.length > 0 ? plans : ["Plan of care: not stated."];
}

function certificationFacts({ claim, place, last }: Seen): readonly string[] {
  const { certified, recertifications, planOfCare } = claim;
  const facts = [
    certified === undefined ? "Certified: not stated." : `Certified: ${certified.value} (${place(certified)}).`,
    recertifications.length === 0
      ? "Recertified: not stated."
      : `Recertified: ${recertifications.map((one) => `${rangeInWords(one.value)} (${place(one)})`).join("; ")}.`,
  ];
  const begin = last && planOfCare && beginOfCertification(last, planOfCare.value.from, claim);
  if (last === undefined || begin === undefined || begin > last) return facts;
  const days = daysInWords(daysBetween(begin, last), "day");
  return [
    ...facts,
    `${days} from ${begin}, the latest begin that the claim states, to ${last}, its last date of service; a certification lasts at most 90.`,
  ];
}

function rangeInWords({ from, to }: DateRange): string {
  return to === undefined ? `from ${from}` : `${from} to ${to}`;
}

function reportFacts({ claim, context, place, last }: Seen): readonly string[] {
  const { lastProgressReport: latest, planOfCare } = claim;
  const discipline = solePlanOf(claim, context)?.discipline;
  const report = last && reportBefore(last, claim);
  if (last !== undefined && report !== undefined) {
    const days = discipline && daysSinceReport(last, last, discipline, context);
    return [
      `Last progress report before ${last}: ${report.value} (${place(report)}).`,
      daysFact(days, discipline, last),
    ];
  }
  if (latest !== undefined) return [`Progress report: ${latest.value} (${place(latest)}).`];
  const from = planOfCare?.value.from;
  if (last === undefined || from === undefined || from > last) return ["Progress report: not stated."];
  const days = discipline && context.treatmentDays(discipline, from, last);
  return [`Progress report: not stated. The plan began on ${from}.`, daysFact(days, discipline, last)];
}

/** Only days that the file shows are counted. */
function daysFact(days: number | undefined, discipline: Discipline | undefined, last: CalendarDate): string {
  if (days === undefined || discipline === undefined) {
    return "Treatment days since then: not counted, since the claim's lines are not of one discipline.";
  }
  const counted = daysInWords(days, "treatment day");
  return `${counted} under the ${discipline} plan since then, by this file, up to ${last}; a report is due by the tenth.`;
}

function daysInWords(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
