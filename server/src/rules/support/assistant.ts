import { assistantModifiersFrom } from "../../model/assistant-share.ts";
import { type Minutes, type ServiceLine, assistantModifiersOf } from "../../model/claim.ts";
import type { AssistantModifier } from "../../model/discipline.ts";
import type { Context } from "../context.ts";
import type { OfferedFix } from "../rule.ts";
import { isCriticalAccessHospital, isOutsidePartBTherapy } from "./bill-type.ts";
import { offerToRemove } from "./modifier-fix.ts";

/** With its article. */
export function assistantOf(modifier: AssistantModifier): "a PTA" | "an OTA" {
  return modifier === "CQ" ? "a PTA" : "an OTA";
}

/** The minutes are of an assistant. */
export function isAssistant(clinician: Minutes["clinician"]): boolean {
  return clinician === "PTA" || clinician === "OTA";
}

/** Undated, from before CQ and CO were asked for, or on a type of bill that they are not asked on. */
export function needsNoAssistantModifier(line: ServiceLine, { claim }: Context): boolean {
  const date = line.dateOfService?.value;
  if (date === undefined || date < assistantModifiersFrom) return true;
  return isOutsidePartBTherapy(claim) || isCriticalAccessHospital(claim);
}

/** For a line that takes neither CQ nor CO. */
export function removeAssistantModifiers(line: ServiceLine): OfferedFix {
  return offerToRemove([...new Set(assistantModifiersOf(line).map(({ value }) => value))], line);
}
