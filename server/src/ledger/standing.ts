import type { CalendarDate } from "../model/date.ts";
import { byFile, groupBy, putInOrder } from "./compare.ts";
import { keyOf, linesOf, pairUp } from "./equals.ts";
import type { BilledClaim, Teller } from "./source.ts";
import { type ClaimFacts, originalAmong, standingIn } from "./taking-back.ts";

/** The claims of one form that count. */
export interface StandingClaims {
  /** By file and place. */
  readonly claims: readonly BilledClaim[];
  /** The same claims in other files. */
  readonly copies: ReadonlyMap<BilledClaim, readonly BilledClaim[]>;
  /** The lines that a void took back, or that a replacement left out. */
  readonly takenBack: readonly Teller[];
}

/** The claims of one form over all files: each counts once, and those that were taken back count no more. */
export function standingClaims(claims: readonly BilledClaim[]): StandingClaims {
  const [only] = claims;
  if (only === undefined || (claims.length === 1 && only.action === "original")) {
    return { claims, copies: noCopies, takenBack: [] };
  }
  const ordered = putInOrder(claims, byFile);
  const { kept, copies } = withoutCopies(ordered);
  if (kept.every(({ action }) => action === "original")) return { claims: kept, copies, takenBack: [] };
  const facts = new Map(kept.map((claim) => [claim, factsOf(claim)]));
  const { standing, originals } = standingAmong(kept, (claim) => facts.get(claim) ?? factsOf(claim));
  return { claims: standing, copies, takenBack: takenBackLines(kept, originals) };
}

const noCopies: ReadonlyMap<BilledClaim, readonly BilledClaim[]> = new Map();

/** The earliest of the claim's dates of service. */
export function firstDateOf({ lines }: Pick<BilledClaim, "lines">): CalendarDate | undefined {
  let first: CalendarDate | undefined;
  for (const { date } of lines) if (date !== undefined && (first === undefined || date < first)) first = date;
  return first;
}

function factsOf(claim: BilledClaim): ClaimFacts {
  return { claimId: claim.claimId, action: claim.action, firstDate: firstDateOf(claim) };
}

/** What two files hold is one claim, kept from the file whose name is first; what one file holds twice is two. */
function withoutCopies(claims: readonly BilledClaim[]): {
  kept: readonly BilledClaim[];
  copies: ReadonlyMap<BilledClaim, readonly BilledClaim[]>;
} {
  if (claims[0]?.file === claims.at(-1)?.file) return { kept: claims, copies: noCopies };
  const copies = new Map<BilledClaim, BilledClaim[]>();
  const isCopy = new Set<BilledClaim>();
  for (const equal of groupBy(claims, identityOf).values()) {
    for (const same of groupBy(numberedInFile(equal), ({ number }) => number).values()) {
      const [first, ...others] = same.map(({ claim }) => claim);
      if (first === undefined || others.length === 0) continue;
      copies.set(first, others);
      for (const other of others) isCopy.add(other);
    }
  }
  return { kept: claims.filter((claim) => !isCopy.has(claim)), copies };
}

function numberedInFile(claims: readonly BilledClaim[]): readonly { claim: BilledClaim; number: number }[] {
  return [...groupBy(claims, ({ file }) => file).values()].flatMap((inFile) =>
    inFile.map((claim, number) => ({ claim, number })),
  );
}

function identityOf(claim: BilledClaim): string {
  const { action, claimId, lines } = claim;
  if (claimId !== undefined) return JSON.stringify([action, claimId, firstDateOf(claim)]);
  return JSON.stringify([
    action,
    lines.map(({ date, code, modifiers, units, charge, allowed }) => [date, code, modifiers, units, charge, allowed]),
  ]);
}

/** Each looks in its own file first. */
function standingAmong(
  claims: readonly BilledClaim[],
  facts: (claim: BilledClaim) => ClaimFacts,
): { standing: readonly BilledClaim[]; originals: ReadonlyMap<BilledClaim, BilledClaim> } {
  const standing = new Set<BilledClaim>();
  const originals = new Map<BilledClaim, BilledClaim>();
  const seeking: BilledClaim[] = [];
  for (const inFile of groupBy(claims, ({ file }) => file).values()) {
    const own = standingIn(inFile, facts);
    for (const claim of own.standing) standing.add(claim);
    for (const [claim, original] of own.originals) originals.set(claim, original);
    seeking.push(...own.seeking);
  }
  const byId = seeking.length === 0 ? undefined : groupBy(claims, ({ claimId }) => claimId);
  for (const claim of seeking) {
    const sameId = (byId?.get(claim.claimId) ?? []).filter((other) => standing.has(other) && isElsewhere(other, claim));
    const original = originalAmong(sameId, facts(claim).firstDate, facts) ?? originalByServices(claim, standing);
    if (original === undefined) continue;
    standing.delete(original);
    originals.set(claim, original);
  }
  return { standing: [...standing], originals };
}

/** A claim that corrects another may have a number of its own: it then means the one claim of its first date that has a service like its own. */
function originalByServices(claim: BilledClaim, standing: ReadonlySet<BilledClaim>): BilledClaim | undefined {
  const firstDate = firstDateOf(claim);
  if (claim.claimId === undefined || firstDate === undefined) return undefined;
  const services = new Set(claim.lines.map(serviceOf));
  const [only, ...others] = [...standing].filter(
    (other) =>
      other !== claim &&
      other.action === "original" &&
      firstDateOf(other) === firstDate &&
      other.lines.some((line) => services.has(serviceOf(line))),
  );
  return others.length === 0 ? only : undefined;
}

function serviceOf(line: BilledClaim["lines"][number]): string {
  return `${keyOf(line)} ${line.bucket ?? ""}`;
}

/** Which of two replacements in two files came later can't be told, so neither takes the other's place. */
function isElsewhere(other: BilledClaim, claim: BilledClaim): boolean {
  if (claim.claimId === undefined || other.file === claim.file) return false;
  return claim.action === "void" || other.action === "original";
}

function takenBackLines(
  claims: readonly BilledClaim[],
  originals: ReadonlyMap<BilledClaim, BilledClaim>,
): readonly Teller[] {
  const takenBack = new Set(originals.values());
  return claims.filter((claim) => !takenBack.has(claim)).flatMap((claim) => leftOutBy(claim, originals));
}

function leftOutBy(last: BilledClaim, originals: ReadonlyMap<BilledClaim, BilledClaim>): readonly Teller[] {
  const versions = [last];
  for (let earlier = originals.get(last); earlier !== undefined; earlier = originals.get(earlier))
    versions.push(earlier);
  let leftOut: readonly Teller[] = [];
  let before: readonly Teller[] = [];
  for (const claim of versions.reverse()) {
    const now = claim.action === "void" ? [] : linesOf(claim);
    leftOut = missingIn(now, [...before, ...leftOut]);
    before = now;
  }
  return leftOut;
}

function missingIn(now: readonly Teller[], before: readonly Teller[]): readonly Teller[] {
  if (now.length === 0 || before.length === 0) return before;
  const equals = groupBy(now, ({ line }) => keyOf(line));
  return [...groupBy(before, ({ line }) => keyOf(line))].flatMap(
    ([key, lines]) => pairUp(lines, equals.get(key) ?? [], { ofFirst: bucketOf, ofSecond: bucketOf }).firstAlone,
  );
}

function bucketOf({ line }: Teller): string | undefined {
  return line.bucket;
}
