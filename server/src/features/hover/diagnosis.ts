import type { Claim, Diagnosis } from "../../model/claim.ts";
import { escapeMarkdown } from "./markdown.ts";
import type { Explainer } from "./explanation.ts";
import { covers } from "./place.ts";

/** A diagnosis pointer, and a diagnosis with the lines that point to it. */
export const explainDiagnosis: Explainer = (place, { claim }) => {
  for (const line of claim.serviceLines) {
    const pointer = line.diagnosisPointers.find((field) => covers(field, place));
    if (pointer !== undefined) return { span: pointer, markdown: describePointer(pointer.value, claim), sources: [] };
  }
  const diagnosis = claim.diagnoses.find((field) => covers(field, place));
  if (diagnosis === undefined) return undefined;
  return { span: diagnosis, markdown: describeDiagnosis(diagnosis, claim), sources: [] };
};

/** Lines of an institution in X12 point to none. */
function describeDiagnosis({ letter, value, codeSet }: Diagnosis, claim: Claim): string {
  if (claim.kind === "institutional" && codeSet !== undefined) return `**Diagnosis** · ${withDot(value)}`;
  return `**Diagnosis ${letter}** · ${withDot(value)}; ${pointing(letter, claim)}`;
}

function describePointer(letter: string, claim: Claim): string {
  const diagnosis = claim.diagnoses.find((one) => one.letter === letter);
  const meaning = diagnosis === undefined ? "the claim has no such diagnosis" : withDot(diagnosis.value);
  return `**Diagnosis ${escapeMarkdown(letter)}** · ${meaning}`;
}

function pointing(letter: string, claim: Claim): string {
  const count = claim.serviceLines.filter((line) =>
    line.diagnosisPointers.some((field) => field.value === letter),
  ).length;
  if (count === 0) return "no service line points to it";
  return count === 1 ? "one service line points to it" : `${count.toString()} service lines point to it`;
}

/** `M5450` as people write it: `M54.50`. */
function withDot(code: string): string {
  return escapeMarkdown(code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code);
}
