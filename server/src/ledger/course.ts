import type { CalendarDate } from "../model/date.ts";
import { yearOf } from "../model/date.ts";
import type { Bucket } from "../model/discipline.ts";
import type { Cents } from "../model/money.ts";
import type { Bounds } from "../model/used-amount.ts";
import { type Figure, yearKey } from "./balances.ts";
import { atMostAllOf, exactly, limitedTo, sumOf, unknown } from "./bounds.ts";
import type { Counted, Estimates } from "./estimates.ts";
import { type Service, bucketOf } from "./services.ts";

/** What a service adds, or may add, to one bucket of one year. */
export interface Contribution extends Counted {
  readonly service: Service;
  readonly date: CalendarDate;
  /** Whether it is certainly of this bucket. */
  readonly isOwn: boolean;
}

/** One amount of one year: what it begins with, and what counts against it. */
export interface YearOfBucket {
  readonly year: number;
  readonly bucket: Bucket;
  /** By date. */
  readonly contributions: Contribution[];
  /** By date, one a date; undefined where nobody says anything of it. */
  readonly figures: readonly Figure[] | undefined;
  /** What services without a date may add anywhere in the year. */
  readonly undated: Bounds;
}

/** A place in the running sum. */
export interface Step {
  /** Exactly one of the two. */
  readonly contribution: Contribution | undefined;
  readonly figure: Figure | undefined;
  readonly before: Bounds;
  readonly after: Bounds;
  /** What the sum rests on. */
  readonly restsOn: Figure | undefined;
  /** What the sum certainly passed the threshold with: this one or one before it, since the last balance. */
  readonly passedAt: Contribution | undefined;
}

const buckets: readonly Bucket[] = ["PT/SLP", "OT"];

/** Every year and bucket that services or balances speak of. `services` come in their order. */
export function yearsOf(
  services: readonly Service[],
  figures: ReadonlyMap<string, readonly Figure[]>,
  estimates: Estimates,
): readonly YearOfBucket[] {
  const years = new Map<string, YearOfBucket>();
  const undated = undatedOf(services, estimates);
  let last: YearOfBucket | undefined;
  const yearFor = (year: number, bucket: Bucket): YearOfBucket => {
    // Mostly that of the service before it.
    if (last?.year === year && last.bucket === bucket) return last;
    const key = yearKey(year, bucket);
    last = years.get(key) ?? { year, bucket, contributions: [], figures: figures.get(key), undated: undated[bucket] };
    years.set(key, last);
    return last;
  };
  for (const service of services) {
    const { date } = service;
    const bucket = bucketOf(service);
    if (date === undefined || bucket === undefined) continue;
    const counted = estimates.of(service);
    for (const own of bucketsOf(bucket)) {
      yearFor(yearOf(date), own).contributions.push(contributionOf(service, date, bucket !== "unknown", counted));
    }
  }
  for (const [key, [figure]] of figures) {
    const [balance] = figure?.balances ?? [];
    if (balance !== undefined && !years.has(key)) yearFor(balance.year, balance.bucket);
  }
  return [...years.values()];
}

/** What services without a date may add to each bucket. */
function undatedOf(services: readonly Service[], estimates: Estimates): Readonly<Record<Bucket, Bounds>> {
  const undated: Record<Bucket, Bounds> = { "PT/SLP": nothing, OT: nothing };
  for (const service of services) {
    const bucket = service.date === undefined ? bucketOf(service) : undefined;
    if (bucket === undefined) continue;
    const amount = atMostAllOf(estimates.of(service).amount);
    for (const own of bucketsOf(bucket)) undated[own] = sumOf(undated[own], amount);
  }
  return undated;
}

const nothing = exactly(0);

/** Those that a service may count in. */
function bucketsOf(bucket: Bucket | "unknown"): readonly Bucket[] {
  return bucket === "unknown" ? buckets : bucketAlone[bucket];
}

const bucketAlone: Readonly<Record<Bucket, readonly Bucket[]>> = { "PT/SLP": ["PT/SLP"], OT: ["OT"] };

function contributionOf(service: Service, date: CalendarDate, isOwn: boolean, counted: Counted): Contribution {
  const { amount, source, doubts } = counted;
  // It may all belong to the other bucket.
  return { service, date, isOwn, amount: isOwn ? amount : atMostAllOf(amount), source, doubts };
}

/** The running sum over the contributions in their order. Each figure begins it anew on the day after its date. */
export function courseOf(
  year: YearOfBucket,
  opening: Cents | undefined,
  threshold: Cents = Number.POSITIVE_INFINITY,
): readonly Step[] {
  const { contributions, figures = [], undated } = year;
  const [firstFigure] = figures;
  const steps: Step[] = [];
  let sum = sumOf(firstFigure !== undefined || opening === undefined ? unknown : exactly(opening), undated);
  let restsOn = firstFigure;
  // Services on or before the first figure's date are part of it: together they are at most as much.
  let limit = firstFigure?.amount.high ?? Number.POSITIVE_INFINITY;
  let passedAt: Contribution | undefined;
  let next = 0;
  const beginAnewBefore = (date: CalendarDate | undefined): void => {
    for (let figure = figures[next]; figure && (date === undefined || figure.asOf < date); figure = figures[++next]) {
      const before = limitedTo(limit, sum);
      sum = sumOf(figure.amount, undated);
      restsOn = figure;
      limit = Number.POSITIVE_INFINITY;
      passedAt = undefined;
      steps.push({ contribution: undefined, figure, before, after: sum, restsOn, passedAt });
    }
  };
  for (const contribution of contributions) {
    beginAnewBefore(contribution.date);
    const before = limitedTo(limit, sum);
    sum = sumOf(sum, contribution.amount);
    const after = limitedTo(limit, sum);
    if (before.low <= threshold && after.low > threshold) passedAt = contribution;
    steps.push({ contribution, figure: undefined, before, after, restsOn, passedAt });
  }
  beginAnewBefore(undefined);
  return steps;
}

const smallestMargin: Cents = 100_00;

/** What an average date of the bucket and year comes to, as far as amounts are known; at least 100 dollars. */
export function averageVisit(contributions: readonly Contribution[]): Cents {
  let total = 0;
  let dates = 0;
  let last: CalendarDate | undefined;
  for (const { amount, date, isOwn } of contributions) {
    if (!isOwn || amount.low !== amount.high || amount.low <= 0) continue;
    if (date !== last) dates++;
    last = date;
    total += amount.low;
  }
  return dates === 0 ? smallestMargin : Math.max(smallestMargin, Math.round(total / dates));
}
