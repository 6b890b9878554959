import type { Amount, BenefitBalance, DecidedLine } from "../../model/amount.ts";
import { formatCents } from "../../model/money.ts";

/** What an amount comes to, in plain sentences, and what was taken for granted where the payer does not say it outright. */
export function tellAmount(amount: Amount): string {
  return amount.source === "remittance" ? tellDecision(amount) : tellBalance(amount);
}

function tellDecision(line: DecidedLine): string {
  const { allowed, isReversal, isDenied, isWholeClaim } = line;
  const scope = isWholeClaim ? " The payer tells of the claim alone, and not of its lines." : "";
  if (allowed === undefined) return `What was allowed can't be told from what stands here.${scope}`;
  if (isDenied) {
    return isReversal ? `An earlier denial is taken back: nothing counts.${scope}` : `Denied: nothing counts.${scope}`;
  }
  const words = isReversal ? `${formatCents(-allowed)} is taken back` : `${formatCents(allowed)} is allowed`;
  return `${words}, ${sourceOf(line)}.${scope}`;
}

function sourceOf({ allowedFrom }: DecidedLine): string {
  if (allowedFrom === "stated") return "as the payer says (AMT*B6)";
  return "reckoned from what was paid and what the patient owes of it, since no allowed amount is stated (AMT*B6)";
}

function tellBalance({ bucket, year, amount, kind, assumed, asOf }: BenefitBalance): string {
  const stated = `${formatCents(amount.value)} of the ${bucket} amount of ${year} ${kind === "used" ? "is used" : "is left"}`;
  const day = asOf === undefined ? "" : ` as of ${asOf.value}`;
  return `${stated}${day}.${assumed === undefined ? "" : ` Assumed: ${assumed}.`}`;
}
