import type { Claim, StatedAmount } from "../../model/claim.ts";
import { type CalendarDate, yearOf } from "../../model/date.ts";
import type { Field } from "../../text/span.ts";
import type { Context } from "../context.ts";
import { measure } from "./kx.ts";
import { none } from "./none.ts";

/** A stated amount that says nothing about the claim's services. */
export interface AmountOfOtherYear {
  readonly stated: StatedAmount;
  readonly asOf: Field<CalendarDate>;
  /** The first year of service that it misses. */
  readonly year: number;
}

/**
 * The claim's stated amounts of a year in which it has no services of the bucket, though it has some in a year for which nothing is
 * stated in the file.
 */
export function amountsOfOtherYears(claim: Claim, context: Context): readonly AmountOfOtherYear[] {
  if (claim.statedAmounts.length === 0) return none;
  return claim.statedAmounts.flatMap((stated): readonly AmountOfOtherYear[] => {
    const { asOf, amount, bucket } = stated;
    if (asOf === undefined || amount === undefined) return none;
    const years = yearsWithoutAmount(claim, bucket, context);
    const [year] = years;
    return year === undefined || years.includes(yearOf(asOf.value)) ? none : [{ stated, asOf, year }];
  });
}

/** The years of the bucket's services; none as soon as an amount is stated for one of them. */
function yearsWithoutAmount(claim: Claim, bucket: StatedAmount["bucket"], context: Context): readonly number[] {
  const years: number[] = [];
  for (const line of claim.serviceLines) {
    if (context.answer("kx", line) !== "required") continue;
    const used = measure(line, context)?.used;
    if (used?.bucket !== bucket) continue;
    if (used.restsOn !== undefined) return none;
    years.push(used.year);
  }
  return years;
}
