import type { ServiceLine } from "../model/claim.ts";
import { type Bounds, hasNotice } from "../model/used-amount.ts";
import { atMostAllOf, exactly, unknown } from "./bounds.ts";

/**
 * What a line adds to the year's amount. The allowed amount counts; where it is not stated, or the units are none that a line can have,
 * only the charge limits it. A negative charge takes back up to that much.
 */
export function amountOf(line: ServiceLine): Bounds {
  if (hasNotice(line)) return exactly(0);
  const allowed = line.allowedAmount?.value;
  if (allowed !== undefined && hasPossibleUnits(line)) return exactly(allowed);
  const charge = line.charge?.value;
  return charge === undefined ? unknown : atMostAllOf(exactly(charge));
}

function hasPossibleUnits(line: ServiceLine): boolean {
  const units = line.units?.value;
  return units === undefined || (Number.isInteger(units) && units > 0);
}
