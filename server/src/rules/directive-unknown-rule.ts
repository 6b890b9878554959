import { defineProblem } from "./rule.ts";

export const directiveUnknownRule = defineProblem({
  id: "directive-unknown-rule",
  severity: "warning",
  docs: {
    summary: "A comment names a rule that does not exist.",
    why:
      "Nothing is silenced by a name that no rule has: it is misspelled, or the rule is of another version. The " +
      "finding that it was meant for still stands.",
    remedy: "Correct the name; the explain command lists them all.",
    applies: "Superbills and claims in plain text.",
    incorrect: "DOS: 2026-03-02\n# therapy-claims-disable-next-line unit-invalid -- template\n97110 GP x2",
    correct: "DOS: 2026-03-02\n# therapy-claims-disable-next-line units-invalid -- template\n97110 GP x0",
    sources: [{ title: "Suppressions in Therapy Claims" }],
  },
});
