import type { Procedure } from "../../model/tables.ts";

/** For `codes` of a rule: an untimed therapy code that stands for the whole service; what counts limbs or hands, or has no name, does not. */
export function isOncePerDay(_code: string, procedure: Procedure | undefined): boolean {
  if (procedure === undefined || procedure.timing.kind !== "untimed") return false;
  if (procedure.disposition !== "always" && procedure.disposition !== "sometimes") return false;
  return !procedure.isUnlisted && !/^per (?:hand|limb)/.test(procedure.timing.basis);
}
