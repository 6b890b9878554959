import type { LedgerYear } from "../ledger/ledger-year.ts";
import type { Environment } from "../lint/environment.ts";
import { ledgerIn } from "../lint/ledger-in.ts";
import type { Steps } from "../text/steps.ts";
import type { Practice } from "./practice.ts";

/** What every account of a practice comes to, year by year; those of claims that name no beneficiary last. */
export function* yearsOf(practice: Practice, environment: Environment): Steps<readonly LedgerYear[]> {
  const years: LedgerYear[] = [];
  for (const id of [...practice.beneficiaryIds].sort()) {
    years.push(...ledgerIn(environment, id, practice.sourcesOf(id)).years);
    yield;
  }
  for (const sources of practice.unnamed()) {
    years.push(...ledgerIn(environment, undefined, sources).years);
    yield;
  }
  return years;
}
