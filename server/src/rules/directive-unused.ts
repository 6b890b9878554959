import { defineProblem } from "./rule.ts";

export const directiveUnused = defineProblem({
  id: "directive-unused",
  severity: "hint",
  docs: {
    summary: "A comment silences a rule that finds nothing there.",
    why: "What it silenced has been mended or has moved. Left in place it would hide the next fault of that kind.",
    remedy: "Remove the comment.",
    applies: "Superbills and claims in plain text; not while only some rules run.",
    incorrect: "DOS: 2026-03-02\n# therapy-claims-disable-next-line units-invalid -- template\n97110 GP x2",
    correct: "DOS: 2026-03-02\n97110 GP x2",
    sources: [{ title: "Suppressions in Therapy Claims" }],
  },
});
