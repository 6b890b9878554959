import { modifierOn } from "../model/claim.ts";
import { formatCents } from "../model/money.ts";
import { defineRule } from "./rule.ts";
import { bySource, isFarBelow, measure, placesBehind, reachedBy, removeKx, severityOfSum } from "./support/kx.ts";

export const kxBelowThreshold = defineRule({
  id: "kx-below-threshold",
  severity: "warning",
  asks: "kx",
  modifiers: ["KX"],
  docs: {
    summary: "A therapy line carries KX although the year's amount is not used up.",
    why:
      "KX states that the service lies above the year's amount. From the first visit of the year on, as a routine, it counts as a sign " +
      "of abuse: a contractor has said so, and the inspector general listed it among the marks of questionable billing. It may come a " +
      "little early: on the line that crosses, on its date, and on the visit just before.",
    remedy: "Remove KX, or correct the used amount if other providers have billed in between.",
    applies:
      "Services from 2006 for Medicare Part B and other payers that ask for KX. A warning where a payer tells the sum: an eligibility " +
      "answer, an amount stated for the year, or remittances on all earlier visits; else information. Silent where the used amount is not known, within one average visit of the amount (at least 100.00), and " +
      "on an institutional claim that passes the amount as a whole.",
    incorrect: "YTD PT/SLP: 310.40\nDOS: 2026-03-12\n97110 GP KX x2 $78.00",
    correct: "YTD PT/SLP: 310.40\nDOS: 2026-03-12\n97110 GP x2 $78.00",
    sources: [
      { title: "First Coast Service Options on routine use of KX (2012)" },
      { title: "Office of Inspector General, OEI-04-09-00540 (questionable billing for outpatient therapy)" },
    ],
    statements: ["A8", "A28"],
  },

  checkLine(line, context, report) {
    const measured = measure(line, context);
    const kx = modifierOn(line, "KX");
    if (measured === undefined || kx === undefined) return;
    if (!isFarBelow(measured, context.claim)) return;
    const { used, threshold } = measured;
    const told = reachedBy(measured, context.claim);
    const amount = told.low === told.high ? `only ${formatCents(told.high)}` : `at most ${formatCents(told.high)}`;
    const amounts = `${amount} of ${formatCents(threshold)} used in ${String(used.year)}`;
    const part = context.claim.kind === "institutional" ? "claim" : "line";
    report(kx, `${used.bucket}: KX, but ${amounts} with this ${part}${bySource(used)}`, {
      severity: severityOfSum(used),
      fixes: [removeKx(line)],
      related: placesBehind(line, measured),
      tag: "unnecessary",
    });
  },
});
