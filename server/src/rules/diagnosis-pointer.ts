import type { Claim, ServiceLine } from "../model/claim.ts";
import { textOf } from "../text/span.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { andList } from "./support/words.ts";

export const diagnosisPointer = defineRule({
  id: "diagnosis-pointer",
  severity: "error",
  docs: {
    summary: "A line points to a diagnosis that the claim does not list, or to more than four.",
    why:
      "Each line says by letters or numbers which of the claim's diagnoses the service was for. A letter without a diagnosis says " +
      "nothing, and the line comes back as incomplete (reason 16 with remark M76). The claim lists up to twelve diagnoses, a line points " +
      "to four of them at most, the first being the main reason for the service.",
    remedy: "Add the diagnosis, or point to one that is listed.",
    applies:
      "Every payer and date: an error in X12. In a superbill it is a warning, and only where the claim lists diagnoses at all.",
    incorrect: "Dx A: M54.50\nDate        Code   Mods  Units  Dx\n2026-03-02  97110  GP    2      B",
    correct: "Dx A: M54.50\nDate        Code   Mods  Units  Dx\n2026-03-02  97110  GP    2      A",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 26, section 10.4, items 21 and 24E" },
      { title: "ASC X12N 837P, loop 2400, SV107" },
    ],
  },

  checkLine(line, context, report) {
    const { diagnosisPointers: pointers } = line;
    const { diagnoses } = context.claim;
    if (pointers.length === 0 || (diagnoses.length === 0 && !isFirstToPoint(line, context))) return;
    // In free text a code may stand where it is not read as one.
    const severity = context.formatId === "x12" ? "error" : "warning";
    for (const pointer of pointers) {
      if (diagnoses.some(({ letter }) => letter === pointer.value)) continue;
      report(pointer, `Pointer ${textOf(pointer)} has no diagnosis; the claim lists ${listed(context)}`, { severity });
      if (diagnoses.length === 0) return;
    }
    const fifth = pointers[4];
    if (fifth !== undefined) {
      report(fifth, `${String(pointers.length)} diagnoses are pointed to; a line takes four at most`, { severity });
    }
  },
});

/** X12 has no claim without diagnoses; told once. A superbill that lists none may take them from elsewhere. */
function isFirstToPoint(line: ServiceLine, { claim, formatId }: Context): boolean {
  return formatId === "x12" && claim.serviceLines.find(pointsSomewhere) === line;
}

function pointsSomewhere({ diagnosisPointers }: ServiceLine): boolean {
  return diagnosisPointers.length > 0;
}

/** As the format's pointers name them: letters, or in X12 numbers. */
function listed({ claim, formatId }: Context): string {
  const letters = lettersOf(claim);
  if (letters.length === 0) return "none";
  if (formatId !== "x12") return andList(letters);
  const numbers = letters.map((letter) => String(letter.charCodeAt(0) - 64));
  return `${numbers.length === 1 ? "number" : "numbers"} ${andList(numbers)}`;
}

function lettersOf({ diagnoses }: Claim): readonly string[] {
  return [...new Set(diagnoses.map(({ letter }) => letter))].sort();
}
