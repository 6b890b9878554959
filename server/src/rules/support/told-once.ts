import type { UsedAmount } from "../../model/used-amount.ts";
import type { Span } from "../../text/span.ts";
import type { Context } from "../context.ts";

/** What stands outside the claim, above the first title or with a subscriber, may govern several: it is told at the first of them. */
export function isToldHere(span: Span, topic: string, context: Context): boolean {
  return span.part === context.claim.part || context.isFirst(topic);
}

/**
 * The same of a value that the topic names, which may govern other claims than the one that it stands in too, as what a superbill's first
 * part says of who bills does.
 */
export function isValueToldHere(span: Span, topic: string, context: Context): boolean {
  const isFirst = context.isFirst(topic);
  return isFirst || span.part === context.claim.part;
}

/** What is true of a beneficiary's whole year is told at the first of their claims. Without an id a claim is a beneficiary of its own. */
export function isFirstOfBeneficiary(topic: string, { bucket, year }: UsedAmount, context: Context): boolean {
  const id = context.claim.beneficiaryId?.value;
  return id === undefined || context.isFirst(`${topic}/${id}/${bucket}/${String(year)}`);
}
