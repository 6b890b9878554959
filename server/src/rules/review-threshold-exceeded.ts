import type { ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import { formatCents } from "../model/money.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { atLeast, balanceBehind, measure } from "./support/kx.ts";
import { isFirstOfBeneficiary } from "./support/told-once.ts";

export const reviewThresholdExceeded = defineRule({
  id: "review-threshold-exceeded",
  severity: "information",
  asks: "kx",
  docs: {
    summary: "A beneficiary's therapy of the year is above the amount from which Medicare may ask for the records.",
    why:
      "Above 3,000 dollars a year (3,700 before 2018), for PT and SLP together and for OT, Medicare may review. It is neither a stop nor an " +
      "automatic review: claims are picked by factors such as many denials, unusual billing, new enrolment, the condition treated or the " +
      "group that bills. Review can come before payment or long after it, and below the amount too. It never decides whether KX is needed; " +
      "that is another number. The 3,000 stays until 2027 and then follows a price index.",
    remedy: "Nothing is to be sent in advance. Have the record ready; send it when it is asked for.",
    applies:
      "Services from 2012-10-01 for Medicare Part B and other payers that ask for KX, once for each beneficiary, amount and year in a file, " +
      "where the sum is certainly above. Exactly 3,000.00 is not above.",
    incorrect: "YTD PT/SLP: 3,120.00\nDOS: 2026-03-12\n97110 GP KX x2 $78.00",
    correct: "YTD PT/SLP: 2,620.00\nDOS: 2026-03-12\n97110 GP KX x2 $78.00",
    sources: [
      { title: "Social Security Act, section 1833(g)(5)(E) and (7)(B) (42 USC 1395l(g))" },
      { title: "National Government Services on targeted medical review" },
      { title: "Supplemental Medical Review Contractor, project 01-127" },
    ],
    statements: ["A9", "A14", "A18", "A19", "B16"],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const review = date && context.reviewThreshold(date);
    if (date === undefined || review === undefined || context.reach.certain <= review) return;
    const measured = measure(line, context);
    if (measured === undefined || measured.used.after.low <= review) return;
    const { used } = measured;
    if (!isFirstAbove(line, date, context) || !isFirstOfBeneficiary("review-threshold", used, context)) return;
    const sum = `${atLeast(used.after)} used in ${String(used.year)} with this line`;
    report(line.procedure, `${used.bucket}: ${sum}, above the medical-review amount of ${formatCents(review)}`, {
      related: balanceBehind(measured),
    });
  },
});

/** By date of service and then by place, of the claim's lines of the year and bucket. */
function isFirstAbove(line: ServiceLine, date: CalendarDate, context: Context): boolean {
  const { serviceLines } = context.claim;
  const place = serviceLines.indexOf(line);
  return !serviceLines.some((other, otherPlace) => {
    const otherDate = other.dateOfService?.value;
    if (otherDate === undefined || otherDate > date || (otherDate === date && otherPlace >= place)) return false;
    return isAboveLike(other, line, context);
  });
}

function isAboveLike(other: ServiceLine, line: ServiceLine, context: Context): boolean {
  const used = measure(other, context)?.used;
  const own = context.usedAmount(line);
  if (used === undefined || used.bucket !== own?.bucket || used.year !== own.year) return false;
  return used.after.low > (reviewOf(other, context) ?? Infinity);
}

function reviewOf({ dateOfService }: ServiceLine, context: Context): number | undefined {
  return dateOfService === undefined ? undefined : context.reviewThreshold(dateOfService.value);
}
