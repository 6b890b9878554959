import { defineProblem } from "./rule.ts";

export const dateWithoutYear = defineProblem({
  id: "date-without-year",
  severity: "warning",
  docs: {
    summary: "A date has no year, and no service above it tells which year is meant.",
    why:
      "Codes, edits and yearly amounts change with the year, so a year is never guessed. A date such as 3/12 takes " +
      "the year of the nearest date of service above it; the first one of a claim must carry its own.",
    remedy: "Write the year once, at the first date.",
    applies: "Superbills and claims in plain text.",
    incorrect: "Certified: 3/2\nDOS: 3/12/2026\n97110 GP x2",
    correct: "DOS: 3/12/2026\n97110 GP x2\nDOS: 3/14\n97110 GP x2",
    sources: [{ title: "The plain-text superbill and claim format of Therapy Claims" }],
  },
});
