import type { Source } from "../model/tables.ts";

/** A fact that was read at its source. */
export function verified(title: string): Source {
  return { title, evidence: "verified" };
}

/** A fact that is known, with that confidence, and was not read at its source. */
export function recalled(confidence: "high" | "medium" | "low", title: string): Source {
  return { title, evidence: `recalled-${confidence}` };
}
