import type { CalendarDate } from "../model/date.ts";

/** What tells whether a claim takes another back, and which. */
export interface ClaimFacts {
  readonly claimId: string | undefined;
  readonly action: "original" | "replacement" | "void";
  /** The first of its dates of service. */
  readonly firstDate: CalendarDate | undefined;
}

/** Which claims count, and which they took back. */
export interface Standing<C> {
  /** In the order given. */
  readonly standing: readonly C[];
  /** The claim that each void or replacement took back. */
  readonly originals: ReadonlyMap<C, C>;
  /** Those that found none to take back. */
  readonly seeking: readonly C[];
}

/**
 * Of the claims of one file, in its order. A void claim counts nothing and takes back the claim of its id that stands before it;
 * a replacement takes that claim's place.
 */
export function standingIn<C>(claims: readonly C[], factsOf: (claim: C) => ClaimFacts): Standing<C> {
  if (claims.every((claim) => factsOf(claim).action === "original")) {
    return { standing: claims, originals: new Map(), seeking: [] };
  }
  const standing = new Set<C>();
  const originals = new Map<C, C>();
  const seeking: C[] = [];
  const byId = new Map<string, C[]>();
  for (const claim of claims) {
    const { claimId, action, firstDate } = factsOf(claim);
    const sameId = claimId === undefined ? [] : (byId.get(claimId) ?? []);
    if (claimId !== undefined) byId.set(claimId, sameId);
    if (action !== "original") {
      const original = originalAmong(sameId, firstDate, factsOf);
      if (original === undefined) seeking.push(claim);
      else {
        sameId.splice(sameId.lastIndexOf(original), 1);
        standing.delete(original);
        originals.set(claim, original);
      }
    }
    if (action === "void") continue;
    standing.add(claim);
    sameId.push(claim);
  }
  return { standing: [...standing], originals, seeking };
}

/** An office that writes the account number as every claim's id means the claim of the same visit; else it is the latest one. */
export function originalAmong<C>(
  sameId: readonly C[],
  firstDate: CalendarDate | undefined,
  factsOf: (claim: C) => ClaimFacts,
): C | undefined {
  return sameId.findLast((other) => factsOf(other).firstDate === firstDate) ?? sameId.at(-1);
}
