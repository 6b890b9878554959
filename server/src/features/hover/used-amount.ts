import type { ServiceLine } from "../../model/claim.ts";
import { formatCents } from "../../model/money.ts";
import { type Bounds, type UsedAmount, hasNotice } from "../../model/used-amount.ts";
import type { Context } from "../../rules/context.ts";
import { blocks, table } from "./markdown.ts";

/** The sum that decides about KX, line by line; undefined for a line that enters no sum. */
export function usedAmountTable(line: ServiceLine, context: Context): string | undefined {
  const amount = context.usedAmount(line);
  if (amount === undefined) return undefined;
  const { year, bucket, before, after } = amount;
  const threshold = context.threshold(year)?.kxThreshold ?? undefined;
  const rows = table(
    [
      ["Used before this line", boundsWords(before)],
      ["This line", hasNotice(line) && amount.amount.high === 0 ? "does not count" : boundsWords(amount.amount)],
      ["Used with this line", boundsWords(after)],
      [`KX threshold of ${year}, ${bucket}`, threshold === undefined ? "not known" : formatCents(threshold)],
      ["Left", threshold === undefined || !isExact(after) ? undefined : leftWords(threshold - after.low)],
    ],
    "right",
  );
  return blocks(rows, basis(amount, line));
}

function basis({ restsOn, year }: UsedAmount, line: ServiceLine): string {
  if (restsOn === undefined) {
    return `No used amount is stated for ${year}, so the sums count only what stands in this document.`;
  }
  const { amount, asOf, assumed, source } = restsOn;
  const dollars = formatCents(amount);
  const stated = source === "stated" ? "stated" : "by the payer's answer";
  if (source === "stated" && assumed !== undefined) return `The sums begin with ${dollars}, stated before the claim.`;
  const isIncluded = line.dateOfService !== undefined && line.dateOfService.value <= asOf;
  if (isIncluded)
    return `By ${asOf}, with this line, ${dollars} was used, ${source === "stated" ? "as stated" : stated}; before it no more than that.`;
  return `The sums begin with ${dollars}, ${stated} as of ${asOf}.`;
}

function leftWords(left: number): string {
  return left < 0 ? `${formatCents(-left)} over` : formatCents(left);
}

function boundsWords({ low, high }: Bounds): string {
  if (low === high) return formatCents(low);
  return Number.isFinite(high) ? `${formatCents(low)} to ${formatCents(high)}` : `at least ${formatCents(low)}`;
}

function isExact({ low, high }: Bounds): boolean {
  return low === high;
}
