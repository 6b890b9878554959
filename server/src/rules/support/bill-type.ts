import type { Claim } from "../../model/claim.ts";

/** Inpatient, swing bed, skilled nursing under Part A, home health under its plan, hospice. */
const withoutPartBTherapy = new Set(["11", "18", "21", "32", "81", "82"]);

/** The claim's type of bill never carries outpatient therapy of Part B, so that no rule on therapy speaks of it. */
export function isOutsidePartBTherapy(claim: Claim): boolean {
  return withoutPartBTherapy.has(facilityOf(claim));
}

/** The first two digits of the bills that outpatient therapy of Part B stands on. */
export const billTypesOfTherapy: readonly string[] = ["12", "13", "22", "23", "34", "74", "75", "85"];

/**
 * Home health as it was until 2013, and the clinics whose claims list what one rate pays: therapy may stand there, and is no line of
 * its own.
 */
const listingTherapy = new Set(["33", "71", "77"]);

/** A therapy line has no place on the claim's type of bill. */
export function takesNoTherapyLines(claim: Claim): boolean {
  const facility = facilityOf(claim);
  if (facility === "" || billTypesOfTherapy.includes(facility)) return false;
  return !withoutPartBTherapy.has(facility) && !listingTherapy.has(facility);
}

/** A critical access hospital is paid on cost. */
export function isCriticalAccessHospital(claim: Claim): boolean {
  return facilityOf(claim) === "85";
}

/** Departments of hospitals, critical access hospitals among them. */
export function isHospitalOutpatient(claim: Claim): boolean {
  return hospitalOutpatient.has(facilityOf(claim));
}

const hospitalOutpatient = new Set(["13", "14", "85"]);

/** The first two digits of the type of bill, without its leading zero; empty on a professional claim. */
function facilityOf(claim: Claim): string {
  return claim.typeOfBill?.value.replace(/^0/, "").slice(0, 2) ?? "";
}
