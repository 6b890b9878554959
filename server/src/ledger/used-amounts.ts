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
import type { Service } from "./services.ts";
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
  const margin = averageVisit(year.contributions);
  const attested = attestedYear(year.contributions);
  const isPassedInYear = isPassedIn(steps, threshold);
  const claims = extentsOfClaims(steps);
  const earlier = new EarlierVisits();
  const rest = new Rest();
  const contradictions = new Contradictions(year);
  let date: CalendarDate | undefined;
  let visit = nothing;
  let place = -1;
  for (const { contribution, before, after, restsOn, passedAt } of steps) {
    place++;
    if (contribution === undefined) continue;
    earlier.goTo(contribution);
    if (contribution.date !== date) visit = { before, after: endOfVisit(contribution.date, place, steps) };
    date = contribution.date;
    if (!contribution.isOwn) continue;
    for (const { line, claim } of contribution.service.tellers) {
      if (isElsewhere(line.at)) continue;
      const ofClaim = claims.get(claim) ?? nothing;
      // Written out: a large file has hundreds of thousands, and spreading is slow.
      used.set(line.at, {
        year: year.year,
        bucket: year.bucket,
        amount: contribution.amount,
        before,
        after,
        beforeClaim: ofClaim.before,
        afterClaim: ofClaim.after,
        afterVisit: visit.after,
        restsOn: restsOn && rest.on(restsOn),
        isFromPayer: restsOn !== undefined || earlier.areDecided,
        isMissing,
        mayCross: mayCross(visit, threshold),
        margin,
        kxOn: earlier.kxOn,
        lastVisit: earlier.lastVisit,
        attested,
        isPassedInYear,
        contradiction: contradictions.on(claim),
        passedAt: passedAt && placeOfService(passedAt.service),
      });
    }
  }
}

/** Those of the year, each claim looked at once. */
class Contradictions {
  readonly #year: YearOfBucket;
  #known: Map<BilledClaim, UsedAmount["contradiction"]> | undefined;

  constructor(year: YearOfBucket) {
    this.#year = year;
  }

  on(claim: BilledClaim): UsedAmount["contradiction"] {
    if (claim.balances.length === 0) return undefined;
    this.#known ??= new Map();
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

const nothing: Extent = { before: unknown, after: unknown };

/** The sum after the last step of a date, of which one stands at a place: those of one date stand together. */
function endOfVisit(date: CalendarDate, place: number, steps: readonly Step[]): Bounds {
  let end = place;
  while (steps[end + 1]?.contribution?.date === date) end++;
  return steps[end]?.after ?? unknown;
}

/** Of those of the document at hand. */
function extentsOfClaims(steps: readonly Step[]): ReadonlyMap<BilledClaim, Extent> {
  const claims = new Map<BilledClaim, Extent>();
  for (const { contribution, before, after } of steps) {
    for (const { claim, line } of contribution?.service.tellers ?? none) {
      if (isElsewhere(line.at)) continue;
      const extent = claims.get(claim);
      if (extent === undefined) claims.set(claim, { before, after });
      else extent.after = after;
    }
  }
  return claims;
}

const none: readonly never[] = [];

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
  let visits = 0;
  let last: CalendarDate | undefined;
  for (const contribution of contributions) {
    const { service, isOwn, date } = contribution;
    if (!isOwn || hasNotice(service)) continue;
    if (!hasKx(service)) return undefined;
    first ??= contribution;
    if (date !== last) visits++;
    last = date;
  }
  const place = first && placeOfService(first.service);
  return first && place && { from: first.date, at: place.at, visits };
}

/** The balance that sums rest on: one object for all lines behind it. */
class Rest {
  #figure: Figure | undefined;
  #place: RestingPlace | undefined;

  on(figure: Figure): RestingPlace {
    if (this.#place !== undefined && this.#figure === figure) return this.#place;
    const [{ source, amount = 0, at, assumed }] = figure.balances;
    this.#figure = figure;
    return (this.#place = { source, amount, asOf: figure.asOf, place: at, assumed });
  }
}

/** The line in the document at hand before those of other files. */
function placeOfService({ tellers, decisions }: Service): PassingPlace | undefined {
  for (const { line } of tellers) if (!isElsewhere(line.at)) return { at: line.at.procedure, line: line.at };
  const [first] = tellers;
  const at = first !== undefined && isElsewhere(first.line.at) ? first.line.at : decisions[0]?.at;
  return at && { at, line: undefined };
}

function isElsewhere(at: BilledLine["at"]): at is Exclude<BilledLine["at"], ServiceLine> {
  return !("procedure" in at) && isInOtherFile(at);
}
