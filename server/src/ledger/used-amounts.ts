import type { ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { Cents } from "../model/money.ts";
import { isInOtherFile } from "../model/place.ts";
import type { AttestedYear, Bounds, PassingPlace, RestingPlace, UsedAmount } from "../model/used-amount.ts";
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
    attested: attestedYear(year.contributions),
    isPassedInYear: isPassedIn(steps, threshold),
  };
  const { visits, claims } = extentsOf(steps);
  const earlier = new EarlierVisits();
  const rests = new Map<Figure, RestingPlace>();
  const contradictions = new Contradictions(year);
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
      passedAt: passedAt && placeOfService(passedAt.service),
    };
    for (const { line, claim } of tellersOf(contribution.service)) {
      if (isElsewhere(line.at)) continue;
      used.set(line.at, joined(ofYear, ofStep, claims.get(claim), contradictions.on(claim)));
    }
  }
}

type OfYear = Pick<UsedAmount, "year" | "bucket" | "isMissing" | "margin" | "attested" | "isPassedInYear">;
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
    attested: ofYear.attested,
    isPassedInYear: ofYear.isPassedInYear,
    contradiction,
    passedAt: ofStep.passedAt,
  };
}

const nothing: Extent = { before: unknown, after: unknown };

/** Those of the year, each claim looked at once. */
class Contradictions {
  readonly #year: YearOfBucket;
  readonly #known = new Map<BilledClaim, UsedAmount["contradiction"]>();

  constructor(year: YearOfBucket) {
    this.#year = year;
  }

  on(claim: BilledClaim): UsedAmount["contradiction"] {
    if (!this.#known.has(claim)) this.#known.set(claim, contradictionOn(claim, this.#year));
    return this.#known.get(claim);
  }
}

function isPassedIn(steps: readonly Step[], threshold: Cents | undefined): boolean {
  return threshold !== undefined && steps.some(({ after }) => after.low > threshold);
}

function mayCross({ before, after }: Extent, threshold: Cents | undefined): boolean {
  return threshold !== undefined && before.low < threshold && after.high > threshold;
}

/** The sum before the first and after the last step of a visit or a claim. */
interface Extent {
  readonly before: Bounds;
  after: Bounds;
}

function extentsOf(steps: readonly Step[]): {
  readonly visits: ReadonlyMap<CalendarDate, Extent>;
  readonly claims: ReadonlyMap<BilledClaim, Extent>;
} {
  const visits = new Map<CalendarDate, Extent>();
  const claims = new Map<BilledClaim, Extent>();
  for (const step of steps) if (step.contribution !== undefined) extendAll(step, step.contribution, visits, claims);
  return { visits, claims };
}

function extendAll(
  step: Step,
  { date, service }: Contribution,
  visits: Map<CalendarDate, Extent>,
  claims: Map<BilledClaim, Extent>,
): void {
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

function attestedYear(contributions: readonly Contribution[]): AttestedYear | undefined {
  let first: Contribution | undefined;
  const dates = new Set<CalendarDate>();
  for (const contribution of contributions) {
    const { service, isOwn, date } = contribution;
    if (!isOwn || hasNotice(service)) continue;
    if (!hasKx(service)) return undefined;
    first ??= contribution;
    dates.add(date);
  }
  const place = first && placeOfService(first.service);
  return first && place && { from: first.date, at: place.at, visits: dates.size };
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
function placeOfService(service: Service): PassingPlace | undefined {
  const tellers = tellersOf(service);
  for (const { line } of tellers) if (!isElsewhere(line.at)) return { at: line.at.procedure, line: line.at };
  const [first] = tellers;
  const at = first !== undefined && isElsewhere(first.line.at) ? first.line.at : service.decisions[0]?.at;
  return at && { at, line: undefined };
}

function isElsewhere(at: BilledLine["at"]): at is Exclude<BilledLine["at"], ServiceLine> {
  return !("procedure" in at) && isInOtherFile(at);
}
