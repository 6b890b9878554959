import type { Claim, StatedAmount } from "../model/claim.ts";
import type { Bounds, UsedAmount } from "../model/used-amount.ts";
import type { Span } from "../text/span.ts";
import type { Answer, Question, Surroundings } from "./context.ts";

/** What a claim's rules asked beyond it, with the answers: while these stay the same and the claim too, so do the findings. */
export type Asked = ReadonlyMap<Question, Answer>;

/** Whether any answer is another now. */
export function isStale(asked: Asked, claim: Claim, surroundings: Surroundings): boolean {
  for (const [question, answer] of asked) {
    const now =
      typeof question === "string" ? surroundings.isFirst(question, claim) : surroundings.usedAmount(question, claim);
    if (!isSame(answer, now)) return true;
  }
  return false;
}

function isSame(before: Answer, now: Answer): boolean {
  if (before === now) return true;
  return typeof before === "object" && typeof now === "object" && isSameAmount(before, now);
}

/** The amounts, and the places that they name: a place in a part that was read anew is another place. */
function isSameAmount(before: UsedAmount, now: UsedAmount): boolean {
  return (
    sums.every((sum) => isSameSum(before[sum], now[sum])) &&
    facts.every((fact) => before[fact] === now[fact]) &&
    isSameStated(before.stated, now.stated) &&
    isSamePlace(before.passedAt?.span, now.passedAt?.span)
  );
}

const sums = ["before", "after", "beforeClaim", "afterClaim", "afterVisit"] as const;
const facts = ["mayCross", "isMissing", "margin"] as const;

function isSameStated(before: StatedAmount | undefined, now: StatedAmount | undefined): boolean {
  return before?.amount?.value === now?.amount?.value && isSamePlace(before?.span, now?.span);
}

function isSameSum(before: Bounds, now: Bounds): boolean {
  return before.low === now.low && before.high === now.high;
}

function isSamePlace(before: Span | undefined, now: Span | undefined): boolean {
  return before?.part === now?.part && before?.start === now?.start;
}
