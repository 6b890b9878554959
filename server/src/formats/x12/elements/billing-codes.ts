import { findModifier } from "../../../data/modifiers.ts";
import { findProcedure } from "../../../data/procedures.ts";
import { findRemittanceCode } from "../../../data/remittance-codes.ts";
import type { Codes, ElementText } from "./element-text.ts";

/** A composite of a procedure and its modifiers, of which the tables tell what each means. */
export function billedProcedure(components: readonly ElementText[], kinds: Codes = {}): readonly ElementText[] {
  return components.map((component) => {
    if (component.codes !== undefined) return { ...component, codes: { ...component.codes, ...kinds } };
    if (component.name === "procedure code") return { ...component, meaning: procedureMeaning };
    return component.name.startsWith("modifier") ? { ...component, meaning: modifierMeaning } : component;
  });
}

function procedureMeaning(code: string): string | undefined {
  return findProcedure(code.toUpperCase())?.description;
}

function modifierMeaning(code: string): string | undefined {
  return findModifier(code.toUpperCase())?.meaning;
}

/** What a claim adjustment reason code says, and what it means for therapy. */
export function reasonMeaning(code: string): string | undefined {
  return meaningOf("CARC", code);
}

/** The same of a remittance advice remark code. */
export function remarkMeaning(code: string): string | undefined {
  return meaningOf("RARC", code);
}

function meaningOf(kind: "CARC" | "RARC", code: string): string | undefined {
  const found = findRemittanceCode(code);
  return found?.kind === kind ? `${found.meaning}. ${found.inTherapy}` : undefined;
}
