import type { Span } from "../text/span.ts";
import { type ServiceLine, type StatedAmount, hasPlanModifier } from "./claim.ts";
import type { CalendarDate } from "./date.ts";
import type { Bucket } from "./discipline.ts";
import type { Cents } from "./money.ts";
import { type Procedure, holdsAt, isPaidByItself } from "./tables.ts";

/** An amount known only within limits; equal where it is exact. `high` is Infinity where nothing limits it. */
export interface Bounds {
  readonly low: Cents;
  readonly high: Cents;
}

/** How much of a year's amount a beneficiary has used when a service line comes, and what the line makes of it. */
export interface UsedAmount {
  readonly year: number;
  readonly bucket: Bucket;
  /** The sum of everything that counts before this line. */
  readonly before: Bounds;
  /** With this line. A line that does not count (GA, GX, GY, GZ) leaves it as it was. */
  readonly after: Bounds;
  /** The used amount before the claim's own lines, and that with every line of the bucket on the claim: for institutional claims. */
  readonly beforeClaim: Bounds;
  readonly afterClaim: Bounds;
  /** With every line of its date: a visit's lines are judged together where KX may come a little early. */
  readonly afterVisit: Bounds;
  /**
   * The stated amount that the sum rests on. For a line on or before the date of every one of the year it limits the sum from above.
   * Undefined where none is stated for the year: then the sum starts from the opening amount, or is a lower bound from zero.
   */
  readonly stated: StatedAmount | undefined;
  /** Nothing tells what was used before: no amount, no opening amount, and no label left empty on purpose. */
  readonly isMissing: boolean;
  /** This line, or another of its date and bucket, may take the sum over the threshold. */
  readonly mayCross: boolean;
  /** How near below the threshold KX is still taken as meant for it: one average visit, at least 100 dollars. */
  readonly margin: Cents;
  /** The last earlier date of the year and bucket on which a line carries KX. */
  readonly kxOn: CalendarDate | undefined;
  /** The line with which the sum certainly passed the threshold: this one or one before it, after the stated amount that it rests on. */
  readonly passedAt: { readonly line: ServiceLine; readonly span: Span } | undefined;
}

/** Modifiers that announce a denial, or a service that Medicare never covers. */
export const noticeModifiers: readonly string[] = ["GA", "GX", "GY", "GZ"];

/** A line with a notice modifier counts nothing, and is right without KX. */
export function hasNotice(line: ServiceLine): boolean {
  return line.modifiers.some((field) => noticeModifiers.includes(field.value));
}

/**
 * Whether the year's amount counts the line: a plan modifier makes it therapy, and so does a code that always needs one. What Medicare
 * never pays by itself (bundled, non-covered or not valid there, functional reporting) counts nowhere, whatever its modifiers.
 */
export function countsAsTherapy(line: ServiceLine, procedure: Procedure | undefined): boolean {
  if (procedure === undefined) return hasPlanModifier(line);
  const { disposition } = procedure;
  if (disposition === "not-therapy" || disposition === "functional-reporting" || !isPaidByItself(procedure))
    return false;
  if (hasPlanModifier(line)) return true;
  const date = line.dateOfService?.value;
  return disposition === "always" && (date === undefined || holdsAt(procedure.onTherapyList, date));
}
