import type { Claim, ServiceLine, StatedAmount } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { Cents } from "../model/money.ts";
import type { Bounds } from "../model/used-amount.ts";
import { limitedTo, sumOf, unknown } from "./bounds.ts";
import type { Figure } from "./figures.ts";

/** What a line adds, or may add, to one bucket of one year. */
export interface Contribution {
  readonly claim: Claim;
  readonly line: ServiceLine;
  readonly date: CalendarDate;
  readonly amount: Bounds;
  /** Whether the line is certainly of this bucket. */
  readonly isOwn: boolean;
}

/** What a year and bucket begin with. */
export interface Beginning {
  /** By date, one a date. */
  readonly figures: readonly Figure[];
  /** Before the first line; counts only where there are no figures. */
  readonly opening: Bounds;
  /** What lines without a date may add anywhere in the year. */
  readonly undated: Bounds;
  readonly threshold: Cents | undefined;
}

/** One contribution's place in the running sum. */
export interface Step {
  readonly contribution: Contribution;
  readonly before: Bounds;
  readonly after: Bounds;
  readonly stated: StatedAmount | undefined;
  /** The line with which the sum certainly passed the threshold: this one or one before it, since the last stated amount. */
  readonly passedAt: ServiceLine | undefined;
}

/** The running sum over contributions in their order. Each figure begins it anew on the day after its date. */
export function courseOf(contributions: readonly Contribution[], beginning: Beginning): readonly Step[] {
  const { figures, undated, threshold = Number.POSITIVE_INFINITY } = beginning;
  const [firstFigure] = figures;
  let sum = sumOf(firstFigure ? unknown : beginning.opening, undated);
  let stated = firstFigure?.stated;
  // Services on or before the first figure's date are part of it: together they are at most as much.
  let limit = firstFigure?.amount.high ?? Number.POSITIVE_INFINITY;
  let passedAt: ServiceLine | undefined;
  let next = 0;
  return contributions.map((contribution) => {
    for (let figure = figures[next]; figure && figure.asOf < contribution.date; figure = figures[++next]) {
      sum = sumOf(figure.amount, undated);
      stated = figure.stated;
      limit = Number.POSITIVE_INFINITY;
      passedAt = undefined;
    }
    const before = limitedTo(limit, sum);
    sum = sumOf(sum, contribution.amount);
    const after = limitedTo(limit, sum);
    if (before.low <= threshold && after.low > threshold) passedAt = contribution.line;
    return { contribution, before, after, stated, passedAt };
  });
}

const smallestMargin: Cents = 100_00;

/** What an average date of the bucket and year comes to, as far as amounts are known; at least 100 dollars. */
export function averageVisit(contributions: readonly Contribution[]): Cents {
  const dates = new Set<CalendarDate>();
  let total = 0;
  for (const { amount, date, isOwn } of contributions) {
    if (!isOwn || amount.low !== amount.high || amount.low <= 0) continue;
    dates.add(date);
    total += amount.low;
  }
  return dates.size === 0 ? smallestMargin : Math.max(smallestMargin, Math.round(total / dates.size));
}
