import { defineProblem } from "./rule.ts";

export const unknownField = defineProblem({
  id: "unknown-field",
  severity: "hint",
  docs: {
    summary: "A label is nearly that of a known field.",
    why:
      "One or two letters part the label from one that is read, so it is probably meant to be that one. As it " +
      "stands its value is passed over as free text. Of a mistyped column of modifiers in a table of claims the modifiers are read all the " +
      "same: without them its lines would be found wrong.",
    remedy: "Correct the label. A line that is meant as a remark can begin with Note: or #.",
    applies: "Superbills and claims in plain text, and the names of columns in tables of claims.",
    incorrect: "Diagnoss: M54.50\nDOS: 2026-03-02\n97110 GP x2",
    correct: "Diagnosis: M54.50\nDOS: 2026-03-02\n97110 GP x2",
    sources: [{ title: "The plain-text superbill and claim format of Therapy Claims" }],
  },
});
