import type { Claim, StatedAmount } from "../model/claim.ts";
import { formatCents } from "../model/money.ts";
import { isInOtherFile } from "../model/place.ts";
import type { Contradiction } from "../model/used-amount.ts";
import { type Fix, defineRule } from "./rule.ts";
import { atLeast, measure } from "./support/kx.ts";
import { none } from "./support/none.ts";
import { isToldHere } from "./support/told-once.ts";

export const usedAmountContradicted = defineRule({
  id: "used-amount-contradicted",
  severity: "warning",
  asks: "kx",
  docs: {
    summary: "The used amount that the claim states can't be true by what payers have said.",
    why:
      "A stated amount begins the count anew from its day on, so a wrong one moves KX to the wrong lines. An eligibility answer of the " +
      "same day tells another amount, or an earlier answer and the remittances since come to more than is stated: the year's sum only " +
      "grows. Most often a digit was mistyped, PT/SLP and OT were taken for each other, or an old figure was copied.",
    remedy:
      "Compare the two. A payer's answer counts what was processed by then and runs late, so a higher amount of a later day is no " +
      "contradiction.",
    applies:
      "Services from 2006 for Medicare Part B and other payers that ask for KX, where the two differ by more than a cent. The answers and " +
      "remittances may stand in other files of the folder.",
    language: "superbill",
    incorrect: "@",
    correct: "YTD PT/SLP: 1,310.40 as of 2026-03-10\nDOS: 2026-03-12\n97110 GP x2 $78.00",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 5, section 10.3" },
      { title: "HETS 270/271 companion guide: therapy amounts by calendar year" },
    ],
    statements: ["B18"],
  },

  checkClaim(claim, context, report) {
    const seen = new Set<Contradiction>();
    for (const line of claim.serviceLines) {
      const used = context.answer("kx", line) === "required" ? measure(line, context)?.used : undefined;
      const contradiction = used?.contradiction;
      if (used === undefined || contradiction === undefined || seen.has(contradiction)) continue;
      seen.add(contradiction);
      const { stated, by } = contradiction;
      if (isInOtherFile(stated.at)) continue;
      const topic = `used-amount-contradicted/${used.bucket}/${String(stated.at.start)}`;
      if (!isToldHere(stated.at, topic, context)) continue;
      const said = `${formatCents(stated.amount)} is stated as of ${stated.asOf}`;
      report(stated.at, `${used.bucket}: ${said}, but ${wordsOf(contradiction)}`, {
        fixes: fixesOf(claim, used.bucket, contradiction),
        related: [{ at: by.at, message: by.source === "eligibility" ? "the payer's answer" : "the last remittance" }],
      });
    }
  },
});

function wordsOf({ stated, ledger, by }: Contradiction): string {
  const isSameDay = by.source === "eligibility" && by.asOf === stated.asOf;
  if (isSameDay) return `the payer's answer of that day says ${atLeast(ledger)}`;
  const tellers =
    by.source === "remittance" ? "by remittances alone" : `by the payer's answer of ${by.asOf} and remittances`;
  return `${atLeast(ledger)} was used by then, ${tellers}`;
}

/** Offered where the payer names an amount for the very day. */
function fixesOf(claim: Claim, bucket: StatedAmount["bucket"], { stated, ledger, by }: Contradiction): readonly Fix[] {
  if (by.source !== "eligibility" || by.asOf !== stated.asOf || ledger.low !== ledger.high) return none;
  const isStated = (own: StatedAmount): boolean => own.bucket === bucket && own.span === stated.at;
  const amount = claim.statedAmounts.find(isStated)?.amount;
  if (amount === undefined) return none;
  const to = formatCents(ledger.low);
  return [
    {
      title: `State ${to}, as the payer's answer of ${by.asOf} says`,
      safety: "review",
      changes: [{ kind: "value", of: claim, at: amount, to }],
    },
  ];
}
