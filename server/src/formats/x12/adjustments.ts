import type { Cents } from "../../model/money.ts";
import { type Segment, segmentId } from "./segment.ts";
import { readMoney, textOf } from "./values.ts";

const cas = segmentId("CAS");

/** Why a claim or line was not paid as it was charged, of one reason. */
export interface Adjustment {
  /** `CO`, `PR`, `OA`, `PI`; before version 5010 `CR` too. */
  readonly group: string;
  /** A claim adjustment reason code (CARC). */
  readonly reason: string;
  /** What is taken off the charge; negative where something is added. Undefined where it can't be read. */
  readonly amount: Cents | undefined;
}

/** The adjustments of the CAS segments among these: up to six a segment, each of reason, amount and quantity. */
export function readAdjustments(segments: readonly Segment[]): readonly Adjustment[] {
  return segments.filter((segment) => segment.id === cas).flatMap(readSegment);
}

/** The patient's share of what is allowed: deductible, coinsurance, copayment. What was denied is none, whoever has to pay it. */
export function isOwed({ reason }: Adjustment): boolean {
  return reason === "1" || reason === "2" || reason === "3";
}

/** What a law or programme takes from the payment, or adds to it, and not from what is allowed: incentives, penalties, sequestration. */
export function isOfPaymentOnly({ group, reason }: Adjustment): boolean {
  return group === "CO" && (reason === "144" || reason === "237" || reason === "253");
}

/** What payers before this one decided: payments and adjustments in one sum, from which an allowed amount can't be told. */
export function isOfPriorPayer({ reason }: Adjustment): boolean {
  return reason === "23";
}

/** The sum; undefined where one amount can't be read. */
export function sumOf(adjustments: readonly Adjustment[]): Cents | undefined {
  let sum = 0;
  for (const { amount } of adjustments) {
    if (amount === undefined) return undefined;
    sum += amount;
  }
  return sum;
}

const mostReasons = 6;

function readSegment(segment: Segment): readonly Adjustment[] {
  const group = textOf(segment, 1);
  const adjustments: Adjustment[] = [];
  for (let n = 2; n < 2 + 3 * mostReasons; n += 3) {
    const reason = textOf(segment, n);
    if (reason !== "") adjustments.push({ group, reason, amount: readMoney(segment, n + 1)?.value });
  }
  return adjustments;
}
