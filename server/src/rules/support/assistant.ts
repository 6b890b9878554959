import type { CalendarDate } from "../../model/date.ts";
import type { AssistantModifier } from "../../model/discipline.ts";
import type { Context } from "../context.ts";
import type { Severity } from "../rule.ts";

/** CQ and CO are required on services from this date on (42 USC 1395m(v)). */
export const assistantModifiersFrom: CalendarDate = "2020-01-01";

/** The manual's text on how CQ and CO pair with a plan modifier is Medicare's own: elsewhere a person must look. */
export function severityOfPairing(context: Context): Severity {
  return context.payer.id === "medicare-b" ? "error" : "warning";
}

/** With its article. */
export function assistantOf(modifier: AssistantModifier): "a PTA" | "an OTA" {
  return modifier === "CQ" ? "a PTA" : "an OTA";
}
