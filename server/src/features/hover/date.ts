import { findReviewThreshold } from "../../data/thresholds.ts";
import type { ServiceLine } from "../../model/claim.ts";
import { type CalendarDate, yearOf } from "../../model/date.ts";
import { formatCents } from "../../model/money.ts";
import type { Context } from "../../rules/context.ts";
import type { Field } from "../../text/span.ts";
import type { Explainer, Explanation } from "./explanation.ts";
import { blocks, table } from "./markdown.ts";
import { payerSentence } from "./payer-words.ts";
import { type Place, covers } from "./place.ts";

const dayLength = 86_400_000;

/** A date of service, with what holds on it; the dates of a plan of care. */
export const explainDate: Explainer = (place, { claim, context }) => {
  const line = claim.serviceLines.find((one) => covers(one.dateOfService, place) || covers(one.dateThrough, place));
  if (line?.dateOfService !== undefined) return describeDateOfService(line.dateOfService, line, place, context);
  const { planOfCare } = claim;
  if (planOfCare === undefined || !covers(planOfCare, place)) return undefined;
  const { from, to } = planOfCare.value;
  const days = to === undefined ? "no end is written" : `${daysFrom(from, to).toString()} days`;
  const markdown = `**Plan of care** · from ${from}${to === undefined ? "" : ` to ${to}`}; ${days}`;
  return { span: planOfCare, markdown, sources: [] };
};

function describeDateOfService(
  first: Field<CalendarDate>,
  line: ServiceLine,
  place: Place,
  context: Context,
): Explanation {
  const last = covers(first, place) ? undefined : line.dateThrough;
  const year = yearOf(first.value);
  const threshold = context.threshold(year);
  const review = findReviewThreshold(first.value);
  const title =
    last === undefined
      ? `**${first.value}** · date of service; everything on the line is judged as of this day`
      : `**${last.value}** · last date of the line; it is judged as of its first, ${first.value}`;
  const rows: [string, string | undefined][] = [
    [`KX threshold of ${year}`, threshold?.kxThreshold == null ? "not known" : formatCents(threshold.kxThreshold)],
    ["Review threshold", review?.reviewThreshold == null ? undefined : formatCents(review.reviewThreshold)],
  ];
  return {
    span: last ?? first,
    markdown: blocks(title, table(rows, "right"), payerSentence("plan-modifiers", line, context)),
    sources: [threshold?.source, review?.source].filter((source) => source != null),
  };
}

/** Both days counted. */
function daysFrom(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / dayLength + 1;
}
