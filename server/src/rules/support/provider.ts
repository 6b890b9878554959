import { type Claim, type NamedPayer, type Provider, type ServiceLine, clinicianOf } from "../../model/claim.ts";
import type { DatedLine } from "../../model/visit.ts";
import type { Field } from "../../text/span.ts";
import type { Context } from "../context.ts";
import { isTherapistOrAssistant } from "./taxonomy.ts";

/** Who answers for the line: its own rendering provider, else the claim's, else who bills. */
export function renderingOf(claim: Claim, line?: ServiceLine): Provider {
  const own = line?.renderingProvider;
  if (own?.npi !== undefined) return own;
  return claim.renderingProvider.npi === undefined ? claim.billingProvider : claim.renderingProvider;
}

/** The number of the line's rendering provider, else of the claim's. */
export function renderingNpi(line: ServiceLine, claim: Claim): string | undefined {
  return line.renderingProvider?.npi?.value ?? claim.renderingProvider.npi?.value;
}

/** The specialty of who rendered the line: its own provider's where it names one, else the claim's. */
export function renderingTaxonomyOf(line: ServiceLine, claim: Claim): Field<string> | undefined {
  const own = line.renderingProvider;
  if (own === undefined) return claim.renderingProvider.taxonomy;
  // A row may repeat the NPI of the provider whose specialty stands at the head of the claim.
  const isSame = own.npi !== undefined && own.npi.value === claim.renderingProvider.npi?.value;
  return own.taxonomy ?? (isSame ? claim.renderingProvider.taxonomy : undefined);
}

/** What a claim calls who certifies the plan. An institution names the attending provider, and a referring one where that is another. */
export function certifierRole({ kind }: Claim): "referring" | "attending or referring" {
  return kind === "institutional" ? "attending or referring" : "referring";
}

/** Whether the referring provider's number is that of a therapist who treats. */
export function isOwnReferral(claim: Claim): boolean {
  const npi = claim.referringProvider.npi?.value;
  if (npi === undefined) return false;
  if (isTherapists(claim, undefined) && renderingOf(claim).npi?.value === npi) return true;
  for (const line of claim.serviceLines) {
    if (isTherapists(claim, line) && renderingOf(claim, line).npi?.value === npi) return true;
  }
  return false;
}

/** Whether a taxonomy code says so, or else a credential. */
function isTherapists(claim: Claim, line: ServiceLine | undefined): boolean {
  const taxonomy = renderingOf(claim, line).taxonomy?.value;
  if (taxonomy !== undefined) return isTherapistOrAssistant(taxonomy);
  return clinicianOf(line, claim)?.value.role === "therapist";
}

/**
 * Two lines of the claim are one provider's: on an institutional claim always, else by the rendering provider's NPI. Where that is
 * not known, by the discipline that both lines state: a clinic's PT and its SLP are two practitioners.
 */
export function isOneProvider(first: ServiceLine, second: ServiceLine, context: Context): boolean {
  const { claim } = context;
  if (claim.kind === "institutional") return true;
  const npi = renderingNpi(first, claim);
  const other = renderingNpi(second, claim);
  if (npi !== undefined && other !== undefined) return npi === other;
  const discipline = context.disciplineOf(first);
  return discipline !== undefined && discipline === context.disciplineOf(second);
}

/** A line of another claim is certainly of the same provider, and billed to the same payer. */
export function isCertainlyOneProvider(
  line: ServiceLine,
  { claim, line: other }: DatedLine,
  context: Context,
): boolean {
  const npi = renderingNpi(line, context.claim);
  const billing = context.claim.billingProvider.npi?.value;
  return (
    npi !== undefined &&
    billing !== undefined &&
    claim.kind === context.claim.kind &&
    npi === renderingNpi(other, claim) &&
    billing === claim.billingProvider.npi?.value &&
    isSamePayer(context.claim.payer, claim.payer)
  );
}

/** Whether one provider bills both; undefined where only one of the two names its own. */
export function isSameBilling(first: Claim, second: Claim): boolean | undefined {
  const [npi, other] = [first.billingProvider.npi?.value, second.billingProvider.npi?.value];
  if (npi === other) return true;
  return npi === undefined || other === undefined ? undefined : false;
}

/** Both claims name it alike. */
export function isSamePayer(first: NamedPayer, second: NamedPayer): boolean {
  return (
    first.name?.value === second.name?.value &&
    first.filingIndicator?.value === second.filingIndicator?.value &&
    first.payerId?.value === second.payerId?.value
  );
}
