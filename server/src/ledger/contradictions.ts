import { isInOtherFile } from "../model/place.ts";
import type { Contradiction, PayersWord } from "../model/used-amount.ts";
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
    const told = answeredOn(balance, year.figures ?? []) ?? certainlyBy(balance, year);
    if (told === undefined) continue;
    const { ledger, by } = told;
    if (amount < ledger.low - cent || amount > ledger.high + cent) return { stated: { at, amount, asOf }, ledger, by };
  }
  return undefined;
}

type Told = Pick<Contradiction, "ledger" | "by">;

function answeredOn({ asOf }: Balance, figures: readonly Figure[]): Told | undefined {
  const answer = figures.find((figure) => figure.asOf === asOf && isAnswer(figure));
  return answer && { ledger: answer.amount, by: wordOf(answer) };
}

function wordOf({ asOf, amount, balances: [{ at }] }: Figure): PayersWord {
  return { source: "eligibility", asOf, amount: amount.low, at };
}

/** Other providers may have been paid more. */
function certainlyBy({ asOf }: Balance, { figures = [], contributions }: YearOfBucket): Told | undefined {
  const answer = figures.findLast((figure) => figure.asOf < asOf && isAnswer(figure));
  let low = answer?.amount.low ?? 0;
  let by = answer && wordOf(answer);
  for (const { date, source, isOwn, amount, service } of contributions) {
    const isCounted = date <= asOf && (answer === undefined || date > answer.asOf);
    if (!isCounted || !isOwn || source !== "remittance") continue;
    low += amount.low;
    const [decision] = [...service.decisions, ...(service.share?.decisions ?? [])];
    if (answer === undefined && decision !== undefined)
      by = { source, asOf: date, amount: amount.low, at: decision.at };
  }
  return by && { ledger: { low, high: Number.POSITIVE_INFINITY }, by };
}

function isAnswer({ balances: [first] }: Figure): boolean {
  return first.source === "eligibility";
}
