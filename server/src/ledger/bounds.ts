import type { Cents } from "../model/money.ts";
import type { Bounds } from "../model/used-amount.ts";

/** Nothing is known but that it is no less than nothing. */
export const unknown: Bounds = { low: 0, high: Number.POSITIVE_INFINITY };

export function exactly(cents: Cents): Bounds {
  return { low: cents, high: cents };
}

/** At most that much; of a negative amount, taken back at most. */
export function upTo(cents: Cents): Bounds {
  return { low: Math.min(0, cents), high: Math.max(0, cents) };
}

export function sumOf(first: Bounds, second: Bounds): Bounds {
  return { low: first.low + second.low, high: first.high + second.high };
}

/** The same, and no more than the limit. */
export function limitedTo(limit: Cents, bounds: Bounds): Bounds {
  const { low, high } = bounds;
  // A sum after one line is that before the next: many are kept, so they are one object.
  if (high <= limit) return bounds;
  return { low: Math.min(limit, low), high: Math.min(limit, high) };
}

/** The same where it counts, or nothing where it does not. */
export function atMostAllOf({ low, high }: Bounds): Bounds {
  return { low: Math.min(0, low), high: Math.max(0, high) };
}
