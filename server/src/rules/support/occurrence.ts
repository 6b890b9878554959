import type { Claim } from "../../model/claim.ts";
import type { Discipline } from "../../model/discipline.ts";

/** What an outpatient therapy claim says of a discipline: when its plan was set up or last reviewed, and when treatment began. */
export interface TherapyOccurrences {
  readonly plan: string;
  readonly start: string;
}

export const onset = "11";

/** The day on which the advance beneficiary notice was given. */
export const noticeGiven = "32";

/** When a CORF's own plan was set up: one plan for all disciplines. */
export const corfPlan = "28";

export const occurrencesOf: Readonly<Record<Discipline, TherapyOccurrences>> = {
  PT: { plan: "29", start: "35" },
  OT: { plan: "17", start: "44" },
  SLP: { plan: "30", start: "45" },
};

export function hasOccurrence(claim: Claim, code: string): boolean {
  return claim.occurrences.some((occurrence) => occurrence.value === code);
}
