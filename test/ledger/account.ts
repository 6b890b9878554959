import { type Account, computeUsedAmounts } from "../../server/src/ledger/used-amounts.ts";
import { type Claim, hasModifier } from "../../server/src/model/claim.ts";
import type { Bounds, UsedAmount } from "../../server/src/model/used-amount.ts";
import { type ClaimText, buildClaim } from "./build-claim.ts";

const threshold = 2_480_00;

/** GP and GN lines are PT/SLP, GO lines OT; a line without is therapy of an unknown bucket, and `none` is not therapy. */
export const bucketOf: Account["bucketOf"] = (line) => {
  if (line.procedure.value === "none") return undefined;
  if (hasModifier(line, "GO")) return "OT";
  return hasModifier(line, "GP") || hasModifier(line, "GN") ? "PT/SLP" : "unknown";
};

/** Line by line, claim by claim. */
export function usedIn(
  claims: readonly Claim[],
  more: Partial<Account> = {},
): readonly (readonly (UsedAmount | undefined)[])[] {
  const used = computeUsedAmounts({ claims, bucketOf, thresholdOf: () => threshold, ...more });
  return claims.map((claim) => claim.serviceLines.map((line) => used.get(line)));
}

/** The used amounts of the one claim's lines. */
export function usedBy(claim: ClaimText, more: Partial<Account> = {}): readonly (UsedAmount | undefined)[] {
  return usedIn([buildClaim(claim)], more)[0] ?? [];
}

/** `58.24 to 80.00`, a single figure where it is exact, `58.24 or more` where nothing limits it. */
export function show(bounds: Bounds | undefined): string {
  if (bounds === undefined) return "none";
  const { low, high } = bounds;
  if (low === high) return (low / 100).toFixed(2);
  return high === Infinity
    ? `${(low / 100).toFixed(2)} or more`
    : `${(low / 100).toFixed(2)} to ${(high / 100).toFixed(2)}`;
}

export function befores(used: readonly (UsedAmount | undefined)[]): readonly string[] {
  return used.map((amount) => show(amount?.before));
}

export function afters(used: readonly (UsedAmount | undefined)[]): readonly string[] {
  return used.map((amount) => show(amount?.after));
}
