import type { FeeLine } from "../ledger/fee-schedule.ts";
import type { Claim, ServiceLine } from "../model/claim.ts";
import { hasNotice } from "../model/used-amount.ts";
import type { DatedLine, Visit } from "../model/visit.ts";

/** Undefined where the line has no date, or counts nothing. */
export function feeLineOf(line: ServiceLine, claim: Claim, units: number): FeeLine | undefined {
  const date = line.dateOfService?.value;
  if (date === undefined || hasNotice(line)) return undefined;
  return {
    date,
    code: line.procedure.value,
    modifiers: line.modifiers.map(({ value }) => value),
    units,
    placeOfService: (line.placeOfService ?? claim.placeOfService)?.value,
  };
}

/** What stands beside a line on its day, for as much as it may take the full amount for itself: at least one unit each. */
export function feeLinesBeside(
  line: ServiceLine,
  claim: Claim,
  visit: Visit | undefined,
  isCounted: (other: DatedLine) => boolean,
): readonly FeeLine[] {
  const own = (visit?.ownLines ?? []).filter((other) => other !== line).map((other) => ({ line: other, claim }));
  return [...own, ...(visit?.otherLines ?? []).filter(isCounted)].flatMap(
    (other) => feeLineOf(other.line, other.claim, other.line.units?.value ?? 1) ?? [],
  );
}
