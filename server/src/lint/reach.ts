import { type Claim, hasModifier } from "../model/claim.ts";
import type { Reach } from "../model/used-amount.ts";

/** Where more is told than claims alone tell. */
export const unlimited: Reach = { certain: Number.POSITIVE_INFINITY, hasKx: true };

/** How far the sums of claims reach that nothing else is told of. Only what a line states as allowed adds to them for certain. */
export function reachOf(claims: readonly Claim[]): Reach {
  let certain = 0;
  let hasKx = false;
  for (const claim of claims) {
    if (claim.statedAmounts.length > 0) return unlimited;
    for (const line of claim.serviceLines) {
      certain += Math.max(0, line.allowedAmount?.value ?? 0);
      hasKx ||= hasModifier(line, "KX");
    }
  }
  return { certain, hasKx };
}
