import { computeAccount } from "../ledger/account.ts";
import type { LedgerYear } from "../ledger/ledger-year.ts";
import type { Sources } from "../ledger/source.ts";
import { thresholdOf } from "../lint/context.ts";
import type { Environment } from "../lint/environment.ts";
import type { Steps } from "../text/steps.ts";
import type { Practice } from "./practice.ts";

/**
 * What every account of a practice comes to, year by year, in order of ids; claims without an id, each an account of its own, behind.
 * Steps are worked out anew when they are asked for: those of all accounts together are many times what their files hold.
 */
export function* yearsOfPractice(practice: Practice, environment: Environment): Steps<readonly LedgerYear[]> {
  const years: LedgerYear[] = [];
  for (const { id, sources } of practice.accounts()) {
    const again = (): readonly LedgerYear[] =>
      yearsOf(id, id === undefined ? sources : practice.sourcesOf(id), environment);
    for (const year of yearsOf(id, sources, environment)) years.push(withoutSteps(year, again));
    yield;
  }
  return years;
}

function withoutSteps(ledgerYear: LedgerYear, again: () => readonly LedgerYear[]): LedgerYear {
  const { beneficiaryId, year, bucket, threshold, used, passedAt, isMissing, doubts } = ledgerYear;
  return {
    beneficiaryId,
    year,
    bucket,
    threshold,
    used,
    passedAt,
    isMissing,
    doubts,
    get steps() {
      return again().find((one) => one.year === year && one.bucket === bucket)?.steps ?? [];
    },
  };
}

function yearsOf(beneficiaryId: string | undefined, sources: Sources, environment: Environment): readonly LedgerYear[] {
  const { openingAmounts, fees } = environment;
  return computeAccount({
    beneficiaryId,
    sources,
    thresholdOf: (year) => thresholdOf(year, environment)?.kxThreshold ?? undefined,
    ...(openingAmounts && { openingAmounts }),
    ...(fees && { fees }),
  }).years;
}
