import type { Source } from "../../model/tables.ts";

/** Read at its source, or known well enough to call a claim wrong by it. */
export function isSure({ evidence }: Source): boolean {
  return evidence === "verified" || evidence === "recalled-high";
}
