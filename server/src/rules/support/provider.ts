import type { Claim, NamedPayer, ServiceLine } from "../../model/claim.ts";
import type { DatedLine } from "../../model/visit.ts";
import type { Context } from "../context.ts";

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

function isSamePayer(first: NamedPayer, second: NamedPayer): boolean {
  return (
    first.name?.value === second.name?.value &&
    first.filingIndicator?.value === second.filingIndicator?.value &&
    first.payerId?.value === second.payerId?.value
  );
}

/** The line's rendering provider, else the claim's. */
export function renderingNpi(line: ServiceLine, claim: Claim): string | undefined {
  return line.renderingProvider?.npi?.value ?? claim.renderingProvider.npi?.value;
}
