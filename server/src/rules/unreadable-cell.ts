import { defineProblem } from "./rule.ts";

export const unreadableCell = defineProblem({
  id: "unreadable-cell",
  severity: "warning",
  docs: {
    summary: "A word of a service row fits no column.",
    why:
      "Every word of a row is put under the column that it stands in or whose shape it has: a code, a modifier, a " +
      "number, an amount, a date. A word that fits none is left out, so what it was meant to say is not checked.",
    remedy: "Correct the word, or move it under the column that it belongs to.",
    applies: "Service tables in plain text and CSV, and amounts, units and minutes that are no numbers.",
    incorrect: "DOS: 2026-03-02\nCode   Mods  Units\n97110  GP    two",
    correct: "DOS: 2026-03-02\nCode   Mods  Units\n97110  GP    2",
    sources: [{ title: "The plain-text superbill and claim format of Therapy Claims" }],
  },
});
