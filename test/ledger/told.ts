import type { LedgerYear } from "../../server/src/ledger/ledger-year.ts";
import type { SlowYear } from "./oracle.ts";

/** What a year comes to, step by step, without its places: by the product, or by the slow reading. */
export function told({ year, bucket, isMissing, steps }: LedgerYear | SlowYear): object {
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
