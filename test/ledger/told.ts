import type { LedgerYear } from "../../server/src/ledger/ledger-year.ts";
import type { SlowYear } from "./oracle.ts";

/** What a year comes to, step by step, without its places. */
export function told({ year, bucket, isMissing, steps }: LedgerYear): object {
  return {
    year,
    bucket,
    isMissing,
    steps: steps.map(({ kind, date, amount, source, before, after, hasKx }) => ({
      kind,
      date,
      amount,
      source,
      before,
      after,
      hasKx,
    })),
  };
}

/** The same of the slow reading. */
export function toldSlowly({ year, bucket, isMissing, steps }: SlowYear): object {
  return {
    year,
    bucket,
    isMissing,
    steps: steps.map(({ kind, date, amount, source, before, after, hasKx }) => ({
      kind,
      date,
      amount,
      source,
      before,
      after,
      hasKx,
    })),
  };
}
