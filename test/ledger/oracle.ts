import { type CalendarDate, yearOf } from "../../server/src/model/date.ts";
import type { Bucket } from "../../server/src/model/discipline.ts";
import type { Bounds } from "../../server/src/model/used-amount.ts";
import type { DecidedAmount, Sources } from "../../server/src/ledger/source.ts";

import { decide, shareWholeClaims, tellOnce } from "./oracle-decisions.ts";
import { type Billed, type Service, addCopy, countOnce, firstDate, pairForms } from "./oracle-papers.ts";
import {
  amountOf,
  bucketOf,
  byPlace,
  dateOf,
  doubtRepeated,
  hasNotice,
  linesTelling,
  modifiersOf,
} from "./oracle-services.ts";

/*
 * How a beneficiary's use of the year's amounts is counted, straight from its description: lists, no running sums, and nothing of the
 * product's code.
 */

/** One service, or one day's balance, of one year and bucket. */
export interface SlowStep {
  readonly kind: "service" | "balance";
  readonly date: CalendarDate;
  readonly amount: Bounds;
  readonly source: string;
  readonly before: Bounds;
  readonly after: Bounds;
  readonly isOwn: boolean;
  readonly hasKx: boolean;
  readonly hasNotice: boolean;
  /** The billed lines that tell of it, with their claims. */
  readonly lines: readonly Billed[];
  /** Where a payer first decided it. */
  readonly decidedAt: DecidedAmount["at"] | undefined;
}

export interface SlowYear {
  readonly year: number;
  readonly bucket: Bucket;
  readonly steps: readonly SlowStep[];
  readonly isMissing: boolean;
}

type Opening = Readonly<Partial<Record<Bucket, number>>>;

export function slowLedger(sources: Sources, opening: Opening = {}): readonly SlowYear[] {
  const sent = countOnce(sources.claims.filter(({ form }) => form === "claim"));
  const noted = countOnce(sources.claims.filter(({ form }) => form === "superbill"));
  const services = pairForms(sent, noted);
  for (const { kept, copy } of [...sent.copies, ...noted.copies]) addCopy(services, kept, copy);
  const once = tellOnce(sources.decided);
  const decided = once.filter((one) => !one.isForAnother);
  const others = decide(
    services,
    decided.filter((one) => !one.isWholeClaim),
    [...sent.gone, ...noted.gone],
  );
  shareWholeClaims(
    services,
    decided.filter((one) => one.isWholeClaim),
  );
  const counting = services
    .filter((one) => !wasBilledWithAnother(one, services))
    .filter((one) => !isOfAnother(one, once));
  doubtRepeated(counting);
  const all = [...counting, ...others];
  const balances = [...sources.balances, ...[...sent.standing, ...noted.standing].flatMap((claim) => claim.balances)];
  const years = new Set<number>();
  for (const service of all) {
    const date = dateOf(service);
    if (date !== undefined && bucketOf(service) !== undefined) years.add(yearOf(date));
  }
  for (const balance of balances) if (balance.amount !== undefined) years.add(balance.year);
  const found: SlowYear[] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    for (const bucket of ["PT/SLP", "OT"] as const) {
      const one = yearFrom(all, { year, bucket, opening, balances });
      if (one.steps.some((step) => step.source !== "opening")) found.push(one);
    }
  }
  return found;
}

/** Its claim, by number and date, was decided under a corrected id alone. */
function isOfAnother(service: Service, decided: readonly DecidedAmount[]): boolean {
  if (service.decisions.length > 0) return false;
  return [service.sent, service.noted].some((billed) =>
    decided.some(
      (one) =>
        one.isForAnother &&
        one.date !== undefined &&
        one.claimId !== undefined &&
        billed?.claim.claimId === one.claimId &&
        [billed.line.date, one.isWholeClaim ? firstDate(billed.claim) : undefined].includes(one.date),
    ),
  );
}

/** Superbill lines that were sent, and decided, as fewer lines of as many units. The sent one tells of them all. */
function wasBilledWithAnother(one: Service, services: readonly Service[]): boolean {
  if (one.sent !== undefined || one.noted === undefined) return false;
  const line = one.noted.line;
  const equals = services.filter((other) => {
    const lead = (other.sent ?? other.noted)?.line;
    return lead !== undefined && lead.date === line.date && lead.code === line.code && lead.bucket === line.bucket;
  });
  const sent = equals.filter((other) => other.sent !== undefined);
  const count = (lines: readonly (number | undefined)[]): number =>
    lines.reduce<number>((sum, units) => sum + (units ?? Number.NaN), 0);
  if (sent.length === 0 || sent.some(({ decisions }) => decisions.length === 0)) return false;
  if (
    count(sent.map((other) => other.sent?.line.units)) !==
    count(equals.flatMap((other) => (other.noted ? [other.noted.line.units] : [])))
  ) {
    return false;
  }
  sent[0]?.copies.push(one.noted, ...one.copies);
  return true;
}

interface Day {
  readonly asOf: CalendarDate;
  readonly amount: Bounds;
  readonly source: string;
}

function dayOf(asOf: CalendarDate, ofDay: Sources["balances"]): Day {
  const answers = ofDay.filter((one) => one.source === "eligibility");
  const best = answers.length > 0 ? answers : ofDay;
  const amounts = best.flatMap((one) => one.amount ?? []);
  const high = best.some((one) => one.isAtLeast) ? Infinity : Math.max(...amounts);
  return { asOf, source: best[0]?.source ?? "", amount: { low: Math.min(...amounts), high } };
}

function yearFrom(
  services: readonly Service[],
  of: { year: number; bucket: Bucket; opening: Opening; balances: Sources["balances"] },
): SlowYear {
  const { year, bucket, opening, balances } = of;
  const told = balances.filter((one) => one.year === year && one.bucket === bucket);
  const asOfs = [...new Set(told.flatMap((one) => (one.amount === undefined ? [] : one.asOf)))].sort();
  const days = asOfs.map((asOf) =>
    dayOf(
      asOf,
      told.filter((one) => one.asOf === asOf && one.amount !== undefined),
    ),
  );
  const begin = told.length > 0 ? undefined : opening[bucket];
  const counting = services.filter((one) => [bucket, "unknown"].includes(bucketOf(one) ?? "")).sort(byPlace);
  const partOf = (service: Service): Bounds => {
    const { low, high } = amountOf(service).amount;
    return bucketOf(service) === bucket ? { low, high } : { low: Math.min(0, low), high: Math.max(0, high) };
  };
  const undated = counting.filter((one) => dateOf(one) === undefined).map((one) => amountOf(one).amount);
  const ofYear = counting.filter((one) => dateOf(one)?.startsWith(String(year)) === true);

  /** The sum of what counts, seen on a date. */
  const sum = (on: CalendarDate | undefined, counts: (service: Service, place: number) => boolean): Bounds => {
    const day = days.findLast((one) => on === undefined || one.asOf < on);
    const base = day?.amount ?? (begin === undefined || days.length > 0 ? unknown : { low: begin, high: begin });
    const added = ofYear.filter(
      (one, place) => counts(one, place) && (day === undefined || (dateOf(one) ?? "") > day.asOf),
    );
    const low = total(added.map((one) => partOf(one).low)) + total(undated.map((one) => Math.min(0, one.low)));
    const high = total(added.map((one) => partOf(one).high)) + total(undated.map((one) => Math.max(0, one.high)));
    const most = day === undefined && days[0] !== undefined ? days[0].amount.high : Infinity;
    return { low: Math.min(most, base.low + low), high: Math.min(most, base.high + high) };
  };

  const steps: SlowStep[] = [];
  const balanceSteps = (until: CalendarDate | undefined, since: CalendarDate | undefined): void => {
    for (const day of days) {
      if (until !== undefined && day.asOf >= until) continue;
      if (since !== undefined && day.asOf < since) continue;
      if (steps.some((step) => step.kind === "balance" && step.date === day.asOf)) continue;
      const before = sum(day.asOf, (service) => (dateOf(service) ?? "") <= day.asOf);
      const after = sum(dayAfter(day.asOf), () => false);
      const { amount, source } = day;
      steps.push({ kind: "balance", date: day.asOf, amount, source, before, after, ...nobody });
    }
  };
  if (begin !== undefined) {
    const after = sum(undefined, () => false);
    const amount = { low: begin, high: begin };
    steps.push({ kind: "balance", date: `${year}-01-01`, amount, source: "opening", before: after, after, ...nobody });
  }
  ofYear.forEach((service, place) => {
    const date = dateOf(service) as CalendarDate;
    balanceSteps(date, undefined);
    const { source } = amountOf(service);
    steps.push({
      kind: "service",
      date,
      source,
      amount: partOf(service),
      before: sum(date, (_other, otherPlace) => otherPlace < place),
      after: sum(date, (_other, otherPlace) => otherPlace <= place),
      isOwn: bucketOf(service) === bucket,
      hasKx: modifiersOf(service).includes("KX"),
      hasNotice: hasNotice(service),
      lines: linesTelling(service),
      decidedAt: service.decisions[0]?.at,
    });
  });
  balanceSteps(undefined, undefined);
  return { year, bucket, steps, isMissing: told.length === 0 && begin === undefined };
}

const unknown: Bounds = { low: 0, high: Infinity };
const nobody = { isOwn: false, hasKx: false, hasNotice: false, lines: [], decidedAt: undefined };

function dayAfter(date: CalendarDate): CalendarDate {
  return new Date(Date.parse(date) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10) as CalendarDate;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
