import type { Context } from "../context.ts";
import type { Severity } from "../rule.ts";
import { isOutsidePartBTherapy } from "./bill-type.ts";

/** The claim goes to traditional Medicare, and to none of its private plans. */
export function isMedicare({ payer }: Context): boolean {
  return payer.id === "medicare-b";
}

/** Traditional Medicare, on a type of bill that may carry outpatient therapy of Part B. */
export function isMedicareTherapy(context: Context): boolean {
  return isMedicare(context) && !isOutsidePartBTherapy(context.claim);
}

/** For a fault that Medicare's own text judges: what another payer makes of it is not published, so that a person must look. */
export function severityByPayer(context: Context, atMedicare: Severity, elsewhere: Severity): Severity {
  return isMedicare(context) ? atMedicare : elsewhere;
}
