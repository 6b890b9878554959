import { yearOf } from "../model/date.ts";
import type { Service } from "./services.ts";
import type { DecidedAmount } from "./source.ts";
import { firstDateOf } from "./standing.ts";
import type { OpenDecision } from "./whole-claims.ts";

/**
 * The services without those of claims that a payer decided for another id, since it corrected the one that was sent: they count in the
 * account of that id, by the same remittance. A claim is known by its number and the date: the id that was sent may be somebody else's.
 *
 * @param decided on the claims that were sent under the id of this account
 */
export function withoutThoseOfAnother(
  services: readonly Service[],
  decided: readonly DecidedAmount[],
): readonly Service[] {
  if (decided.length === 0) return services;
  return services.filter(
    (service) => service.decisions.length > 0 || !decided.some((decision) => isOfClaim(service, decision)),
  );
}

function isOfClaim({ date, sent, noted }: Service, { claimId, date: decided, isWholeClaim }: DecidedAmount): boolean {
  if (claimId === undefined || decided === undefined) return false;
  return [sent?.claim, noted?.claim].some(
    (claim) => claim?.claimId === claimId && (date === decided || (isWholeClaim && firstDateOf(claim) === decided)),
  );
}

export function doubtOfAnother({ date }: DecidedAmount): OpenDecision {
  return {
    year: date && yearOf(date),
    doubt: "a payer corrected this id on a claim: what was sent on it counts under the right id",
  };
}
