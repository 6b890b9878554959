import { type Claim, type ServiceLine, hasModifier } from "../model/claim.ts";
import type { UsedAmount } from "../model/used-amount.ts";
import type { Context } from "./context.ts";
import { type Fix, defineRule } from "./rule.ts";
import { measure } from "./support/kx.ts";
import { amountsOfOtherYears } from "./support/stated-year.ts";
import { isFirstOfBeneficiary } from "./support/told-once.ts";

export const usedAmountMissing = defineRule({
  id: "used-amount-missing",
  severity: "hint",
  asks: "kx",
  docs: {
    summary: "Nothing says how much of the year's amount was used before, so KX can't be checked.",
    why:
      "KX is right or wrong only against what the beneficiary has used since January, and other providers' services count too. Your own " +
      "list misses those. The contractor's portal or an eligibility answer tells the amount used for each of the two; it counts what was " +
      "processed so far, so it runs late.",
    remedy:
      "State the amount with the day it is of. Leave the label empty where you cannot know it: that is taken as your answer.",
    applies:
      "Therapy services from 2006 for Medicare Part B and other payers that ask for KX, once for each beneficiary, amount and year in a file. " +
      "Silent where an eligibility answer tells the amount, in another file of the folder too. In X12, which has no place for the amount, only where KX stands.",
    incorrect: "DOS: 2026-03-12\n97110 GP x2 $78.00",
    correct: "YTD PT/SLP: 1,310.40 as of 2026-03-10\nDOS: 2026-03-12\n97110 GP x2 $78.00",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 5, section 10.3" },
      { title: "HETS 270/271 companion guide: therapy amounts by calendar year" },
    ],
    statements: ["A38", "B18"],
  },

  checkClaim(claim, context, report) {
    if (context.formatId === "x12" && !claim.serviceLines.some(hasKx)) return;
    const missing = missingAmounts(claim, context);
    if (missing.length === 0) return;
    const otherYears = amountsOfOtherYears(claim, context);
    for (const { used, line, hasKx } of missing) {
      // That the amount is of another year is told at the amount.
      if (otherYears.some(({ stated }) => stated.bucket === used.bucket)) continue;
      // X12 has no place for the amount: there it is said once a file, and only where KX rests on it.
      if (context.formatId === "x12" && (!hasKx || !context.isFirst("used-amount/x12"))) continue;
      if (!isFirstOfBeneficiary("used-amount", used, context)) continue;
      const message = `${used.bucket}: no used amount is stated for ${String(used.year)}, so KX can't be checked`;
      const fixes = [stateAmount(claim, used, context), ...(hasKx ? [removeKxUnavailable] : [])];
      report(line.procedure, message, { fixes });
    }
  },
});

function hasKx(line: ServiceLine): boolean {
  return hasModifier(line, "KX");
}

interface MissingAmount {
  readonly used: UsedAmount;
  /** The claim's first line of the year and bucket. */
  readonly line: ServiceLine;
  hasKx: boolean;
}

/** The years and buckets of the claim for which nothing tells what was used before. */
function missingAmounts(claim: Claim, context: Context): readonly MissingAmount[] {
  const found: MissingAmount[] = [];
  for (const line of claim.serviceLines) {
    const used = context.answer("kx", line) === "required" ? measure(line, context)?.used : undefined;
    if (used?.isMissing !== true) continue;
    const hasKx = hasModifier(line, "KX");
    const known = found.find((other) => other.used.year === used.year && other.used.bucket === used.bucket);
    if (known === undefined) found.push({ used, line, hasKx });
    else known.hasKx ||= hasKx;
  }
  return found;
}

const removeKxUnavailable: Fix = {
  title: "Remove KX",
  unavailable: "KX can't be removed: the used amount is unknown",
};

function stateAmount(claim: Claim, { bucket, year }: UsedAmount, context: Context): Fix {
  const title = `State the ${bucket} amount used in ${String(year)}`;
  if (context.formatId === "x12") return { title, unavailable: "an X12 claim has no place for the used amount" };
  if (claim.statedAmounts.some((stated) => stated.bucket === bucket)) {
    return { title, unavailable: "the claim already states the amount of another year" };
  }
  const field = bucket === "OT" ? "usedAmountOt" : "usedAmountPtSlp";
  return { title, safety: "review", changes: [{ kind: "field", claim, field, to: "" }] };
}
