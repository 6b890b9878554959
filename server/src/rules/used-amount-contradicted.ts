import type { Claim, StatedAmount } from "../model/claim.ts";
import type { Bucket } from "../model/discipline.ts";
import { formatCents } from "../model/money.ts";
import { isInOtherFile } from "../model/place.ts";
import type { Contradiction } from "../model/used-amount.ts";
import type { Context } from "./context.ts";
import { type Fix, type Report, defineRule } from "./rule.ts";
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
      "Compare the two. A portal counts what was processed by then and runs late: where only the remittances come to more, state the " +
      "amount that it shows now, with today's date.",
    applies:
      "Services from 2006 for Medicare Part B and other payers that ask for KX, where the two differ by more than a cent. A warning " +
      "against an answer of the same day, and against an earlier one that says more already; information where only the remittances of " +
      "services up to that day come to more. A higher amount of a later day is no contradiction. Answers and remittances may stand in " +
      "other files of the folder.",
    incorrect: "MBI: 1EG4-TE5-MK73\nYTD PT/SLP: 1,480.20 as of 2026-03-10\nDOS: 2026-03-12\n97110 GP x2 $78.00",
    correct: "MBI: 1EG4-TE5-MK73\nYTD PT/SLP: 1,840.20 as of 2026-03-10\nDOS: 2026-03-12\n97110 GP x2 $78.00",
    beside: {
      language: "x12",
      text:
        "ISA*00*          *00*          *ZZ*CMS            *ZZ*RIVERBENDTHERPY*260310*0930*^*00501*000000271*0*T*:~\n" +
        "GS*HB*CMS*RIVERBENDTHERPY*20260310*0930*271*X*005010X279A1~\n" +
        "ST*271*0001*005010X279A1~\n" +
        "BHT*0022*11*QB0310*20260310*0930~\n" +
        "HL*1**20*1~\n" +
        "NM1*PR*2*CMS*****PI*CMS~\n" +
        "HL*2*1*21*1~\n" +
        "NM1*1P*2*RIVERBEND THERAPY*****XX*1234567893~\n" +
        "HL*3*2*22*0~\n" +
        "NM1*IL*1*VALE*ROBIN****MI*1EG4TE5MK73~\n" +
        "EB*D*IND*AE*MB***1840.2~\n" +
        "DTP*292*RD8*20260101-20261231~\n" +
        "MSG*USED AMOUNT~\n" +
        "EB*D*IND*AD*MB***120~\n" +
        "DTP*292*RD8*20260101-20261231~\n" +
        "MSG*USED AMOUNT~\n" +
        "SE*15*0001~\n" +
        "GE*1*271~\n" +
        "IEA*1*000000271~\n",
    },
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 5, section 10.3" },
      { title: "HETS 270/271 companion guide: therapy amounts by calendar year" },
    ],
    statements: ["B18"],
  },

  checkClaim(claim, context, report) {
    if (claim.statedAmounts.length === 0) return;
    const seen = new Set<Contradiction>();
    for (const line of claim.serviceLines) {
      const used = context.answer("kx", line) === "required" ? measure(line, context)?.used : undefined;
      const contradiction = used?.contradiction;
      if (used === undefined || contradiction === undefined || seen.has(contradiction)) continue;
      seen.add(contradiction);
      reportContradiction(contradiction, used.bucket, context, report);
    }
  },
});

function reportContradiction(contradiction: Contradiction, bucket: Bucket, context: Context, report: Report): void {
  const { stated, by } = contradiction;
  if (isInOtherFile(stated.at)) return;
  const topic = `used-amount-contradicted/${bucket}/${String(stated.at.start)}`;
  if (!isToldHere(stated.at, topic, context)) return;
  const said = `${formatCents(stated.amount)} is stated as of ${stated.asOf}`;
  report(stated.at, `${bucket}: ${said}, but ${wordsOf(contradiction)}`, {
    severity: isCertain(contradiction) ? "warning" : "information",
    fixes: fixesOf(context.claim, bucket, contradiction),
    related: [{ at: by.at, message: by.source === "eligibility" ? "the payer's answer" : "the last remittance" }],
  });
}

/** Against an answer of the same day, or an earlier one that says more already. Else a portal that runs late may explain it. */
function isCertain({ stated, by }: Contradiction): boolean {
  return by.source === "eligibility" && (by.asOf === stated.asOf || stated.amount < by.amount);
}

function wordsOf(contradiction: Contradiction): string {
  const { stated, ledger, by } = contradiction;
  if (by.source === "eligibility" && by.asOf === stated.asOf)
    return `the payer's answer of that day says ${atLeast(ledger)}`;
  if (isCertain(contradiction)) return `the payer's answer of ${by.asOf} says ${formatCents(by.amount)} already`;
  const tellers =
    by.source === "remittance" ? "by remittances" : `by the payer's answer of ${by.asOf} and remittances since`;
  return `${atLeast(ledger)} was used by then, ${tellers}`;
}

/** Offered where the payer names an amount for the very day. */
function fixesOf(claim: Claim, bucket: Bucket, { stated, ledger, by }: Contradiction): readonly Fix[] {
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
