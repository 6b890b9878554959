import type { Claim, StatedAmount } from "../model/claim.ts";
import { type CalendarDate, addDays, yearOf } from "../model/date.ts";
import type { Bucket } from "../model/discipline.ts";
import type { Cents } from "../model/money.ts";
import type { Bounds } from "../model/used-amount.ts";
import { exactly } from "./bounds.ts";
import { firstDateOf } from "./standing-claims.ts";

/** What was used of a year's amount up to a date, services of that date included. */
export interface Figure {
  readonly asOf: CalendarDate;
  /** Exact, or the least and the most of what is stated for the same date. */
  readonly amount: Bounds;
  readonly stated: StatedAmount;
}

/** What the claims state, by `yearKey`. An empty list: a label stands without an amount, so the biller says that it is not known. */
export function statedFigures(claims: readonly Claim[]): ReadonlyMap<string, readonly Figure[]> {
  const years = new Map<string, Figure[]>();
  const seen = new Map<Part, Set<number>>();
  for (const { stated, asOf, year } of claims.flatMap(statementsOf).sort(byDate)) {
    if (stated.amount !== undefined && !isNew(stated, seen)) continue;
    const key = yearKey(year, stated.bucket);
    const figures = years.get(key) ?? [];
    years.set(key, figures);
    if (stated.amount !== undefined) addFigure(figures, { asOf, stated, cents: stated.amount.value });
  }
  return years;
}

export function yearKey(year: number, bucket: Bucket): string {
  return `${String(year)} ${bucket}`;
}

/** Where an amount is written. */
type Part = StatedAmount["span"]["part"];

interface Statement {
  readonly stated: StatedAmount;
  readonly year: number;
  readonly asOf: CalendarDate;
}

function statementsOf(claim: Claim): readonly Statement[] {
  if (claim.statedAmounts.length === 0) return [];
  const firstDate = firstDateOf(claim);
  return claim.statedAmounts.flatMap((stated): readonly Statement[] => {
    if (stated.asOf !== undefined) return [{ stated, year: yearOf(stated.asOf.value), asOf: stated.asOf.value }];
    if (firstDate === undefined) return [];
    const asOf = addDays(firstDate, -1);
    if (stated.amount !== undefined) return [{ stated, year: yearOf(firstDate), asOf }];
    // What is not known is not known in any year of the claim.
    return yearsOf(claim).map((year) => ({ stated, year, asOf }));
  });
}

function yearsOf(claim: Claim): readonly number[] {
  const years = claim.serviceLines.flatMap((line) => (line.dateOfService ? [yearOf(line.dateOfService.value)] : []));
  return [...new Set(years)];
}

function byDate(first: Statement, second: Statement): number {
  if (first.asOf === second.asOf) return 0;
  return first.asOf < second.asOf ? -1 : 1;
}

/** One amount that governs several claims without a date of its own means before the earliest of them. */
function isNew(stated: StatedAmount, seen: Map<Part, Set<number>>): boolean {
  const starts = seen.get(stated.span.part) ?? new Set();
  seen.set(stated.span.part, starts);
  if (starts.has(stated.span.start)) return false;
  starts.add(stated.span.start);
  return true;
}

function addFigure(figures: Figure[], added: { asOf: CalendarDate; stated: StatedAmount; cents: Cents }): void {
  const { asOf, stated, cents } = added;
  const last = figures.at(-1);
  if (last?.asOf !== asOf) {
    figures.push({ asOf, stated, amount: exactly(cents) });
    return;
  }
  const amount = { low: Math.min(last.amount.low, cents), high: Math.max(last.amount.high, cents) };
  figures.splice(-1, 1, { asOf, stated: last.stated, amount });
}
