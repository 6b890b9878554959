import type { Claim, ServiceLine } from "../../model/claim.ts";
import type { Discipline } from "../../model/discipline.ts";
import type { Field } from "../../text/span.ts";

/** The specialty of who rendered the line: its own provider's where it names one, else the claim's. */
export function renderingTaxonomyOf(line: ServiceLine, claim: Claim): Field<string> | undefined {
  const own = line.renderingProvider;
  if (own === undefined) return claim.renderingProvider.taxonomy;
  // A row may repeat the NPI of the provider whose specialty stands at the head of the claim.
  const isSame = own.npi !== undefined && own.npi.value === claim.renderingProvider.npi?.value;
  return own.taxonomy ?? (isSame ? claim.renderingProvider.taxonomy : undefined);
}

/** Of a therapist's specialty (National Uniform Claim Committee): 2251 is of PTs, 225X of OTs, 235Z of SLPs. */
export function disciplineOfTherapist(taxonomy: string): Discipline | undefined {
  return disciplineByPrefix.get(taxonomy.slice(0, 4).toUpperCase());
}

const disciplineByPrefix: ReadonlyMap<string, Discipline> = new Map([
  ["2251", "PT"],
  ["225X", "OT"],
  ["235Z", "SLP"],
]);
