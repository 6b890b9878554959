import type { Claim, ServiceLine, StatedAmount } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { Discipline } from "../model/discipline.ts";
import type { Bounds, UsedAmount } from "../model/used-amount.ts";
import type { DatedLine } from "../model/visit.ts";
import type { Span } from "../text/span.ts";

/** What the claims of a document share. Its answers may change without the claim that asks. */
export interface Surroundings {
  usedAmount(line: ServiceLine, claim: Claim): UsedAmount | undefined;
  isFirst(topic: string, claim: Claim): boolean;
  othersOn(date: CalendarDate, claim: Claim): readonly DatedLine[];
  linesWith(codes: readonly string[], from: CalendarDate, to: CalendarDate, claim: Claim): readonly DatedLine[];
  treatmentDays(discipline: Discipline, from: CalendarDate, to: CalendarDate, claim: Claim): number;
}

export type Answer = UsedAmount | boolean | number | readonly DatedLine[] | undefined;

/** Something that a claim's rules ask beyond it; its answer may change without the claim. */
export type Question<T extends Answer = Answer> = (surroundings: Surroundings, claim: Claim) => T;

/** A question, and the answer that the claim's rules were given. */
export interface Asking {
  readonly ask: Question;
  readonly answer: Answer;
}

/** What a claim's rules asked beyond it: while the answers stay the same and the claim too, so do the findings. */
export type Asked = readonly Asking[];

/** Whether any answer is another now. */
export function isStale(asked: Asked, claim: Claim, surroundings: Surroundings): boolean {
  return asked.some(({ ask, answer }) => !isSame(answer, ask(surroundings, claim)));
}

function isSame(before: Answer, now: Answer): boolean {
  if (before === now) return true;
  if (typeof before !== "object" || typeof now !== "object") return false;
  if ("bucket" in before) return "bucket" in now && isSameAmount(before, now);
  return !("bucket" in now) && isSameLines(before, now);
}

/** A line that was read anew is another line: its values and its place may be others. */
function isSameLines(before: readonly DatedLine[], now: readonly DatedLine[]): boolean {
  return before.length === now.length && before.every(({ line }, place) => line === now[place]?.line);
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
const facts = ["mayCross", "isMissing", "margin", "kxOn"] as const;

function isSameStated(before: StatedAmount | undefined, now: StatedAmount | undefined): boolean {
  return before?.amount?.value === now?.amount?.value && isSamePlace(before?.span, now?.span);
}

function isSameSum(before: Bounds, now: Bounds): boolean {
  return before.low === now.low && before.high === now.high;
}

function isSamePlace(before: Span | undefined, now: Span | undefined): boolean {
  return before?.part === now?.part && before?.start === now?.start;
}
