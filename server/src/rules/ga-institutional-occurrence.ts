import { hasModifier, modifierOn } from "../model/claim.ts";
import { type Fix, defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import { hasOccurrence, noticeGiven } from "./support/occurrence.ts";

export const gaInstitutionalOccurrence = defineRule({
  id: "ga-institutional-occurrence",
  severity: "warning",
  asks: "abn",
  modifiers: ["GA"],
  claims: "institutional",
  docs: {
    summary: "An institutional claim carries GA, and no occurrence code 32 with the day of the notice.",
    why:
      "GA says that the patient signed a notice before the service. An institutional claim also shows when, with occurrence code 32 and that " +
      "day. GA without it leaves the notice unproved.",
    remedy: "Add occurrence code 32 with the day on which the notice was signed.",
    applies:
      "Institutional claims for Medicare Part B, once a claim: in X12, and in a text that states occurrence codes. That the claim needs it " +
      "is recalled from the manual.",
    incorrect:
      "TOB: 131\nOccurrence: 11 2026-02-10, 29 2026-02-12, 35 2026-02-12\nDOS: 2026-03-12\n97110 GP GA x2 $78.00",
    correct:
      "TOB: 131\nOccurrence: 11 2026-02-10, 29 2026-02-12, 35 2026-02-12, 32 2026-03-01\nDOS: 2026-03-12\n97110 GP GA x2 $78.00",
    sources: [{ title: "Medicare Claims Processing Manual, chapter 30, section 50, and chapter 1, section 60" }],
  },

  checkLine(line, context, report) {
    const { claim, formatId } = context;
    const ga = modifierOn(line, "GA");
    if (ga === undefined || isOutsidePartBTherapy(claim)) return;
    // A short text says nothing of occurrence codes.
    if (formatId !== "x12" && claim.occurrences.length === 0) return;
    if (hasOccurrence(claim, noticeGiven)) return;
    if (claim.serviceLines.find((other) => hasModifier(other, "GA")) !== line) return;
    report(ga, "GA needs occurrence code 32 with the day of the notice", { fixes: [addOccurrence] });
  },
});

const addOccurrence: Fix = {
  title: "Add occurrence code 32",
  unavailable: "only you know the day on which the notice was signed",
};
