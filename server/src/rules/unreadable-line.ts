import { defineProblem } from "./rule.ts";

export const unreadableLine = defineProblem({
  id: "unreadable-line",
  severity: "warning",
  docs: {
    summary: "A line looks like a service line and could not be read as one.",
    why:
      "A code beside a date, an amount or a modifier is most likely a service that was meant to be billed. The line " +
      "fits no form that is read, so nothing on it is checked and its amount is in no sum. Letterhead and free text " +
      "pass in silence; only what may be money is named.",
    remedy: "Write the code first or under the code column, or mark the line as a comment with #.",
    applies:
      "Superbills and claims in plain text; rows of a CSV whose cells do not stand under its header, and a CSV without one.",
    incorrect: "DOS: 2026-03-02\n97110 GP x2\nsee also 97140 GP 44.00",
    correct: "DOS: 2026-03-02\n97110 GP x2\n97140 GP x1 $44.00\n# see also the note of that day",
    sources: [{ title: "The plain-text superbill and claim format of Therapy Claims" }],
  },
});
