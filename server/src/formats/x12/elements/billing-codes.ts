import { findModifier } from "../../../data/modifiers.ts";
import { findProcedure } from "../../../data/procedures.ts";
import { findRemittanceCode } from "../../../data/remittance-codes.ts";
import type { CodeMeaning, Codes, ElementText } from "./element-text.ts";

/** A composite of a procedure and its modifiers, of which the tables tell what each means. */
export function billedProcedure(components: readonly ElementText[], kinds: Codes = {}): readonly ElementText[] {
  return components.map((component) => {
    if (component.codes !== undefined) return { ...component, codes: { ...component.codes, ...kinds } };
    if (component.name === "procedure code") return { ...component, meaning: procedureMeaning };
    return component.name.startsWith("modifier") ? { ...component, meaning: modifierMeaning } : component;
  });
}

const adjustmentGroups: Codes = {
  CO: "contractual: the provider writes it off",
  CR: "correction",
  OA: "another adjustment",
  PI: "the payer's own reduction",
  PR: "the patient owes it",
};

/** Of a CAS segment: who bears what is taken off, and up to six reasons with their amounts. */
export const adjustmentElements: readonly ElementText[] = [
  { name: "who bears it", codes: adjustmentGroups },
  ...[1, 2, 3, 4, 5, 6].flatMap((index) => [
    { name: `reason ${index}`, note: "A claim adjustment reason code (CARC).", meaning: reasonMeaning },
    { name: `amount ${index}`, note: "What is taken off the charge for this reason; negative where it is added." },
    { name: `quantity ${index}`, note: "Units that were taken off." },
  ]),
];

function procedureMeaning(code: string): CodeMeaning | undefined {
  const found = findProcedure(code.toUpperCase());
  return found && { words: `${found.description}.`, source: found.source };
}

function modifierMeaning(code: string): CodeMeaning | undefined {
  const found = findModifier(code.toUpperCase());
  return found && { words: `${found.meaning}.`, source: found.source };
}

/** What a claim adjustment reason code says, and what it means for therapy. */
function reasonMeaning(code: string): CodeMeaning | undefined {
  return meaningOf("CARC", code);
}

/** The same of a remittance advice remark code. */
export function remarkMeaning(code: string): CodeMeaning | undefined {
  return meaningOf("RARC", code);
}

function meaningOf(kind: "CARC" | "RARC", code: string): CodeMeaning | undefined {
  const found = findRemittanceCode(code);
  if (found?.kind !== kind) return undefined;
  const { meaning, inTherapy, rules, source } = found;
  const sentences = [`${meaning}.`, inTherapy];
  if (rules.length > 0) sentences.push(`Found before the claim goes out by ${rules.join(", ")}.`);
  return { words: sentences.join(" "), source };
}
