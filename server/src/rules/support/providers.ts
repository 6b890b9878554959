import type { Claim, Provider, ServiceLine } from "../../model/claim.ts";
import { isTherapistTaxonomy } from "./taxonomy.ts";

/** Who answers for the line: its own rendering provider, else the claim's, else who bills. */
export function renderingOf(claim: Claim, line?: ServiceLine): Provider {
  const own = line?.renderingProvider;
  if (own?.npi !== undefined) return own;
  return claim.renderingProvider.npi === undefined ? claim.billingProvider : claim.renderingProvider;
}

/** Whether the referring provider's number is that of a therapist who treats. */
export function isOwnReferral(claim: Claim): boolean {
  const npi = claim.referringProvider.npi?.value;
  if (npi === undefined) return false;
  if (isTherapist(claim, undefined) && renderingOf(claim).npi?.value === npi) return true;
  return claim.serviceLines.some((line) => isTherapist(claim, line) && renderingOf(claim, line).npi?.value === npi);
}

/** Whether a taxonomy code, or else a credential, says so. */
function isTherapist(claim: Claim, line: ServiceLine | undefined): boolean {
  const taxonomy = renderingOf(claim, line).taxonomy?.value;
  if (taxonomy !== undefined) return isTherapistTaxonomy(taxonomy);
  return (line?.clinician ?? claim.clinician)?.value.role === "therapist";
}
