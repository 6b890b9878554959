import type { CalendarDate } from "../model/date.ts";
import type { Bucket } from "../model/discipline.ts";
import { isInOtherFile } from "../model/place.ts";
import type { Bounds } from "../model/used-amount.ts";
import { byText, groupBy } from "./compare.ts";
import type { Balance, BilledClaim, Sources } from "./source.ts";

/** What was used of a year's amount up to a date, services of that date included. */
export interface Figure {
  readonly asOf: CalendarDate;
  /** Exact, or the least and the most of what the best source says for the date. */
  readonly amount: Bounds;
  /** Of that source, in the order of their files. */
  readonly balances: readonly [Balance, ...Balance[]];
}

export function yearKey(year: number, bucket: Bucket): string {
  return `${String(year)} ${bucket}`;
}

/**
 * What eligibility answers and claims say was used, by `yearKey`; those of one year by date. An empty list: a label stands without an
 * amount, so the biller says that it is not known.
 */
export function figuresOf(
  claims: readonly BilledClaim[],
  { balances }: Pick<Sources, "balances">,
): ReadonlyMap<string, readonly Figure[]> {
  const years = new Map<string, readonly Figure[]>();
  const stated = claims.flatMap((claim) => claim.balances);
  if (stated.length === 0 && balances.length === 0) return years;
  const ordered = balances.toSorted((a, b) => byText(a.file, b.file));
  const all = [...ordered, ...statedOnce(stated)];
  for (const [key, ofYear] of groupBy(all, ({ year, bucket }) => yearKey(year, bucket))) {
    const known = ofYear.filter(({ amount }) => amount !== undefined);
    const days = [...groupBy(known, ({ asOf }) => asOf)].sort(([day], [other]) => byText(day, other));
    years.set(
      key,
      days.flatMap(([asOf, ofDay]) => figureOf(asOf, ofDay) ?? []),
    );
  }
  return years;
}

/** One amount that governs several claims without a date of its own means before the earliest of them. */
function statedOnce(stated: readonly Balance[]): readonly Balance[] {
  const seen = new Map<unknown, Set<string>>();
  return stated
    .toSorted((a, b) => byText(a.asOf, b.asOf))
    .filter(({ at, amount, bucket }) => {
      if (amount === undefined) return true;
      const [holder, key] = isInOtherFile(at) ? [at.file, `${String(at.line)} ${bucket}`] : [at.part, String(at.start)];
      const keys = seen.get(holder) ?? new Set();
      seen.set(holder, keys);
      if (keys.has(key)) return false;
      keys.add(key);
      return true;
    });
}

function figureOf(asOf: CalendarDate, ofDay: readonly Balance[]): Figure | undefined {
  const answers = ofDay.filter(({ source }) => source === "eligibility");
  const [first, ...others] = answers.length > 0 ? answers : ofDay;
  if (first === undefined) return undefined;
  const amounts = [first, ...others].map(boundsOf);
  return {
    asOf,
    amount: { low: Math.min(...amounts.map(({ low }) => low)), high: Math.max(...amounts.map(({ high }) => high)) },
    balances: [first, ...others],
  };
}

function boundsOf({ amount = 0, isAtLeast }: Balance): Bounds {
  return { low: amount, high: isAtLeast ? Number.POSITIVE_INFINITY : amount };
}
