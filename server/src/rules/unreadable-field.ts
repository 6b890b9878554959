import { defineProblem } from "./rule.ts";

export const unreadableField = defineProblem({
  id: "unreadable-field",
  severity: "warning",
  docs: {
    summary: "The value of a field could not be read.",
    why:
      "A known label stands there with a value that is not of its kind: an amount that is no amount, a payer " +
      "setting or a plan of care that is no date. The field counts as empty, and nothing is guessed from it. In a table of claims, a row may " +
      "also say something else than the rows of its claim above it, such as another birth date: the first one counts.",
    remedy: "Write the value in one of the usual forms, such as 2,310.40 or 2026-03-02.",
    applies:
      "Fields of superbills and claims in plain text, cells of tables of claims, and elements of X12 whose value has the wrong form.",
    incorrect: "DOS: 2026-03-02\nTotal: 12x.00\n97110 GP x2",
    correct: "DOS: 2026-03-02\nTotal: 78.00\n97110 GP x2",
    sources: [{ title: "The plain-text superbill and claim format of Therapy Claims" }],
  },
});
