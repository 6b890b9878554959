import type { DecidedLine } from "../../model/amount.ts";
import type { Cents } from "../../model/money.ts";
import { formatCents } from "../../model/money.ts";
import type { Field } from "../../text/span.ts";
import { spanOf } from "../../text/span.ts";
import type { OutlineEntry } from "../format.ts";
import { meaningIn } from "./elements/element-text.ts";
import { adjustmentReasons, claimStatuses, paymentMethods } from "./elements/remittance-codes.ts";
import type { RemittanceClaim } from "./remittance.ts";
import type { SegmentedPart } from "./place.ts";
import { type Segment, firstSegmentOf, segmentId, segmentsOf } from "./segment.ts";
import { readDate, readMoney, textOf } from "./values.ts";

const bpr = segmentId("BPR");

/** A payment, which the part of an ST segment tells of. */
export function outlineOfPayment(part: SegmentedPart): readonly OutlineEntry[] {
  const segments = segmentsOf(part);
  const payment = segments.find((segment) => segment.id === bpr);
  if (payment === undefined) return [];
  const amount = readMoney(payment, 2);
  const day = readDate(payment, 16);
  const method = meaningIn(paymentMethods, textOf(payment, 4));
  const detail = listed(amount && formatCents(amount.value), method, day?.value);
  const first = firstSegmentOf(part);
  const span = spanOf(part, first.start, (segments.at(-1) ?? first).end);
  return [{ name: "Payment", detail, span, head: spanOf(part, payment.start, payment.end), children: [] }];
}

/** `lines` are those of the claim as they were decided. */
export function outlineOfClaim(claim: RemittanceClaim, lines: readonly DecidedLine[]): OutlineEntry {
  const { head, status, paid, charge } = claim;
  const children = lines.filter(({ isWholeClaim }) => !isWholeClaim).map(outlineOfLine);
  return {
    name: "Claim",
    detail: listed(meaningIn(claimStatuses, status), ofCharge(paid, charge)),
    span: claim.span,
    head: spanOf(head.part, head.start, head.end),
    children,
  };
}

function outlineOfLine(line: DecidedLine): OutlineEntry {
  const { dateOfService, paid, charge } = line;
  return {
    name: nameOf(line),
    detail: listed(dateOfService?.value, ofCharge(paid, charge), allowedOf(line)),
    span: line.span,
    head: line.procedure.value === "" ? line.span : line.procedure,
    children: [],
  };
}

/** What stands in the place of a code may be anything where separators are wrong: only what has the shape of one is told. */
function nameOf({ procedure, modifiers, revenueCode }: DecidedLine): string {
  if (!/^(\d{4}[0-9A-Z]|[A-Z]\d{4})$/.test(procedure.value)) {
    const isRevenueCode = revenueCode !== undefined && /^\d{3,4}$/.test(revenueCode.value);
    return isRevenueCode ? `revenue code ${revenueCode.value}` : "service line";
  }
  const known = modifiers.map(({ value }) => value).filter((modifier) => /^[A-Z0-9]{2}$/.test(modifier));
  return [procedure.value, ...known].join(" ");
}

function allowedOf({ allowed, allowedFrom, isDenied, isReversal }: DecidedLine): string | undefined {
  if (allowed === undefined) return undefined;
  if (isDenied) return isReversal ? "denial taken back" : "denied";
  const words = isReversal ? `${formatCents(-allowed)} taken back` : `allowed ${formatCents(allowed)}`;
  return allowedFrom === "stated" ? words : `${words} (paid and owed)`;
}

function ofCharge(paid: Field<Cents> | undefined, charge: Field<Cents> | undefined): string | undefined {
  const of = charge === undefined ? "" : ` of ${formatCents(charge.value)}`;
  return paid && `paid ${formatCents(paid.value)}${of}`;
}

/** PLB holds up to six pairs of a reason and an amount. */
const mostAdjustments = 6;

/** What is settled beside claims: a PLB segment. */
export function outlineOfAdjustments(part: SegmentedPart): readonly OutlineEntry[] {
  const segment = firstSegmentOf(part);
  const children: OutlineEntry[] = [];
  for (let index = 0; index < mostAdjustments; index++) {
    const adjustment = outlineOfAdjustment(segment, 3 + 2 * index);
    if (adjustment !== undefined) children.push(adjustment);
  }
  const span = spanOf(part, segment.start, segment.end);
  return [{ name: "Provider adjustments", detail: "", span, head: span, children }];
}

function outlineOfAdjustment(segment: Segment, n: number): OutlineEntry | undefined {
  const { part } = segment;
  const reason = segment.element(n);
  const amount = readMoney(segment, n + 1);
  if (reason === undefined || amount === undefined) return undefined;
  const name = meaningIn(adjustmentReasons, textOf(segment, n, 1)) ?? "adjustment";
  const head = spanOf(part, reason.start, reason.end);
  // What is taken off the payment stands without a sign.
  const words = amount.value < 0 ? `adds ${formatCents(-amount.value)}` : `takes off ${formatCents(amount.value)}`;
  return { name, detail: words, span: spanOf(part, reason.start, amount.end), head, children: [] };
}

function listed(...pieces: readonly (string | undefined)[]): string {
  return pieces.filter((piece) => piece !== undefined && piece !== "").join(" · ");
}
