import { defineProblem } from "./rule.ts";

export const dateInvalid = defineProblem({
  id: "date-invalid",
  severity: "error",
  docs: {
    summary: "What stands in a date's place is no date of the calendar.",
    why:
      "There is no thirteenth month and no 30 February. A claim with such a date comes back from the first check of " +
      "its syntax, and until it is mended every rule that needs the date is silent on it.",
    remedy: "Write the day that was meant.",
    applies: "Every format, payer and date field.",
    incorrect: "Certified: 2026-02-30\nDOS: 2026-03-02\n97110 GP x2",
    correct: "Certified: 2026-02-28\nDOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "ASC X12 999 implementation acknowledgment, error 8 (invalid date)" },
      { title: "Medicare Claims Processing Manual, chapter 26, section 10.4" },
    ],
  },
});
