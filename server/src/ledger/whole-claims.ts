import { yearOf } from "../model/date.ts";
import { hasNoticeAmong } from "../model/used-amount.ts";
import { byText, groupBy } from "./compare.ts";
import { totalOf } from "./decisions.ts";
import { type Service, bucketOf, leadOf } from "./services.ts";
import type { BilledClaim, DecidedAmount } from "./source.ts";
import { firstDateOf } from "./standing.ts";

/** A decision that could not be counted, in words for the year that it may belong to. */
export interface OpenDecision {
  /** Undefined where nothing tells it. */
  readonly year: number | undefined;
  readonly doubt: string;
}

/**
 * Shares out what was decided on claims as a whole among their services, by what they charge, where all of them count against one amount.
 * What can't be shared out comes back.
 */
export function addWholeClaims(
  services: readonly Service[],
  decided: readonly DecidedAmount[],
): readonly OpenDecision[] {
  const open: OpenDecision[] = [];
  if (decided.length === 0) return open;
  const byClaim = groupBy(services, (service) => leadOf(service)?.claim);
  const claims = groupBy(
    [...byClaim.keys()].filter((claim) => claim !== undefined),
    ({ claimId }) => claimId,
  );
  const visitOf = ({ claimId, date }: DecidedAmount): string => JSON.stringify([claimId, date]);
  for (const decisions of groupBy(decided, visitOf).values()) {
    const [first] = decisions;
    const { claimId, date } = first ?? {};
    const claim = claimId === undefined ? undefined : claimOf(claims.get(claimId) ?? [], date);
    const amount = totalOf(decisions)?.amount;
    const own = claim === undefined ? [] : (byClaim.get(claim) ?? []);
    if (amount !== undefined && canShare(own)) shareOut(amount, decisions, own);
    else
      open.push({
        year: date && yearOf(date),
        doubt: "a remittance tells of a claim as a whole, and of which therapy it was can't be told",
      });
  }
  return open;
}

/** The one claim of the id, or that of the visit. */
function claimOf(claims: readonly BilledClaim[], date: DecidedAmount["date"]): BilledClaim | undefined {
  const [only, ...others] = claims;
  if (others.length === 0) return only;
  const ofVisit = claims.filter((claim) => firstDateOf(claim) === date);
  return ofVisit.length === 1 ? ofVisit[0] : undefined;
}

function canShare(services: readonly Service[]): boolean {
  const [first, ...others] = services;
  const bucket = first && bucketOf(first);
  if (bucket === undefined || bucket === "unknown") return false;
  return (
    others.every((other) => bucketOf(other) === bucket) && services.every(({ decisions }) => decisions.length === 0)
  );
}

function shareOut(amount: number, decisions: readonly DecidedAmount[], services: readonly Service[]): void {
  const ordered = services.toSorted((a, b) => byText(a.date ?? "", b.date ?? "") || indexOf(a) - indexOf(b));
  const charges = ordered.map(chargeOf);
  const charged = charges.reduce((sum, charge) => sum + charge, 0);
  let left = amount;
  ordered.forEach((service, place) => {
    const isLast = place === ordered.length - 1;
    const own = isLast || charged === 0 ? (isLast ? left : 0) : Math.round((amount * (charges[place] ?? 0)) / charged);
    left -= own;
    service.share = { amount: own, decisions };
  });
}

function indexOf(service: Service): number {
  return leadOf(service)?.index ?? 0;
}

/** A line with a notice is paid nothing. */
function chargeOf(service: Service): number {
  const line = leadOf(service)?.line;
  return line === undefined || hasNoticeAmong(line.modifiers) ? 0 : Math.max(0, line.charge ?? 0);
}
