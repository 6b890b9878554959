import type { Claim } from "../../model/claim.ts";

/** Inpatient, swing bed, skilled nursing under Part A, home health under its plan, hospice. */
const withoutPartBTherapy = new Set(["11", "18", "21", "32", "81", "82"]);

/** The claim's type of bill never carries outpatient therapy of Part B, so nothing on it answers to that list's rules. */
export function isOutsidePartBTherapy(claim: Claim): boolean {
  return withoutPartBTherapy.has(facilityOf(claim));
}

/** A critical access hospital is paid on cost. */
export function isCriticalAccessHospital(claim: Claim): boolean {
  return facilityOf(claim) === "85";
}

/** The first two digits of the type of bill, without its leading zero; empty on a professional claim. */
function facilityOf(claim: Claim): string {
  return claim.typeOfBill?.value.replace(/^0/, "").slice(0, 2) ?? "";
}
