import type { Claim, ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { Discipline } from "../model/discipline.ts";
import { type Place, isInOtherFile } from "../model/place.ts";
import type { Bounds, Reach, UsedAmount } from "../model/used-amount.ts";
import type { DatedLine } from "../model/visit.ts";
import { mostClaims } from "./elsewhere.ts";

/** What the claims of a document share. Its answers may change without the claim that asks. */
export interface Surroundings {
  /** One for each of the lines, which stand on the claim or on others of its beneficiary. */
  usedAmounts(lines: readonly ServiceLine[], claim: Claim): UsedAmounts;
  /** Of the sums of the claim's beneficiary. */
  reach(claim: Claim): Reach;
  isFirst(topic: string, claim: Claim): boolean;
  othersOn(date: CalendarDate, claim: Claim): readonly DatedLine[];
  linesWith(codes: readonly string[], from: CalendarDate, to: CalendarDate, claim: Claim): readonly DatedLine[];
  treatmentDays(discipline: Discipline, from: CalendarDate, to: CalendarDate, claim: Claim): number;
}

export type UsedAmounts = readonly (UsedAmount | undefined)[];

/** Something that a claim's rules asked beyond it, and the answer that they were given. It may be another one without the claim. */
export type Asking =
  | { readonly about: "usedAmounts"; readonly lines: readonly ServiceLine[]; readonly answer: UsedAmounts }
  | { readonly about: "reach"; readonly answer: Reach }
  | { readonly about: "isFirst"; readonly topic: string; readonly answer: boolean }
  | { readonly about: "othersOn"; readonly date: CalendarDate; readonly answer: readonly DatedLine[] }
  | {
      readonly about: "linesWith";
      readonly codes: readonly string[];
      readonly from: CalendarDate;
      readonly to: CalendarDate;
      readonly answer: readonly DatedLine[];
    }
  | {
      readonly about: "treatmentDays";
      readonly discipline: Discipline;
      readonly from: CalendarDate;
      readonly to: CalendarDate;
      readonly answer: number;
    };

/** What a claim's rules asked beyond it: while the answers stay the same and the claim too, so do the findings. */
export type Asked = readonly Asking[];

/**
 * What claims asked, those checked longest ago first. Of a large file it is not kept of all: that takes more memory than the file, and
 * checking costs little.
 */
export class KeptAnswers {
  readonly #asked = new Map<Claim, Asked>();

  keep(claim: Claim, asked: Asked): void {
    this.#asked.delete(claim);
    this.#asked.set(claim, asked);
    for (const first of this.#asked.keys()) {
      if (this.#asked.size <= mostKept) break;
      this.#asked.delete(first);
    }
  }

  forget(claim: Claim): void {
    this.#asked.delete(claim);
  }

  /** Whether the claim was given the answers that it would be given now. */
  areUpToDate(claim: Claim, surroundings: Surroundings): boolean {
    const asked = this.#asked.get(claim);
    return asked?.every((asking) => isSameAnswer(asking, claim, surroundings)) === true;
  }
}

/** Twice those of the largest account: an edit in it then asks all of them, and checks only those to whom it matters. */
const mostKept = 2 * mostClaims;

function isSameAnswer(asking: Asking, claim: Claim, now: Surroundings): boolean {
  switch (asking.about) {
    case "usedAmounts":
      return areSameAmounts(asking.answer, now.usedAmounts(asking.lines, claim));
    case "reach":
      return isSameReach(asking.answer, now.reach(claim));
    case "isFirst":
      return asking.answer === now.isFirst(asking.topic, claim);
    case "othersOn":
      return areSameLines(asking.answer, now.othersOn(asking.date, claim));
    case "linesWith":
      return areSameLines(asking.answer, now.linesWith(asking.codes, asking.from, asking.to, claim));
    case "treatmentDays":
      return asking.answer === now.treatmentDays(asking.discipline, asking.from, asking.to, claim);
  }
}

function isSameReach(before: Reach, now: Reach): boolean {
  return before.certain === now.certain && before.hasKx === now.hasKx;
}

/** A line that was read anew is another line: its values and its place may be others. */
function areSameLines(before: readonly DatedLine[], now: readonly DatedLine[]): boolean {
  return before.length === now.length && before.every(({ line }, place) => line === now[place]?.line);
}

function areSameAmounts(before: UsedAmounts, now: UsedAmounts): boolean {
  return before.length === now.length && before.every((amount, place) => isSameAmount(amount, now[place]));
}

/** The amounts, and the places that they name: a place in a part that was read anew is another place. */
function isSameAmount(before: UsedAmount | undefined, now: UsedAmount | undefined): boolean {
  if (before === undefined || now === undefined) return before === now;
  return (
    sums.every((sum) => isSameSum(before[sum], now[sum])) &&
    facts.every((fact) => before[fact] === now[fact]) &&
    isSameRest(before.restsOn, now.restsOn) &&
    isSameContradiction(before.contradiction, now.contradiction) &&
    isSameAttestation(before.attested, now.attested) &&
    isSamePlace(before.passedAt?.at, now.passedAt?.at)
  );
}

const sums = ["amount", "before", "after", "beforeClaim", "afterClaim", "afterVisit", "lastVisit"] as const;
const facts = ["mayCross", "isMissing", "isFromPayer", "margin", "kxOn", "isPassedInYear"] as const;

function isSameRest(before: UsedAmount["restsOn"], now: UsedAmount["restsOn"]): boolean {
  if (before === undefined || now === undefined) return before === now;
  const { source, amount, asOf, assumed, place } = before;
  return (
    source === now.source &&
    amount === now.amount &&
    asOf === now.asOf &&
    assumed === now.assumed &&
    isSamePlace(place, now.place)
  );
}

function isSameContradiction(before: UsedAmount["contradiction"], now: UsedAmount["contradiction"]): boolean {
  if (before === undefined || now === undefined) return before === now;
  const { stated, ledger, by } = before;
  return (
    stated.amount === now.stated.amount &&
    stated.asOf === now.stated.asOf &&
    isSamePlace(stated.at, now.stated.at) &&
    isSameSum(ledger, now.ledger) &&
    by.source === now.by.source &&
    by.asOf === now.by.asOf &&
    by.amount === now.by.amount &&
    isSamePlace(by.at, now.by.at)
  );
}

function isSameAttestation(before: UsedAmount["attested"], now: UsedAmount["attested"]): boolean {
  return before?.from === now?.from && before?.visits === now?.visits && isSamePlace(before?.at, now?.at);
}

function isSameSum(before: Bounds | undefined, now: Bounds | undefined): boolean {
  return before?.low === now?.low && before?.high === now?.high;
}

function isSamePlace(before: Place | undefined, now: Place | undefined): boolean {
  if (before === undefined || now === undefined) return before === now;
  if (isInOtherFile(before)) return isInOtherFile(now) && before.file === now.file && before.line === now.line;
  return !isInOtherFile(now) && before.part === now.part && before.start === now.start;
}
