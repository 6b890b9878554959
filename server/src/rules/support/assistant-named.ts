import { type Claim, type ServiceLine, clinicianOf } from "../../model/claim.ts";
import type { Clinician } from "../../model/clinician.ts";
import { type AssistantModifier, assistantModifierOf } from "../../model/discipline.ts";
import type { Span } from "../../text/span.ts";
import { isAssistant } from "./assistant.ts";
import { renderingTaxonomyOf } from "./provider.ts";
import { modifierOfAssistant } from "./taxonomy.ts";

/** An assistant who is told to have given a line's service. */
export interface NamedAssistant {
  readonly modifier: AssistantModifier;
  /** Where the assistant is named. */
  readonly span: Span;
}

/** The one who is named in the row or at the claim's head, with the minutes, or by the specialty of who rendered it. */
export function assistantNamed(line: ServiceLine, claim: Claim): NamedAssistant | undefined {
  const minutes = line.minutes.filter(({ value }) => value > 0);
  if (minutes.some((one) => one.clinician !== undefined && !isAssistant(one.clinician))) return undefined;
  const named = clinicianOf(line, claim);
  // A bare name tells nothing.
  if (named?.value.role !== undefined) return namedBy(named, modifierOfClinician(named.value));
  const [first] = minutes;
  if (minutes.some((one) => one.clinician !== first?.clinician)) return undefined;
  if (first?.clinician !== undefined) return namedBy(first, first.clinician === "PTA" ? "CQ" : "CO");
  const taxonomy = renderingTaxonomyOf(line, claim);
  return taxonomy && namedBy(taxonomy, modifierOfAssistant(taxonomy.value));
}

function namedBy(span: Span, modifier: AssistantModifier | undefined): NamedAssistant | undefined {
  return modifier && { modifier, span };
}

function modifierOfClinician({ discipline, role }: Clinician): AssistantModifier | undefined {
  return role === "assistant" && discipline !== undefined ? assistantModifierOf(discipline) : undefined;
}
