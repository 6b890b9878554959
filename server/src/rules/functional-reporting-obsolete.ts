import { defineRule } from "./rule.ts";
import { isMedicare } from "./support/medicare.ts";

/** Claims for services from this date on tell nothing of function. */
const endedWith = "2018-12-31";

export const functionalReportingObsolete = defineRule({
  id: "functional-reporting-obsolete",
  severity: "warning",
  codes: (_code, procedure) => procedure?.disposition === "functional-reporting",
  docs: {
    summary: "The line reports a patient's function by a code that nobody asks for any more.",
    why:
      "From 2013 to 2018 Medicare wanted therapy claims to tell how limited a patient was: 42 codes without payment, with a severity from " +
      "CH to CN. Services from 2019-01-01 need none of it. The codes themselves lasted through 2019 and are invalid since: such a line " +
      "is then denied (reason 181), and some contractors return the claim.",
    remedy: "Take the line away. Templates and macros of that time are where it usually comes from.",
    applies:
      "Services of 2019 at traditional Medicare, as a warning; services from 2020-01-01 at every payer, as an error. Earlier services are " +
      "not looked at.",
    incorrect: "DOS: 2026-03-02\n97110 GP x2\nG8978 GP CK x1",
    correct: "DOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "CMS therapy services page on the end of functional reporting" },
      { title: "Calendar year 2019 physician fee schedule final rule (83 FR 59452)" },
      { title: "45 CFR 162.1000 (codes valid when the care is furnished)" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const procedure = context.procedure(line);
    if (date === undefined || procedure === undefined || date <= endedWith) return;
    const { to } = procedure.exists;
    const isInvalid = to !== null && date > to;
    if (!isInvalid && !isMedicare(context)) return;
    const end = isInvalid ? `, and the code ended on ${to}` : "";
    report(line.procedure, `${procedure.code} reports function, which ended with ${endedWith}${end}`, {
      severity: isInvalid ? "error" : "warning",
      fixes: [
        {
          title: `Remove the line of ${procedure.code}`,
          safety: "review",
          changes: [{ kind: "removal", line }],
          attests: "The claim no longer tells of the patient's function.",
        },
      ],
      tag: "deprecated",
    });
  },
});
