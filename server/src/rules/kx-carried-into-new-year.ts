import { hasModifier, modifierOn } from "../model/claim.ts";
import { yearOf } from "../model/date.ts";
import type { Context } from "./context.ts";
import { type RelatedPlace, defineRule } from "./rule.ts";
import { type Measured, measure, removeKx } from "./support/kx.ts";

export const kxCarriedIntoNewYear = defineRule({
  id: "kx-carried-into-new-year",
  severity: "warning",
  asks: "kx",
  modifiers: ["KX"],
  docs: {
    summary:
      "A line in January carries KX as those of the old year did, and nothing shows that the new year's amount is used up.",
    why:
      "The count begins anew on 1 January, at nothing, for every beneficiary. KX that an office system carries on from December states " +
      "that a service lies above an amount which has hardly been touched. A contractor has warned of exactly that, and KX without need " +
      "counts as a sign of abuse.",
    remedy: "Remove KX, or state the new year's used amount if other providers have billed so much in these days.",
    applies:
      "Services in January from 2007, for Medicare Part B and other payers that ask for KX, where the file holds lines of the beneficiary " +
      "with KX in the last two months of the old year, or the claim states an amount of the old year that was used up. Silent where the " +
      "new year's amount may be reached by what is known of it.",
    incorrect:
      "YTD PT/SLP:\nDate        Code   Mods   Units  Charge\n2025-12-30  97110  GP KX  2      78.00\n2026-01-06  97110  GP KX  2      78.00",
    correct:
      "YTD PT/SLP:\nDate        Code   Mods   Units  Charge\n2025-12-30  97110  GP KX  2      78.00\n2026-01-06  97110  GP     2      78.00",
    sources: [
      { title: "National Government Services on KX at the turn of the year (2018)" },
      { title: "First Coast Service Options on routine use of KX (2012)" },
    ],
    statements: ["A28"],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    if (date?.slice(5, 7) !== "01") return;
    const measured = measure(line, context);
    const kx = modifierOn(line, "KX");
    if (measured === undefined || kx === undefined || mayBeReached(measured, context)) return;
    const carriedFrom = kxOfOldYear(measured, context) ?? usedUpInOldYear(measured, context);
    if (carriedFrom === undefined) return;
    const { bucket, year } = measured.used;
    report(kx, `${bucket}: KX goes on from ${String(year - 1)}, but in ${String(year)} the count began anew`, {
      fixes: [removeKx(line)],
      related: [carriedFrom],
      tag: "unnecessary",
    });
  },
});

/** By what is known of the new year. Where nothing limits the sum from above, only its certain part can tell. */
function mayBeReached({ used, threshold }: Measured, { claim }: Context): boolean {
  const { low, high } = claim.kind === "institutional" ? used.afterClaim : used.afterVisit;
  const reached = Number.isFinite(high) ? high : low;
  return reached + used.margin >= threshold;
}

/** A line of the same yearly amount with KX in November or December, of a code that the claim goes on with. */
function kxOfOldYear({ used }: Measured, context: Context): RelatedPlace | undefined {
  const codes = [...new Set(context.claim.serviceLines.map((line) => line.procedure.value))];
  const year = used.year - 1;
  const earlier = context
    .linesWith(codes, `${year}-11-01`, `${year}-12-31`)
    .findLast(({ line }) => hasModifier(line, "KX") && context.usedAmount(line)?.bucket === used.bucket);
  return earlier === undefined ? undefined : { at: earlier.line.procedure, message: `KX on ${earlier.date}` };
}

function usedUpInOldYear({ used }: Measured, context: Context): RelatedPlace | undefined {
  const stated = context.claim.statedAmounts.find(({ bucket, amount, asOf }) => {
    if (bucket !== used.bucket || amount === undefined || asOf === undefined) return false;
    const year = yearOf(asOf.value);
    const threshold = context.threshold(year)?.kxThreshold;
    return year === used.year - 1 && typeof threshold === "number" && amount.value >= threshold;
  });
  return stated === undefined ? undefined : { at: stated.span, message: "the amount of the old year" };
}
