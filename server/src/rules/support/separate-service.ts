import type { ServiceLine } from "../../model/claim.ts";
import { isVisitCode } from "./edit-table.ts";

/** The narrower forms of 59: another encounter, practitioner, part of the body, or a service that does not overlap. */
export const exactModifiers: readonly string[] = ["XE", "XP", "XS", "XU"];

/** The service was separate from another of the day. */
export const distinctModifiers: readonly string[] = ["59", ...exactModifiers];

const fingers = ["FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9"];
const toes = ["TA", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9"];
const places = new Set([...fingers, ...toes, "E1", "E2", "E3", "E4", "LT", "RT", "LC", "LD", "LM", "RC", "RI"]);

/** The modifiers by which NCCI lets a pair of indicator 1 through, on any code. */
const openers = new Set([...distinctModifiers, ...places, "27", "58", "78", "79", "91"]);

/** Those that only a visit's code may carry. */
const openersOfVisits = new Set(["24", "25", "57"]);

/** A repeated service is no duplicate. */
const repeats = new Set(["76", "77"]);

/** The line says that its service was separate, so that pairs which a modifier opens are open. */
export function opensPairs({ modifiers, procedure }: ServiceLine): boolean {
  return modifiers.some(
    ({ value }) => openers.has(value) || (openersOfVisits.has(value) && isVisitCode(procedure.value)),
  );
}

/** The line says that it is another service than one of the same code: another time, place or person. */
export function isToldApart(line: ServiceLine): boolean {
  return line.modifiers.some(({ value }) => openers.has(value) || repeats.has(value));
}
