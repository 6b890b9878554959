import { type ServiceLine, assistantModifiersOf } from "../../model/claim.ts";
import { type AssistantModifier, isAssistantModifier } from "../../model/discipline.ts";
import type { Procedure } from "../../model/tables.ts";
import type { Context } from "../context.ts";
import type { OfferedFix, Severity } from "../rule.ts";
import { severityByPayer } from "./medicare.ts";
import { andList } from "./words.ts";

export { assistantModifiersFrom } from "../../model/assistant-share.ts";

/** The manual's text on how CQ and CO pair with a plan modifier is Medicare's own: elsewhere a person must look. */
export function severityOfPairing(context: Context): Severity {
  return severityByPayer(context, "error", "warning");
}

/** With its article. */
export function assistantOf(modifier: AssistantModifier): "a PTA" | "an OTA" {
  return modifier === "CQ" ? "a PTA" : "an OTA";
}

/** What an assistant's specialty (National Uniform Claim Committee) stands for: 2252 of physical, 224Z of occupational therapy. */
export function modifierOfAssistant(taxonomy: string): AssistantModifier | undefined {
  if (taxonomy.startsWith("2252")) return "CQ";
  return taxonomy.startsWith("224Z") ? "CO" : undefined;
}

/** Supply of a remote-monitoring device: the assistant rule does not reach it. */
export const deviceSupplies: ReadonlySet<string> = new Set(["98976", "98977", "98984", "98985"]);

/** Only a therapist may evaluate. */
export function isEvaluation(procedure: Procedure | undefined): boolean {
  return procedure?.category === "evaluation" || procedure?.category === "re-evaluation";
}

/** For a line that takes neither CQ nor CO. */
export function removeAssistantModifiers(line: ServiceLine): OfferedFix {
  const removed = [...new Set(assistantModifiersOf(line).map(({ value }) => value))];
  const to = line.modifiers.map(({ value }) => value).filter((value) => !isAssistantModifier(value));
  return {
    title: `Remove ${andList(removed)}`,
    safety: "review",
    changes: [{ kind: "modifiers", line, to }],
    ...attestedByRemoving(...removed),
  };
}
