import { hasModifier } from "../model/claim.ts";
import { formatCents } from "../model/money.ts";
import { defineRule } from "./rule.ts";
import { addKx, atLeast, bySource, measureReached, placesBehind } from "./support/kx.ts";
import { severityByPayer } from "./support/medicare.ts";

export const kxMissingAboveThreshold = defineRule({
  id: "kx-missing-above-threshold",
  severity: "error",
  asks: "kx",
  docs: {
    summary: "The year's amount is used up before a therapy line, and the line carries no KX.",
    why:
      "Above the year's amount Medicare pays a therapy line only with KX: your statement that the care is medically necessary and that " +
      "the record shows it. Physical therapy and speech-language pathology share one amount, occupational therapy has its own of the " +
      "same size. What counts is what Medicare allows, deductible and coinsurance included, from all providers since January. Without KX " +
      "the line is denied (reason 119), and the provider bears it unless a valid notice was signed. KX carries the line past the " +
      "counter and promises nothing more: the contractor still decides.",
    remedy:
      "Add KX where the care is necessary and the record shows it. Where it is not, a signed notice before the service and GA belong on " +
      "the line, and no KX. A line with GA, GX, GY or GZ is right as it stands.",
    applies:
      "Services from 2006, at the amount of the year of service: an error for Medicare Part B, a warning for other payers that ask for KX. " +
      "Only where at least the whole amount is certainly used: an amount reached exactly counts as used, and a line without a known amount " +
      "adds nothing.",
    incorrect: "YTD PT/SLP: 2,512.40\nDOS: 2026-03-12\n97110 GP x2 $78.00",
    correct: "YTD PT/SLP: 2,512.40\nDOS: 2026-03-12\n97110 GP KX x2 $78.00",
    sources: [
      { title: "Social Security Act, section 1833(g)(7)(A) (42 USC 1395l(g)(7)(A))" },
      { title: "Medicare Claims Processing Manual, chapter 5, section 10.3" },
      { title: "National Government Services on denials with reason 119 (article 1860421)" },
    ],
    statements: ["A1", "A12", "A13", "A20", "A26", "A29", "A30", "A31", "A33", "A36", "A38", "B3", "B4", "B5", "B6"],
  },

  checkLine(line, context, report) {
    const measured = hasModifier(line, "KX") ? undefined : measureReached(line, context);
    if (measured === undefined) return;
    const { used, threshold } = measured;
    if (used.before.low < threshold) return;
    const amounts = `${atLeast(used.before)} of ${formatCents(threshold)} used in ${String(used.year)}`;
    report(line.procedure, `${used.bucket}: ${amounts} before this line${bySource(used)}; KX is missing`, {
      // The denial is Medicare's own; a plan that asks for KX has not published what it does without it.
      severity: severityByPayer(context, "error", "warning"),
      fixes: [addKx(line)],
      related: placesBehind(line, measured),
    });
  },
});
