import { type Cents } from "../model/money.ts";
import type { Standing } from "./threshold-report.ts";

/** Where amounts stand, from 0 to 1, on a scale that begins at nothing. All bars and courses of a report have the same. */
export interface AmountScale {
  readonly end: Cents;
  /** What lies outside stands at the near end. */
  partOf(cents: Cents): number;
  isBeyond(cents: Cents): boolean;
}

const withoutThresholds: Cents = 3_000_00;

/** Has room for the thresholds and some more, and for larger amounts up to a half more: one beneficiary must not flatten all others. */
export function scaleFor(standings: readonly Standing[]): AmountScale {
  let threshold = 0;
  let largest = 0;
  for (const { kxThreshold = 0, reviewThreshold = 0, figure } of standings) {
    threshold = Math.max(threshold, kxThreshold, reviewThreshold);
    largest = Math.max(largest, figure.cents ?? 0);
  }
  if (threshold === 0) threshold = withoutThresholds;
  const end = Math.min(threshold * 1.5, Math.max(threshold * 1.2, largest * 1.02));
  return {
    end,
    partOf: (cents) => Math.min(1, Math.max(0, cents / end)),
    isBeyond: (cents) => cents > end,
  };
}
