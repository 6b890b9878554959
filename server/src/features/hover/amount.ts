import type { Field, Span } from "../../text/span.ts";
import type { Claim, ServiceLine, StatedAmount } from "../../model/claim.ts";
import { yearOf } from "../../model/date.ts";
import { type Cents, formatCents } from "../../model/money.ts";
import type { Explainer, Explanation, Setting } from "./explanation.ts";
import { blocks, table } from "./markdown.ts";
import { type Place, covers } from "./place.ts";
import { courseFrom, usedAmountCourse } from "./used-amount.ts";

/** A charge, an allowed amount, a total, a stated used amount. */
export const explainAmount: Explainer = (place, setting) =>
  lineAmount(place, setting) ?? statedAmount(place, setting) ?? total(place, setting.claim);

function lineAmount(place: Place, setting: Setting): Explanation | undefined {
  for (const line of setting.claim.serviceLines) {
    if (covers(line.charge, place)) {
      return explanation(line.charge, "charge of the line", line, setting);
    }
    if (covers(line.allowedAmount, place)) {
      return explanation(
        line.allowedAmount,
        "allowed amount of the line, which counts against the year's amount",
        line,
        setting,
      );
    }
  }
  return undefined;
}

function explanation(
  field: Field<Cents> | undefined,
  words: string,
  line: ServiceLine,
  setting: Setting,
): Explanation | undefined {
  if (field === undefined) return undefined;
  return {
    span: field,
    markdown: blocks(`**${formatCents(field.value)}** · ${words}`, usedAmountCourse(line, setting)),
    sources: [],
  };
}

function statedAmount(place: Place, setting: Setting): Explanation | undefined {
  const { claim, context } = setting;
  const stated = claim.statedAmounts.find((one) => covers(one.amount, place) || covers(one.span, place));
  if (stated === undefined) return undefined;
  const year = yearOfStated(stated, claim);
  const threshold = year === undefined ? undefined : context.threshold(year);
  const rows: [string, string | undefined][] = [
    [
      "Counts",
      stated.asOf === undefined
        ? "everything before this claim's first date"
        : `services up to and including ${stated.asOf.value}`,
    ],
    ["For", year === undefined ? stated.bucket : `${stated.bucket}, ${year.toString()}`],
    ["KX threshold", threshold?.kxThreshold == null ? "not known" : formatCents(threshold.kxThreshold)],
  ];
  const amount = stated.amount === undefined ? "not known" : formatCents(stated.amount.value);
  return {
    span: stated.amount !== undefined && covers(stated.amount, place) ? stated.amount : stated.span,
    markdown: blocks(`**${amount}** · used of the year's amount`, table(rows), courseFrom(stated, setting)),
    sources: threshold?.source ? [threshold.source] : [],
  };
}

function yearOfStated(stated: StatedAmount, claim: Claim): number | undefined {
  const date =
    stated.asOf?.value ?? claim.serviceLines.map((line) => line.dateOfService?.value).find((one) => one !== undefined);
  return date === undefined ? undefined : yearOf(date);
}

function total(place: Place, claim: Claim): Explanation | undefined {
  const field = claim.total;
  if (field === undefined || !covers(field, place)) return undefined;
  const charges = claim.serviceLines.map((line) => line.charge?.value);
  const sum = charges.reduce<Cents>((left, charge) => left + (charge ?? 0), 0);
  const isWhole = charges.every((charge) => charge !== undefined);
  const words = isWhole ? `the charges of the lines are ${formatCents(sum)}` : "not every line has a charge";
  return {
    span: field satisfies Span,
    markdown: `**${formatCents(field.value)}** · total of the claim; ${words}`,
    sources: [],
  };
}
