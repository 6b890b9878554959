import type { Discipline } from "./discipline.ts";

/** Who treated, as far as a credential says it. */
export interface Clinician {
  /** As written, upper case, without periods: `PTA`, `OTR/L`; undefined where only a name stands. */
  readonly credential: string | undefined;
  /** Undefined for whoever is neither therapist nor therapist's assistant, and where no credential stands. */
  readonly discipline: Discipline | undefined;
  /** `other`: one of an occupation whose services Medicare does not pay as therapy. */
  readonly role: "therapist" | "assistant" | "practitioner" | "other" | undefined;
  /** With its article, of the role `other`: `an aide`. */
  readonly occupation?: string;
}
