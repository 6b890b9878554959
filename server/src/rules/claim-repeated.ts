import type { Claim, ServiceLine } from "../model/claim.ts";
import type { Visit } from "../model/visit.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { areEqual } from "./support/equal-lines.ts";
import { none } from "./support/none.ts";
import { isSameBilling, isSamePayer } from "./support/provider.ts";

export const claimRepeated = defineRule({
  id: "claim-repeated",
  severity: "warning",
  docs: {
    summary: "A claim stands twice in the file: the same number, patient, payer and lines.",
    why:
      "A claim that was exported twice, or pasted into a batch that held it already, is denied the second time as a duplicate (reason " +
      "18), and until then its lines count twice: against the year's amount, against the units of a day. A claim that was sent before " +
      "and is to be changed goes as a replacement (frequency 7), where the payer takes one.",
    remedy: "Take one of the two out of the file.",
    applies:
      "Every payer and date, where a claim states its own number and its patient's id. Claims of another frequency or to another payer " +
      "are not repeated, nor is one with a line more, a line less, or another line.",
    incorrect:
      "SUPERBILL #4711\nMember ID: W123456789\nDOS: 2026-03-02\n97110 GP x2\n\nSUPERBILL #4711\nMember ID: W123456789\nDOS: 2026-03-02\n97110 GP x2",
    correct:
      "SUPERBILL #4711\nMember ID: W123456789\nDOS: 2026-03-02\n97110 GP x2\n\nSUPERBILL #4712\nMember ID: W123456789\nDOS: 2026-03-04\n97110 GP x2",
    sources: [
      { title: "Claim adjustment reason code 18" },
      { title: "Medicare Claims Processing Manual, chapter 1, section 120" },
    ],
  },

  checkClaim(claim, context, report) {
    const { claimId } = claim;
    const [visit] = context.visits;
    if (claimId === undefined || visit === undefined || visit.otherLines.length === 0) return;
    const first = findEarlier(claim, visit, context).find((other) => isRepeated(other, claim));
    if (first === undefined) return;
    report(claimId, "This claim repeats one before it in the file: the same number and the same lines", {
      related: [{ at: first.claimId ?? first.head, message: "the claim before it" }],
    });
  },
});

/** Claims of the same number and patient that stand before this one, by the claim's first visit. */
function findEarlier(claim: Claim, visit: Visit, context: Context): readonly Claim[] {
  const [line] = visit.ownLines;
  const isNumbered = (other: Claim): boolean => other.claimId?.value === claim.claimId?.value;
  // The order of claims is asked for only where there is one to find.
  if (line === undefined || !visit.otherLines.some((dated) => isNumbered(dated.claim))) return none;
  const claims = context.linesWith([line.procedure.value], visit.date, visit.date, line).map((dated) => dated.claim);
  return claims.slice(0, claims.indexOf(claim)).filter(isNumbered);
}

function isRepeated(first: Claim, second: Claim): boolean {
  return (
    first.kind === second.kind &&
    first.frequency?.value === second.frequency?.value &&
    isSamePayer(first.payer, second.payer) &&
    isSameBilling(first, second) === true &&
    first.serviceLines.length === second.serviceLines.length &&
    first.serviceLines.every((line, index) => isSameLine(line, second.serviceLines[index]))
  );
}

function isSameLine(line: ServiceLine, other: ServiceLine | undefined): boolean {
  return (
    other !== undefined &&
    line.procedure.value === other.procedure.value &&
    line.dateOfService?.value === other.dateOfService?.value &&
    areEqual(line, other)
  );
}
