import type { Diagnosis } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import { textOf } from "../../text/span.ts";
import type { Context } from "../context.ts";

/** Services from this date on are billed with ICD-10-CM (45 CFR 162.1002). */
export const icd10From: CalendarDate = "2015-10-01";

/** The form that a code of ICD-10-CM has without its dot. The letters I and O never stand behind the first character. */
export function isIcd10Shaped(code: string): boolean {
  return /^[A-Z]\d[0-9A-HJ-NP-Z]{1,5}$/.test(code);
}

/** `M54.50`. */
export function dotted(code: string): string {
  return code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}

/** For `attests` of a fix that states another diagnosis. */
export function attestedByDiagnosis(code: string): string {
  return `The claim then states ${dotted(code)} as the diagnosis, and the record must support it.`;
}

/** As the claim writes its codes: X12 has no dots, and elsewhere a code of three characters has none to follow. */
export function writtenLike(diagnosis: Diagnosis, code: string, context: Context): string {
  if (context.formatId === "x12") return code;
  const written = textOf(diagnosis);
  return written.includes(".") || written.length <= 3 ? dotted(code) : code;
}
