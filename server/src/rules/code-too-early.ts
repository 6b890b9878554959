import { defineRule } from "./rule.ts";
import { predecessorsOf, replaceCode, severityOfCodeDate } from "./support/code-change.ts";
import { orList } from "./support/words.ts";

export const codeTooEarly = defineRule({
  id: "code-too-early",
  severity: "error",
  codes: (_code, procedure) => typeof procedure?.exists.from === "string",
  docs: {
    summary: "The code did not exist yet on the date of service.",
    why:
      "A procedure code must be valid on the day of the service, for every payer: that is the federal rule for code sets. A code billed " +
      "for a day before it began is denied as invalid on the date (reason 181), however right it is today. Late entries and corrected " +
      "claims of an earlier year are where this happens, and services around the turn of a year.",
    remedy:
      "Bill the code that was valid on the day, or mend the date. Units and charge may differ with the older code.",
    applies:
      "Every payer, by date of service. A warning or a hint where the beginning of the code is recalled and not confirmed by its source.",
    incorrect: "DOS: 2025-12-29\n98985 GP x1",
    correct: "DOS: 2026-01-02\n98985 GP x1",
    sources: [
      { title: "45 CFR 162.1000 (codes valid when the care is furnished)" },
      { title: "Claim adjustment reason code 181" },
      { title: "CMS annual update of the therapy code list" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const procedure = context.procedure(line);
    const begin = procedure?.exists.from;
    if (date === undefined || procedure === undefined || begin === undefined || begin === null || date >= begin) return;
    const predecessors = predecessorsOf(procedure, date, context);
    const before = predecessors.length === 0 ? "" : `; ${orList(predecessors)} was valid on ${date}`;
    report(line.procedure, `${procedure.code} begins on ${begin}${before}`, {
      severity: severityOfCodeDate(procedure),
      fixes: predecessors.map((code) => replaceCode(line, code)),
    });
  },
});
