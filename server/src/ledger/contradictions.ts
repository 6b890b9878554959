import { isInOtherFile } from "../model/place.ts";
import type { Contradiction, PayersWord } from "../model/used-amount.ts";
import type { Figure } from "./balances.ts";
import type { Contribution, YearOfBucket } from "./course.ts";
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
  const since = contributions.filter(
    ({ date, source, isOwn }) =>
      isOwn && source === "remittance" && date <= asOf && (answer === undefined || date > answer.asOf),
  );
  const by = answer === undefined ? decisionOf(since.at(-1)) : wordOf(answer);
  const low = since.reduce((sum, { amount }) => sum + amount.low, answer?.amount.low ?? 0);
  return by && { ledger: { low, high: Number.POSITIVE_INFINITY }, by };
}

function decisionOf(contribution: Contribution | undefined): PayersWord | undefined {
  if (contribution === undefined) return undefined;
  const { service, date, amount } = contribution;
  const decision = service.decisions[0] ?? service.share?.decisions[0];
  return decision && { source: "remittance", asOf: date, amount: amount.low, at: decision.at };
}

function isAnswer({ balances: [first] }: Figure): boolean {
  return first.source === "eligibility";
}
