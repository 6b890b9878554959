import type { Discipline } from "./discipline.ts";

/** Who treated, as far as a credential says it. */
export interface Clinician {
  /** As written, upper case, without periods: `PTA`, `OTR/L`; undefined where only a name stands. */
  readonly credential: string | undefined;
  /** Undefined for a physician or other practitioner, and where no credential stands. */
  readonly discipline: Discipline | undefined;
  readonly role: "therapist" | "assistant" | "practitioner" | undefined;
}
