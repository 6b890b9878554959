import type { Claim, ServiceLine } from "../model/claim.ts";
import { type CalendarDate, addDays, dateOf, yearOf } from "../model/date.ts";
import type { Span } from "../text/span.ts";
import { defineRule } from "./rule.ts";
import { isMedicare } from "./support/medicare.ts";
import { isFirstOfItsDate } from "./support/service-dates.ts";

export const timelyFiling = defineRule({
  id: "timely-filing",
  severity: "warning",
  docs: {
    summary: "Medicare's year for sending the claim has ended.",
    why:
      "A claim must reach the Medicare contractor within one calendar year of the service. Later ones are denied (reason 29), the provider " +
      "bears the loss, and there is no appeal against the denial as such. There are few exceptions: an error of Medicare itself, " +
      "entitlement that was granted for the past, or a Medicare Advantage plan that took its payment back. A date typed with last year's " +
      "number looks the same.",
    remedy:
      "Look at the year first. If it is right and no exception applies, the patient must not be billed in Medicare's place.",
    applies:
      "Traditional Medicare, Railroad Medicare included, for original claims. Professional lines count from their date of service, " +
      "institutional claims from the last day of the statement period. A last day on a weekend moves to Monday; one on a federal holiday " +
      "moves as well, which is not computed here. Services before 2010-01-01 had until the end of the next year, those of October to " +
      "December until the end of the one after it, and none longer than 2010-12-31. A claim received in time and only looked at later is " +
      "no fault.",
    incorrect: "DOS: 2025-02-28\n97110 GP x2",
    correct: "DOS: 2025-04-02\n97110 GP x2",
    sources: [
      { title: "42 CFR 424.44 (time limits for filing claims)" },
      { title: "Affordable Care Act, section 6404 (one year for services from 2010-01-01)" },
      { title: "Medicare Claims Processing Manual, chapter 1, section 70" },
      { title: "Claim adjustment reason code 29" },
    ],
  },

  checkLine(line, context, report) {
    const { claim, today } = context;
    const end = endOfPeriod(claim);
    const date = end ?? line.dateOfService?.value;
    if (date === undefined || yearOf(date) >= yearOf(today)) return;
    if (!isMedicare(context) || !isOriginal(claim)) return;
    const last = lastDayToFile(date);
    if (last === undefined || today <= last) return;
    const at = placeToTell(line, claim);
    if (at !== undefined) report(at, `${date} was to be filed by ${last}; today is ${today}`);
  },
});

/** A date, or a period, is told of at its first line. */
function placeToTell(line: ServiceLine, claim: Claim): Span | undefined {
  if (endOfPeriod(claim) !== undefined) return line === claim.serviceLines[0] ? claim.statementPeriod : undefined;
  return isFirstOfItsDate(line, claim) ? line.dateOfService : undefined;
}

function isOriginal({ frequency }: Claim): boolean {
  return frequency === undefined || frequency.value === "1";
}

/** Where an institutional claim states it, its year counts from it, and from no line. */
function endOfPeriod(claim: Claim): CalendarDate | undefined {
  return claim.kind === "institutional" ? claim.statementPeriod?.value.to : undefined;
}

/** A weekend gives way to Monday. */
function lastDayToFile(date: CalendarDate): CalendarDate | undefined {
  const last = date < oneYearFrom ? lastDayBefore2010(date) : sameDayOfNextYear(date);
  if (last === undefined) return undefined;
  const weekday = new Date(Date.parse(last)).getUTCDay();
  if (weekday === 0) return addDays(last, 1);
  return weekday === 6 ? addDays(last, 2) : last;
}

/** From when a claim has one year. */
const oneYearFrom = "2010-01-01";

/** The year that followed the federal fiscal year of the service, which begins in October; at the change of rules not beyond 2010. */
function lastDayBefore2010(date: CalendarDate): CalendarDate | undefined {
  const year = yearOf(date);
  const isLastQuarter = date.slice(5) >= "10-01";
  return dateOf(Math.min(isLastQuarter ? year + 2 : year + 1, 2010), 12, 31);
}

/** The 28th for a 29 February. */
function sameDayOfNextYear(date: CalendarDate): CalendarDate | undefined {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return dateOf(year + 1, month, day) ?? dateOf(year + 1, month, 28);
}
