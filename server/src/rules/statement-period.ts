import type { Claim, DateRange, ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { Field, Span } from "../text/span.ts";
import { type Report, type Severity, defineRule } from "./rule.ts";
import { severityByPayer } from "./support/medicare.ts";
import { noticeGiven, occurrencesOf, onset } from "./support/occurrence.ts";

export const statementPeriod = defineRule({
  id: "statement-period",
  severity: "error",
  claims: "institutional",
  docs: {
    summary: "A line of an institutional claim is dated outside the period that the claim covers.",
    why:
      "The statement period says from which day through which the claim bills, and every line is dated within it. A line outside is " +
      "returned to the provider. What is told by an occurrence code may lie long before the period, but onset, the begin of treatment " +
      "and a notice can't come after its last day.",
    remedy: "Mend the date of the line, or the period; a service outside the period goes on the claim of its own.",
    applies:
      "Every date. An error for lines at Medicare Part B, a warning at other payers, and a warning for the occurrence codes 11, 32, 35, " +
      "44 and 45 and for a period that ends before it begins.",
    incorrect: "TOB: 131\nStatement period: 2026-03-01 to 2026-03-31\n2026-03-30 97110 GP x2\n2026-04-01 97110 GP x2",
    correct: "TOB: 131\nStatement period: 2026-03-01 to 2026-03-31\n2026-03-30 97110 GP x2\n2026-03-31 97110 GP x2",
    sources: [
      {
        title:
          "Medicare Claims Processing Manual, chapter 25, section 75.1, form locator 6, and section 75.5, form locator 45",
      },
    ],
  },

  checkClaim(claim, context, report) {
    const period = claim.statementPeriod;
    if (period === undefined) return;
    const { from, to } = period.value;
    if (to !== undefined && to < from) {
      report(period, `The statement period ends on ${to}, before its first day, ${from}`, { severity: "warning" });
      return;
    }
    const severity = severityByPayer(context, "error", "warning");
    checkLines(claim, period, { severity, report });
    checkOccurrences(claim, period, report);
  },
});

/** One finding for lines that share one written date. */
function checkLines(claim: Claim, period: Field<DateRange>, found: { severity: Severity; report: Report }): void {
  let reported: Span | undefined;
  for (const line of claim.serviceLines) {
    const date = dateOutside(line, period.value);
    if (date === undefined || isSamePlace(date, reported)) continue;
    reported = date;
    found.report(date, `${date.value} is outside the statement period, ${wordsOf(period.value)}`, {
      severity: found.severity,
      related: [{ at: period, message: "the statement period" }],
    });
  }
}

function dateOutside({ dateOfService, dateThrough }: ServiceLine, period: DateRange): Field<CalendarDate> | undefined {
  return [dateOfService, dateThrough].find((date) => date !== undefined && isOutside(date.value, period));
}

function isOutside(date: CalendarDate, { from, to }: DateRange): boolean {
  return date < from || (to !== undefined && date > to);
}

function isSamePlace(one: Span, other: Span | undefined): boolean {
  return other !== undefined && one.part === other.part && one.start === other.start;
}

/** What happened before or during the treatment that the claim bills. The day of a plan is that of its last review, which may be later. */
const neverLater: ReadonlySet<string> = new Set([
  onset,
  noticeGiven,
  ...Object.values(occurrencesOf).map(({ start }) => start),
]);

function checkOccurrences(claim: Claim, period: Field<DateRange>, report: Report): void {
  const { to } = period.value;
  if (to === undefined) return;
  for (const { value, date } of claim.occurrences) {
    if (date === undefined || date.value <= to || !neverLater.has(value)) continue;
    report(date, `Occurrence ${value} on ${date.value} is after the statement period, which ends on ${to}`, {
      severity: "warning",
      related: [{ at: period, message: "the statement period" }],
    });
  }
}

function wordsOf({ from, to }: DateRange): string {
  return to === undefined ? `which begins on ${from}` : `${from} to ${to}`;
}
