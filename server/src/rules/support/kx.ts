import { addModifier } from "../../model/change.ts";
import type { Claim, ServiceLine } from "../../model/claim.ts";
import { yearOf } from "../../model/date.ts";
import { type Cents, formatCents } from "../../model/money.ts";
import { type Bounds, type UsedAmount, countsAsTherapy, hasNotice } from "../../model/used-amount.ts";
import type { Context } from "../context.ts";
import type { Fix, OfferedFix, RelatedPlace, Severity } from "../rule.ts";
import { attestedByAdding } from "./attestation.ts";
import { isOutsidePartBTherapy } from "./bill-type.ts";
import { offerToRemove } from "./modifier-fix.ts";
import { none } from "./none.ts";

/** A line that KX can be right or wrong on, and what it is measured by. */
export interface Measured {
  readonly used: UsedAmount;
  readonly threshold: Cents;
}

/** Undefined where the line counts nothing, or where the amount of its year is not known. */
export function measure(line: ServiceLine, context: Context): Measured | undefined {
  if (last.line !== line || last.context !== context) {
    last.measured = measureAnew(line, context);
    last.line = line;
    last.context = context;
  }
  return last.measured;
}

/** The same of a line whose sum may certainly have reached the amount of its year. */
export function measureReached(line: ServiceLine, context: Context): Measured | undefined {
  const threshold = thresholdOn(line, context);
  return threshold !== undefined && context.reach.certain >= threshold ? measure(line, context) : undefined;
}

/** Of the year of the line; undefined where the line has no date, or the year's amount is not known. */
export function thresholdOn({ dateOfService }: ServiceLine, context: Context): Cents | undefined {
  if (dateOfService === undefined) return undefined;
  return context.threshold(yearOf(dateOfService.value))?.kxThreshold ?? undefined;
}

/** Rule after rule asks about the same line. */
const last: { line?: ServiceLine; context?: Context; measured: Measured | undefined } = { measured: undefined };

function measureAnew(line: ServiceLine, context: Context): Measured | undefined {
  if (hasNotice(line) || !countsAsTherapy(line, context.procedure(line))) return undefined;
  if (isOutsidePartBTherapy(context.claim)) return undefined;
  const used = context.usedAmount(line);
  if (used === undefined) return undefined;
  const threshold = context.threshold(used.year)?.kxThreshold ?? undefined;
  return threshold === undefined ? undefined : { used, threshold };
}

/** `2,512.40`, or `at least 2,512.40` where more may have been used. */
export function atLeast({ low, high }: Bounds): string {
  return low === high ? formatCents(low) : `at least ${formatCents(low)}`;
}

/** `1,310.40`, or `at most 1,310.40` where less may have been used. */
export function atMost({ low, high }: Bounds): string {
  return low === high ? formatCents(high) : `at most ${formatCents(high)}`;
}

/** Certainly below the amount by more than the margin, with everything that KX may come early for. */
export function isFarBelow({ used, threshold }: Measured, { kind }: Claim): boolean {
  // An institutional claim that passes the amount as a whole may carry KX on every line of the bucket.
  const reached = kind === "institutional" ? used.afterClaim : used.afterVisit;
  return !used.mayCross && reached.high + used.margin < threshold;
}

/** What is used with the line; with the claim where it is judged as a whole. */
export function reachedBy({ used }: Measured, { kind }: Claim): Bounds {
  return kind === "institutional" ? used.afterClaim : used.after;
}

/** What an office knows of its own lines alone may miss what others billed. */
export function severityOfSum({ isFromPayer }: UsedAmount): Severity {
  return isFromPayer ? "warning" : "information";
}

/** `, by the eligibility answer of 2026-02-10`; nothing where the claim itself states the sum. */
export function bySource({ restsOn, isFromPayer }: UsedAmount): string {
  if (restsOn?.source === "eligibility") return `, by the eligibility answer of ${restsOn.asOf}`;
  return restsOn === undefined && isFromPayer ? ", by remittances" : "";
}

/** The line with which the amount was passed, else the balance that the sum rests on. */
export function placesBehind(line: ServiceLine, measured: Measured): readonly RelatedPlace[] {
  const { passedAt } = measured.used;
  if (passedAt !== undefined && passedAt.line !== line) return [{ at: passedAt.at, message: "passed here" }];
  return balanceBehind(measured);
}

/** The balance that the sum rests on. */
export function balanceBehind({ used: { restsOn } }: Measured): readonly RelatedPlace[] {
  if (restsOn === undefined) return none;
  const message = restsOn.source === "stated" ? "the used amount stated here" : "the used amount by the payer's answer";
  return [{ at: restsOn.place, message }];
}

export function addKx(line: ServiceLine): Fix {
  const title = "Add KX";
  if (line.modifiers.length >= 4) return { title, unavailable: "the line already carries four modifiers" };
  return { title, safety: "review", changes: [addModifier(line, "KX")], ...attestedByAdding("KX") };
}

export function removeKx(line: ServiceLine): OfferedFix {
  return offerToRemove(["KX"], line);
}
