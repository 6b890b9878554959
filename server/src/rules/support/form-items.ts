import type { Claim } from "../../model/claim.ts";
import { textOf } from "../../text/span.ts";

/** What every claim states, beside its lines. */
export const formItems: readonly { readonly name: string; readonly isIn: (claim: Claim) => boolean }[] = [
  { name: "the patient", isIn: ({ patient }) => patient !== undefined },
  { name: "the member id", isIn: ({ beneficiaryId }) => beneficiaryId !== undefined },
  {
    name: "the NPI of who bills",
    // A therapist in solo practice may give one number for both, and one of which it is not said whose it is may be that of who bills.
    isIn: ({ billingProvider, renderingProvider, hasUnclearNpi }) =>
      hasUnclearNpi === true || (billingProvider.npi ?? renderingProvider.npi) !== undefined,
  },
  { name: "a diagnosis", isIn: ({ diagnoses }) => diagnoses.length > 0 },
  {
    name: "the place of service",
    isIn: ({ kind, placeOfService, serviceLines }) =>
      kind === "institutional" ||
      placeOfService !== undefined ||
      serviceLines.some((line) => line.placeOfService !== undefined),
  },
];

/** A form, and not a snippet: it has a title, or says whose it is. */
export function isForm(claim: Claim): boolean {
  if (claim.patient !== undefined || claim.beneficiaryId !== undefined || claim.claimId !== undefined) return true;
  return /^(?:superbill|claim)/i.test(textOf(claim.head));
}

/** A form that states everything that a claim needs beside its lines, and leaves open of no NPI whose it is. */
export function isWholeForm(claim: Claim): boolean {
  return isForm(claim) && claim.hasUnclearNpi !== true && formItems.every(({ isIn }) => isIn(claim));
}
