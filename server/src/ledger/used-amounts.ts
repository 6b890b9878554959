import { type Claim, type ServiceLine, hasModifier } from "../model/claim.ts";
import { type CalendarDate, yearOf } from "../model/date.ts";
import type { Bucket } from "../model/discipline.ts";
import type { Cents } from "../model/money.ts";
import type { Bounds, UsedAmount } from "../model/used-amount.ts";
import { atMostAllOf, exactly, sumOf, unknown } from "./bounds.ts";
import { type Contribution, type Step, averageVisit, courseOf } from "./course.ts";
import { statedFigures, yearKey } from "./figures.ts";
import { amountOf } from "./line-amount.ts";
import { standingClaims } from "./standing-claims.ts";

/** What is known of one beneficiary. */
export interface Account {
  /** The claims that carry the beneficiary's id, in document order; or one claim without an id. */
  readonly claims: readonly Claim[];
  /** `unknown` for therapy that does not say which; undefined for a line that counts nowhere. */
  bucketOf(line: ServiceLine, claim: Claim): Bucket | "unknown" | undefined;
  /** Undefined where the year's amount is not known. */
  thresholdOf(year: number): Cents | undefined;
  /** Used before a year's first line, exactly, in years for which the claims state nothing. */
  readonly openingAmounts?: Readonly<Partial<Record<Bucket, Cents>>>;
}

/**
 * What was used before and with each line, in order of date of service and then of place in the text. A line has no used amount
 * where it has no date or no certain bucket, or where its claim is void or was replaced.
 */
export function computeUsedAmounts(account: Account): ReadonlyMap<ServiceLine, UsedAmount> {
  const claims = standingClaims(account.claims);
  const figures = statedFigures(claims);
  const { dated, undated } = contributionsOf(claims, account);
  const used = new Map<ServiceLine, UsedAmount>();
  for (const { year, bucket, contributions } of dated.values()) {
    const stated = figures.get(yearKey(year, bucket));
    const threshold = account.thresholdOf(year);
    const opening = stated === undefined ? account.openingAmounts?.[bucket] : undefined;
    const steps = courseOf(contributions, {
      figures: stated ?? [],
      opening: opening === undefined ? unknown : exactly(opening),
      undated: undated[bucket],
      threshold,
    });
    const isMissing = stated === undefined && opening === undefined;
    const margin = averageVisit(contributions);
    addUsedAmounts(used, steps, { year, bucket, threshold, isMissing, margin });
  }
  return used;
}

interface YearOfBucket {
  readonly year: number;
  readonly bucket: Bucket;
  readonly contributions: Contribution[];
}

interface Contributions {
  /** By `yearKey`, each in order of date and place. */
  readonly dated: ReadonlyMap<string, YearOfBucket>;
  /** What lines without a date may add. */
  readonly undated: Record<Bucket, Bounds>;
}

function contributionsOf(claims: readonly Claim[], account: Account): Contributions {
  const dated = new Map<string, YearOfBucket>();
  const undated: Record<Bucket, Bounds> = { "PT/SLP": exactly(0), OT: exactly(0) };
  for (const claim of claims) {
    for (const line of claim.serviceLines) {
      const bucket = account.bucketOf(line, claim);
      if (bucket === undefined) continue;
      const amount = amountOf(line);
      const date = line.dateOfService?.value;
      for (const counted of bucket === "unknown" ? buckets : [bucket]) {
        if (date === undefined) undated[counted] = sumOf(undated[counted], atMostAllOf(amount));
        else addTo(dated, counted, contribution(claim, line, { date, bucket, amount }));
      }
    }
  }
  for (const { contributions } of dated.values()) contributions.sort(byDate);
  return { dated, undated };
}

const buckets: readonly Bucket[] = ["PT/SLP", "OT"];

function contribution(
  claim: Claim,
  line: ServiceLine,
  known: { date: CalendarDate; bucket: Bucket | "unknown"; amount: Bounds },
): Contribution {
  const { date, bucket, amount } = known;
  if (bucket !== "unknown") return { claim, line, date, amount, isOwn: true };
  // It may all belong to the other bucket.
  return { claim, line, date, amount: atMostAllOf(amount), isOwn: false };
}

function addTo(dated: Map<string, YearOfBucket>, bucket: Bucket, added: Contribution): void {
  const year = yearOf(added.date);
  const key = yearKey(year, bucket);
  const known = dated.get(key);
  if (known === undefined) dated.set(key, { year, bucket, contributions: [added] });
  else known.contributions.push(added);
}

/** Sorting is stable, so that lines of one date keep their place in the text. */
function byDate(first: Contribution, second: Contribution): number {
  if (first.date === second.date) return 0;
  return first.date < second.date ? -1 : 1;
}

type Shared = Pick<UsedAmount, "year" | "bucket" | "isMissing" | "margin"> & { readonly threshold: Cents | undefined };

function addUsedAmounts(used: Map<ServiceLine, UsedAmount>, steps: readonly Step[], shared: Shared): void {
  const { year, bucket, isMissing, margin, threshold } = shared;
  const visits = new Map<CalendarDate, Extent>();
  const claims = new Map<Claim, Extent>();
  const placed = steps.map((step) => ({
    step,
    visit: extend(visits, step.contribution.date, step),
    claim: extend(claims, step.contribution.claim, step),
  }));
  const kxDates = new KxDates();
  for (const { step, visit, claim } of placed) {
    const { contribution, before, after, stated, passedAt } = step;
    if (!contribution.isOwn) continue;
    const kxOn = kxDates.before(contribution);
    used.set(contribution.line, {
      year,
      bucket,
      isMissing,
      margin,
      before,
      after,
      beforeClaim: claim.before,
      afterClaim: claim.after,
      afterVisit: visit.after,
      stated,
      kxOn,
      mayCross: threshold !== undefined && visit.before.low < threshold && visit.after.high > threshold,
      passedAt: passedAt && { line: passedAt, span: passedAt.procedure },
    });
  }
}

/** The dates that carry KX, as the lines of a year come in their order. */
class KxDates {
  #earlier: CalendarDate | undefined;
  #latest: CalendarDate | undefined;

  /** The last date before the line's own. */
  before({ line, date }: Contribution): CalendarDate | undefined {
    if (this.#latest !== undefined && this.#latest < date) this.#earlier = this.#latest;
    if (hasModifier(line, "KX")) this.#latest = date;
    return this.#earlier;
  }
}

/** The sum before the first and after the last step of a visit or a claim. */
interface Extent {
  readonly before: Bounds;
  after: Bounds;
}

function extend<Key>(extents: Map<Key, Extent>, key: Key, { before, after }: Step): Extent {
  const extent = extents.get(key) ?? { before, after };
  extent.after = after;
  extents.set(key, extent);
  return extent;
}
