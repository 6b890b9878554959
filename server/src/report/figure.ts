import { type Cents, formatCents } from "../model/money.ts";
import type { Bounds } from "../model/used-amount.ts";

/** How an amount is to be read. */
export type Bound = "exact" | "at-least" | "at-most" | "unknown";

/** An amount in one number, as far as one tells it. */
export interface Figure {
  readonly bound: Bound;
  /** Undefined where nothing is known. */
  readonly cents: Cents | undefined;
}

/** What is certainly used goes before what may be used, unless the most is asked for and something tells it. */
export function figureOf({ low, high }: Bounds, tellsMost = false): Figure {
  if (low === high) return { bound: "exact", cents: low };
  if (tellsMost && Number.isFinite(high)) return { bound: "at-most", cents: high };
  if (low > 0) return { bound: "at-least", cents: low };
  return Number.isFinite(high) ? { bound: "at-most", cents: high } : { bound: "unknown", cents: undefined };
}

/** Both bounds in words: `2,431.76`, `at least 1,200.00`, `1,200.00 to 1,310.00`, `not known`. */
export function boundsInWords(bounds: Bounds): string {
  const { bound, cents } = figureOf(bounds);
  if (cents === undefined) return "not known";
  if (bound === "exact") return formatCents(cents);
  if (bound === "at-most") return `at most ${formatCents(cents)}`;
  return Number.isFinite(bounds.high)
    ? `${formatCents(bounds.low)} to ${formatCents(bounds.high)}`
    : `at least ${formatCents(cents)}`;
}

/** Whole percent, rounded down: what is below a threshold is never 100 %. */
export function percentOf(cents: Cents, threshold: Cents): string {
  return `${String(Math.floor((100 * cents) / threshold))} %`;
}
