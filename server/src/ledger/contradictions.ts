import { isInOtherFile } from "../model/place.ts";
import type { Bounds, Contradiction } from "../model/used-amount.ts";
import type { Figure } from "./balances.ts";
import type { YearOfBucket } from "./course.ts";
import type { Balance, BilledClaim } from "./source.ts";

/** What rounding explains. */
const cent = 1;

/**
 * The amount of a year and bucket that a claim of the document at hand states against what payers say: another one than an eligibility
 * answer of the same day, or less than an earlier answer and remittances come to by then. The first of several.
 */
export function contradictionOn(claim: BilledClaim, year: YearOfBucket): Contradiction | undefined {
  for (const balance of claim.balances) {
    const { amount, at, asOf } = balance;
    if (amount === undefined || isInOtherFile(at)) continue;
    if (balance.year !== year.year || balance.bucket !== year.bucket) continue;
    const ledger = answeredOn(balance, year.figures ?? []) ?? certainlyBy(balance, year);
    if (amount < ledger.low - cent || amount > ledger.high + cent) return { stated: { at, amount, asOf }, ledger };
  }
  return undefined;
}

function answeredOn({ asOf }: Balance, figures: readonly Figure[]): Bounds | undefined {
  return figures.find((figure) => figure.asOf === asOf && isAnswer(figure))?.amount;
}

/** Other providers may have been paid more. */
function certainlyBy({ asOf }: Balance, { figures = [], contributions }: YearOfBucket): Bounds {
  const answer = figures.findLast((figure) => figure.asOf < asOf && isAnswer(figure));
  let low = answer?.amount.low ?? 0;
  for (const { date, source, isOwn, amount } of contributions) {
    const isCounted = date <= asOf && (answer === undefined || date > answer.asOf);
    if (isCounted && isOwn && source === "remittance") low += amount.low;
  }
  return { low, high: Number.POSITIVE_INFINITY };
}

function isAnswer({ balances: [first] }: Figure): boolean {
  return first.source === "eligibility";
}
