import type { DecidedLine } from "../../model/amount.ts";
import type { Cents } from "../../model/money.ts";
import { fieldOf } from "../../text/span.ts";
import { type Adjustment, isOfPaymentOnly, isOfPriorPayer, isOwed, sumOf } from "./adjustments.ts";
import type { Governing } from "./loops.ts";
import type { RemittanceClaim, RemittanceLine } from "./remittance.ts";

/** The lines of a claim as the payer decided them, or the claim itself where it tells of none. */
export function decidedLinesOf(claim: RemittanceClaim, governing: Governing): readonly DecidedLine[] {
  if (claim.status === priced) return [];
  if (claim.lines.length === 0) return [decidedClaimOf(claim, governing)];
  return claim.lines.map((line) => decidedLineOf(line, claim, governing));
}

/** Claim statuses (CLP02). */
const denied = "4";
const reversed = "22";
/** What would be paid for services that are still to come. */
const priced = "25";

function decidedLineOf(line: RemittanceLine, claim: RemittanceClaim, governing: Governing): DecidedLine {
  const decision = decide(line, claim);
  const payer = governing.payer?.reading;
  return {
    source: "remittance",
    isWholeClaim: false,
    span: line.span,
    claimId: claim.claimId,
    lineNumber: line.lineNumber,
    payer: { name: payer?.name, filingIndicator: claim.filingIndicator, payerId: payer?.payerId },
    beneficiaryId: claim.beneficiaryId,
    sentBeneficiaryId: claim.sentBeneficiaryId,
    dateOfService: line.dateOfService,
    procedure: line.procedure,
    modifiers: line.modifiers,
    submittedProcedure: line.submittedProcedure,
    revenueCode: line.revenueCode,
    units: line.units,
    charge: line.charge,
    paid: line.paid,
    payment: governing.header?.payment,
    ...decision,
  };
}

type Decision = Pick<DecidedLine, "allowed" | "allowedFrom" | "isReversal" | "isDenied">;

/** A claim as the one line of itself: its adjustments tell what is owed only where they are all of what was not paid. */
function decidedClaimOf(claim: RemittanceClaim, governing: Governing): DecidedLine {
  const { head, adjustments, charge, paid } = claim;
  const sum = sumOf(adjustments);
  const isBalanced = charge !== undefined && paid !== undefined && sum === charge.value - paid.value;
  const line: RemittanceLine = {
    head,
    span: claim.span,
    procedure: fieldOf(head.part, head.end, head.end, ""),
    modifiers: [],
    submittedProcedure: undefined,
    revenueCode: undefined,
    charge,
    paid: isBalanced ? paid : undefined,
    units: undefined,
    dateOfService: claim.dateOfService,
    lineNumber: undefined,
    statedAllowed: undefined,
    adjustments,
  };
  const asLine = decidedLineOf(line, { ...claim, adjustments: [], lines: [line] }, governing);
  return { ...asLine, paid, isWholeClaim: true };
}

function decide(line: RemittanceLine, claim: RemittanceClaim): Decision {
  const isReversal = claim.status === reversed;
  const adjustments = adjustmentsOf(line, claim);
  const isDenied = adjustments !== undefined && isDeniedBy(line, claim, adjustments);
  const stated = isDenied ? undefined : line.statedAllowed?.value;
  const allowed = stated ?? paidAndOwed(line, adjustments);
  if (allowed === undefined) return { allowed, allowedFrom: undefined, isReversal, isDenied };
  return {
    // Some payers take back with the amounts of the first decision, and without its sign. Nothing is 0, never -0.
    allowed: isReversal && allowed !== 0 ? -Math.abs(allowed) : allowed,
    allowedFrom: stated === undefined ? "paid-and-owed" : "stated",
    isReversal,
    isDenied,
  };
}

/** Those of the claim belong to its only line; undefined where some that matter can't be told apart by line. */
function adjustmentsOf({ adjustments }: RemittanceLine, claim: RemittanceClaim): readonly Adjustment[] | undefined {
  if (claim.lines.length === 1) return adjustments.concat(claim.adjustments);
  return claim.adjustments.some(decidesAllowed) ? undefined : adjustments;
}

function decidesAllowed(adjustment: Adjustment): boolean {
  if (adjustment.amount === 0) return false;
  return isOwed(adjustment) || isOfPaymentOnly(adjustment) || isOfPriorPayer(adjustment);
}

/** Nothing is paid and nothing of it owed, but for what was denied. */
function isDeniedBy(
  { paid }: RemittanceLine,
  { status }: RemittanceClaim,
  adjustments: readonly Adjustment[],
): boolean {
  if (paid?.value !== 0 || adjustments.some(decidesAllowed)) return false;
  return status === denied || adjustments.some(({ amount }) => amount !== 0);
}

function paidAndOwed({ paid }: RemittanceLine, adjustments: readonly Adjustment[] | undefined): Cents | undefined {
  if (paid === undefined || adjustments === undefined || adjustments.some(isOfPriorPayer)) return undefined;
  const owed = sumOf(adjustments.filter((one) => isOwed(one) || isOfPaymentOnly(one)));
  return owed === undefined ? undefined : paid.value + owed;
}
