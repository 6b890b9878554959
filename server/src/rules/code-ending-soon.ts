import { addDays } from "../model/date.ts";
import { defineRule } from "./rule.ts";
import { successorsOf } from "./support/code-change.ts";
import { orList } from "./support/words.ts";

const daysAhead = 90;

export const codeEndingSoon = defineRule({
  id: "code-ending-soon",
  severity: "hint",
  codes: (_code, procedure) => typeof procedure?.exists.to === "string",
  docs: {
    summary: "The code is valid on the date of service, and ends within the next 90 days.",
    why:
      "Codes end with a year or a quarter, and a code must be valid on the day of the service. Superbills, templates and authorizations that " +
      "name an ending code need the new one in time; the claim at hand is right.",
    remedy: "Nothing on this claim. Change templates, and ask for new authorizations where the payer names codes.",
    applies: "Every payer: codes whose last day lies within 90 days after today, on lines dated until that day.",
    incorrect: "DOS: 2016-11-10\n97001 GP x1",
    correct: "DOS: 2016-11-10\n97110 GP x2",
    sources: [
      { title: "45 CFR 162.1000 (codes valid when the care is furnished)" },
      { title: "CMS annual update of the therapy code list" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const procedure = context.procedure(line);
    const end = procedure?.exists.to;
    if (date === undefined || procedure === undefined || end === undefined || end === null || end < date) return;
    if (end < context.today || end > addDays(context.today, daysAhead)) return;
    const successors = successorsOf(procedure, addDays(end, 1), context);
    const then = successors.length === 0 ? "" : `; then ${orList(successors)}`;
    report(line.procedure, `${procedure.code} ends on ${end}${then}`);
  },
});
