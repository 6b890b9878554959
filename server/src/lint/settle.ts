import type { Format, PartReading } from "../formats/format.ts";
import type { Claim } from "../model/claim.ts";
import { isStale } from "./asked.ts";
import { type Check, type Failure, checkClaim } from "./check.ts";
import type { Environment } from "./environment.ts";
import type { Finding } from "./finding.ts";
import { Neighbours } from "./neighbours.ts";
import { findingsOfPart } from "./part-findings.ts";
import type { PartIndex, Replacement } from "./part-index.ts";

/** What the versions of one document hand on. It changes in place, and is that of the newest version. */
export interface Shared {
  readonly format: Format;
  readonly environment: Environment;
  readonly neighbours: Neighbours;
  readonly checks: Map<Claim, Check>;
  /** Only of parts that have findings. */
  readonly findings: Map<PartReading, readonly Finding[]>;
}

export function newShared(format: Format, environment: Environment): Shared {
  return { format, environment, neighbours: new Neighbours(environment), checks: new Map(), findings: new Map() };
}

/** Checks what is new, and again what asked something whose answer is another now, until nothing moves. */
export function settle(shared: Shared, { removed, added }: Omit<Replacement, "start">, index: PartIndex): void {
  const { neighbours, checks, findings, environment, format } = shared;
  const setting = { environment, formatId: format.id };
  const addedClaims = claimsOf(added);
  const removedClaims = claimsOf(removed);
  for (const part of removed) findings.delete(part);
  for (const claim of removedClaims) checks.delete(claim);
  neighbours.replace(removedClaims, addedClaims, (claim) => index.placeOf(claim.part));
  for (const part of added) {
    for (const claim of part.claims) checks.set(claim, checkClaim(claim, setting, neighbours));
    // At once: what was read of a claim for its rules is at hand for its problems too.
    keepFindings(shared, part);
  }
  const rechecked = new Set<PartReading>();
  for (let unsettled = neighbours.takeUnsettled(); unsettled.length > 0; unsettled = neighbours.takeUnsettled()) {
    for (const claim of unsettled) {
      const check = checks.get(claim);
      if (check === undefined || !isStale(check.asked, claim, neighbours)) continue;
      checks.set(claim, checkClaim(claim, setting, neighbours));
      const part = index.partAt(index.placeOf(claim.part));
      if (part !== undefined) rechecked.add(part);
    }
  }
  for (const part of rechecked) keepFindings(shared, part);
}

export function claimsOf(parts: readonly PartReading[]): readonly Claim[] {
  const claims: Claim[] = [];
  for (const part of parts) claims.push(...part.claims);
  return claims;
}

export function failuresOf(checks: ReadonlyMap<Claim, Check>): readonly Failure[] {
  const failures: Failure[] = [];
  for (const check of checks.values()) failures.push(...check.failures);
  return failures;
}

function keepFindings({ checks, findings, environment }: Shared, part: PartReading): void {
  const found = findingsOfPart(part, checks, environment.settings);
  if (found.length > 0) findings.set(part, found);
  else findings.delete(part);
}
