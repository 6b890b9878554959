import { type Ledger, computeAccount } from "../ledger/account.ts";
import type { Sources } from "../ledger/source.ts";
import { thresholdOf } from "./context.ts";
import type { Environment } from "./environment.ts";

/** What an account comes to by the user's thresholds, opening amounts and fees. */
export function ledgerIn(environment: Environment, beneficiaryId: string | undefined, sources: Sources): Ledger {
  const { openingAmounts, fees } = environment;
  return computeAccount({
    beneficiaryId,
    sources,
    thresholdOf: (year) => thresholdOf(year, environment)?.kxThreshold ?? undefined,
    ...(openingAmounts && { openingAmounts }),
    ...(fees && { fees }),
  });
}
