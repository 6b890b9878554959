import { type Claim, isVoid } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";

/**
 * The claims that count, in their order. A void claim counts nothing and takes back the claim of its id that stands before it;
 * a replacement takes that claim's place.
 */
export function standingClaims(claims: readonly Claim[]): readonly Claim[] {
  if (!claims.some(takesBack)) return claims;
  const standing = new Set<Claim>();
  const byId = new Map<string, Visit[]>();
  for (const claim of claims) {
    const visit = { claim, firstDate: firstDateOf(claim) };
    const sameId = sameIdAs(claim, byId);
    if (takesBack(claim)) {
      const original = takeOriginal(visit, sameId);
      if (original !== undefined) standing.delete(original);
    }
    if (isVoid(claim)) continue;
    standing.add(claim);
    sameId.push(visit);
  }
  return [...standing];
}

export function firstDateOf(claim: Claim): CalendarDate | undefined {
  let first: CalendarDate | undefined;
  for (const { dateOfService } of claim.serviceLines) {
    if (dateOfService !== undefined && (first === undefined || dateOfService.value < first))
      first = dateOfService.value;
  }
  return first;
}

function takesBack(claim: Claim): boolean {
  return isVoid(claim) || claim.frequency?.value === "7";
}

interface Visit {
  readonly claim: Claim;
  readonly firstDate: CalendarDate | undefined;
}

function sameIdAs(claim: Claim, byId: Map<string, Visit[]>): Visit[] {
  const id = claim.claimId?.value;
  if (id === undefined) return [];
  const known = byId.get(id) ?? [];
  byId.set(id, known);
  return known;
}

/** An office that writes the account number as every claim's id means the claim of the same visit; else it is the latest one. */
function takeOriginal(visit: Visit, sameId: Visit[]): Claim | undefined {
  const sameVisit = sameId.findLastIndex((other) => other.firstDate === visit.firstDate);
  const [original] = sameId.splice(sameVisit === -1 ? sameId.length - 1 : sameVisit, 1);
  return original?.claim;
}
