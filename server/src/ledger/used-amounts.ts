import type { ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { Cents } from "../model/money.ts";
import { isInOtherFile } from "../model/place.ts";
import type { Bounds, PassingPlace, RestingPlace, UsedAmount } from "../model/used-amount.ts";
import type { Figure } from "./balances.ts";
import { sumOf, unknown } from "./bounds.ts";
import { contradictionOn } from "./contradictions.ts";
import { type Contribution, type Step, type YearOfBucket, averageVisit } from "./course.ts";
import { hasKx, hasNotice } from "./estimates.ts";
import { type Service, tellersOf } from "./services.ts";
import type { BilledClaim, BilledLine } from "./source.ts";

/** What a year has besides its running sum. */
export interface KnownOfYear {
  readonly year: YearOfBucket;
  readonly steps: readonly Step[];
  readonly threshold: Cents | undefined;
  readonly isMissing: boolean;
}

/** Adds what was used before and with each line of the document at hand that is certainly of the bucket. */
export function addUsedAmounts(used: Map<ServiceLine, UsedAmount>, known: KnownOfYear): void {
  const { year, steps, threshold, isMissing } = known;
  const ofYear = {
    year: year.year,
    bucket: year.bucket,
    isMissing,
    margin: averageVisit(year.contributions),
    attestedFrom: attestedFrom(year.contributions),
  };
  const visits = new Map<CalendarDate, Extent>();
  const claims = new Map<BilledClaim, Extent>();
  for (const step of steps) extendAll(step, visits, claims);
  const earlier = new EarlierVisits();
  const rests = new Map<Figure, RestingPlace>();
  const contradictions = new Map<BilledClaim, UsedAmount["contradiction"]>();
  for (const { contribution, before, after, restsOn, passedAt } of steps) {
    if (contribution === undefined) continue;
    earlier.goTo(contribution);
    const visit = visits.get(contribution.date);
    if (!contribution.isOwn || visit === undefined) continue;
    const ofStep = {
      amount: contribution.amount,
      before,
      after,
      afterVisit: visit.after,
      restsOn: restsOn && restingPlaceOf(restsOn, rests),
      isFromPayer: restsOn !== undefined || earlier.areDecided,
      kxOn: earlier.kxOn,
      lastVisit: earlier.lastVisit,
      mayCross: mayCross(visit, threshold),
      passedAt: passedAt && passingPlaceOf(passedAt.service),
    };
    for (const { line, claim } of tellersOf(contribution.service)) {
      if (isElsewhere(line.at)) continue;
      if (!contradictions.has(claim)) contradictions.set(claim, contradictionOn(claim, year));
      used.set(line.at, joined(ofYear, ofStep, claims.get(claim), contradictions.get(claim)));
    }
  }
}

type OfYear = Pick<UsedAmount, "year" | "bucket" | "isMissing" | "margin" | "attestedFrom">;
type OfStep = Omit<UsedAmount, keyof OfYear | "beforeClaim" | "afterClaim" | "contradiction">;

/** Written out: a large file has hundreds of thousands, and spreading is slow. */
function joined(
  ofYear: OfYear,
  ofStep: OfStep,
  ofClaim: Extent = nothing,
  contradiction: UsedAmount["contradiction"],
): UsedAmount {
  return {
    year: ofYear.year,
    bucket: ofYear.bucket,
    amount: ofStep.amount,
    before: ofStep.before,
    after: ofStep.after,
    beforeClaim: ofClaim.before,
    afterClaim: ofClaim.after,
    afterVisit: ofStep.afterVisit,
    restsOn: ofStep.restsOn,
    isFromPayer: ofStep.isFromPayer,
    isMissing: ofYear.isMissing,
    mayCross: ofStep.mayCross,
    margin: ofYear.margin,
    kxOn: ofStep.kxOn,
    lastVisit: ofStep.lastVisit,
    attestedFrom: ofYear.attestedFrom,
    contradiction,
    passedAt: ofStep.passedAt,
  };
}

const nothing: Extent = { before: unknown, after: unknown };

function mayCross({ before, after }: Extent, threshold: Cents | undefined): boolean {
  return threshold !== undefined && before.low < threshold && after.high > threshold;
}

/** The sum before the first and after the last step of a visit or a claim. */
interface Extent {
  readonly before: Bounds;
  after: Bounds;
}

function extendAll(step: Step, visits: Map<CalendarDate, Extent>, claims: Map<BilledClaim, Extent>): void {
  if (step.contribution === undefined) return;
  const { date, service } = step.contribution;
  extend(visits, date, step);
  for (const { claim, line } of tellersOf(service)) if (!isElsewhere(line.at)) extend(claims, claim, step);
}

function extend<Key>(extents: Map<Key, Extent>, key: Key, { before, after }: Step): void {
  const extent = extents.get(key);
  if (extent === undefined) extents.set(key, { before, after });
  else extent.after = after;
}

/** What the dates before a line's own came to, as the lines of a year come in their order. */
class EarlierVisits {
  kxOn: CalendarDate | undefined;
  lastVisit: Bounds | undefined;
  /** Whether there is an earlier date, and remittances tell what every one came to. */
  areDecided = false;
  #date: CalendarDate | undefined;
  #amount: Bounds | undefined;
  #hasKx = false;
  #isDecided = true;

  goTo(contribution: Contribution): void {
    const { date, isOwn, amount, source, service } = contribution;
    if (this.#date !== date) this.#endDate();
    this.#date = date;
    this.#isDecided &&= source === "remittance";
    if (!isOwn) return;
    this.#amount = this.#amount === undefined ? amount : sumOf(this.#amount, amount);
    this.#hasKx ||= hasKx(service);
  }

  #endDate(): void {
    if (this.#date === undefined) return;
    this.areDecided = this.#isDecided;
    if (this.#hasKx) this.kxOn = this.#date;
    this.lastVisit = this.#amount ?? this.lastVisit;
    this.#amount = undefined;
    this.#hasKx = false;
  }
}

function attestedFrom(contributions: readonly Contribution[]): CalendarDate | undefined {
  let first: CalendarDate | undefined;
  for (const { service, isOwn, date } of contributions) {
    if (!isOwn || hasNotice(service)) continue;
    if (!hasKx(service)) return undefined;
    first ??= date;
  }
  return first;
}

function restingPlaceOf(figure: Figure, known: Map<Figure, RestingPlace>): RestingPlace {
  const place = known.get(figure);
  if (place !== undefined) return place;
  const [{ source, amount = 0, at, assumed }] = figure.balances;
  const added = { source, amount, asOf: figure.asOf, place: at, assumed };
  known.set(figure, added);
  return added;
}

/** The line in the document at hand before those of other files. */
function passingPlaceOf(service: Service): PassingPlace | undefined {
  const tellers = tellersOf(service);
  for (const { line } of tellers) if (!isElsewhere(line.at)) return { at: line.at.procedure, line: line.at };
  const [first] = tellers;
  const at = first !== undefined && isElsewhere(first.line.at) ? first.line.at : service.decisions[0]?.at;
  return at && { at, line: undefined };
}

function isElsewhere(at: BilledLine["at"]): at is Exclude<BilledLine["at"], ServiceLine> {
  return !("procedure" in at) && isInOtherFile(at);
}
