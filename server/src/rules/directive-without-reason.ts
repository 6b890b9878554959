import { defineProblem } from "./rule.ts";

export const directiveWithoutReason = defineProblem({
  id: "directive-without-reason",
  severity: "hint",
  docs: {
    summary: "A comment silences a rule and does not say why.",
    why:
      "A silenced finding is a decision that somebody may have to defend in an audit. The reason stands after two " +
      "hyphens, where the next person looks for it.",
    remedy: "Add -- and the reason, without a name or an id of a patient.",
    applies: "Superbills and claims in plain text.",
    incorrect: "DOS: 2026-03-02\n# therapy-claims-disable-next-line units-invalid\n97110 GP x0",
    correct:
      "DOS: 2026-03-02\n# therapy-claims-disable-next-line units-invalid -- template, the units are filled in later\n97110 GP x0",
    sources: [{ title: "Suppressions in Therapy Claims" }],
  },
});
