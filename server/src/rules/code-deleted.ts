import { defineRule } from "./rule.ts";
import { replaceCode, severityOfCodeDate, successorsOf } from "./support/code-change.ts";
import { orList } from "./support/words.ts";

export const codeDeleted = defineRule({
  id: "code-deleted",
  severity: "error",
  codes: (_code, procedure) => typeof procedure?.exists.to === "string",
  docs: {
    summary: "The code had ended before the date of service.",
    why:
      "A procedure code must be valid on the day of the service, for every payer: that is the federal rule for code sets. An ended code " +
      "is denied as invalid on the date (reason 181). Where one code took its place the change is plain; where an evaluation was split " +
      "into several, as 97001 was in 2017, the record decides which one it was. A code that only left the therapy list is still valid " +
      "and is not found here.",
    remedy:
      "Bill the code that was valid on the day; look at units and charge again, since the new code may mean another " +
      "service.",
    applies:
      "Every payer, by date of service. A warning or a hint where the end of the code is recalled and not confirmed by its source.",
    incorrect: "DOS: 2026-03-02\n97002 GP x1",
    correct: "DOS: 2026-03-02\n97164 GP x1",
    sources: [
      { title: "45 CFR 162.1000 (codes valid when the care is furnished)" },
      { title: "Claim adjustment reason code 181" },
      { title: "CMS annual update of the therapy code list" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const procedure = context.procedure(line);
    const end = procedure?.exists.to;
    if (date === undefined || procedure === undefined || end === undefined || end === null || date <= end) return;
    const successors = successorsOf(procedure, date, context);
    const replaced = successors.length === 0 ? "" : `; ${orList(successors)} took its place`;
    report(line.procedure, `${procedure.code} ended on ${end}${replaced}`, {
      severity: severityOfCodeDate(procedure),
      fixes: successors.map((code) => replaceCode(line, code)),
      tag: "deprecated",
    });
  },
});
