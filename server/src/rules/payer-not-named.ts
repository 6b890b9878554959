import type { Claim } from "../model/claim.ts";
import type { Context } from "./context.ts";
import { type Fix, defineRule } from "./rule.ts";
import { isTherapy } from "./support/therapy-line.ts";

/** What a coder of therapy meets most; any other name can be typed. */
const offered = ["Medicare Part B", "Medicare Advantage", "Medicaid"];

export const payerNotNamed = defineRule({
  id: "payer-not-named",
  severity: "hint",
  docs: {
    summary: "No payer is named, so only what holds for every payer is checked.",
    why:
      "Payers differ in what they want on a therapy line: Medicare asks for the plan modifier, for CQ or CO, and for KX above the " +
      "year's amount; others ask for some of them or ignore them. Where neither the claim nor the settings name a payer, nothing is " +
      "assumed, and the rules that depend on it are silent.",
    remedy: "Name the payer on the claim, or set the one that most of your claims go to as the default.",
    applies: "Claims with therapy lines that name no payer, while no default payer is set; once in a file.",
    incorrect: "DOS: 2026-03-02\n97110 GP x2",
    correct: "Payer: Medicare Part B\nDOS: 2026-03-02\n97110 GP x2",
    sources: [{ title: "Medicare Claims Processing Manual, chapter 5 (what Medicare asks)" }],
  },

  checkClaim(claim, context, report) {
    const { name, filingIndicator, payerId } = claim.payer;
    const isNamed = name !== undefined || filingIndicator !== undefined || payerId !== undefined;
    if (isNamed || context.payer.id !== "unknown" || !claim.serviceLines.some((line) => isTherapy(line, context)))
      return;
    if (!context.isFirst("payer")) return;
    report(claim.head, "No payer is named; rules that depend on the payer are silent", {
      fixes: offered.map((payer) => fixFor(claim, payer, context)),
    });
  },
});

function fixFor(claim: Claim, payer: string, context: Context): Fix {
  const title = `Name ${payer} as the payer`;
  if (context.formatId === "x12") {
    return { title, unavailable: "In X12 the payer stands in segments of its own, which the billing system writes" };
  }
  return { title, safety: "review", changes: [{ kind: "field", claim, field: "payer", to: payer }] };
}
