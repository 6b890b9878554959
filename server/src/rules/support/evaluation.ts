import type { Discipline } from "../../model/discipline.ts";
import type { Procedure } from "../../model/tables.ts";

/** Only a therapist may evaluate. */
export function isEvaluation(procedure: Procedure | undefined): boolean {
  return procedure?.category === "evaluation" || procedure?.category === "re-evaluation";
}

/** The evaluations, re-evaluations and assessments that lead to another plan of care, those of former years too. */
export const planningEvaluations: Readonly<Record<Discipline, readonly string[]>> = {
  PT: ["97161", "97162", "97163", "97164", "97001", "97002"],
  OT: ["97165", "97166", "97167", "97168", "97003", "97004"],
  SLP: ["92506", "92521", "92522", "92523", "92524", "92597", "92605", "92607", "92608", "92610", "96105", "96125"],
};
