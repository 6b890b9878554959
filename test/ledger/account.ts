import { type Account, computeAccount } from "../../server/src/ledger/account.ts";
import type { BilledClaim, BilledLine, Sources } from "../../server/src/ledger/source.ts";
import { billedClaimOf } from "../../server/src/lint/billed.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { type Claim, type ServiceLine, hasModifier } from "../../server/src/model/claim.ts";
import type { Bounds, UsedAmount } from "../../server/src/model/used-amount.ts";
import { type ClaimText, buildClaim } from "./build-claim.ts";

const threshold = 2_480_00;

/** GP and GN lines are PT/SLP, GO lines OT; a line without is therapy of an unknown bucket, and `none` is not therapy. */
function bucketOf(line: ServiceLine): BilledLine["bucket"] {
  if (line.procedure.value === "none") return undefined;
  if (hasModifier(line, "GO")) return "OT";
  return hasModifier(line, "GP") || hasModifier(line, "GN") ? "PT/SLP" : "unknown";
}

const atHand = { form: "superbill", file: "", placeOf: (span: Claim["span"]) => span } as const;
const environment = { settings: defaultSettings, today: "2026-04-01" } as const;

/** Claims of one document. */
function billed(claims: readonly Claim[]): readonly BilledClaim[] {
  return claims.map((claim, place) => {
    const record = billedClaimOf(claim, place, atHand, environment);
    const lines = claim.serviceLines.map((line, index) => ({ ...record.lines[index], bucket: bucketOf(line) }));
    return { ...record, lines: lines as readonly BilledLine[] };
  });
}

/** An account of the document's claims, with what is said of it besides. */
function accountOf(
  claims: readonly Claim[],
  { decided = [], balances = [], ...more }: Partial<Account & Sources> = {},
): Account {
  const sources = { claims: billed(claims), decided, balances };
  return { beneficiaryId: undefined, sources, thresholdOf: () => threshold, ...more };
}

/** Line by line, claim by claim. */
export function usedIn(
  claims: readonly Claim[],
  more: Partial<Account & Sources> = {},
): readonly (readonly (UsedAmount | undefined)[])[] {
  const { usedAmounts } = computeAccount(accountOf(claims, more));
  return claims.map((claim) => claim.serviceLines.map((line) => usedAmounts.get(line)));
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
