import { assistantModifiersOf } from "../model/claim.ts";
import { assistantModifiers } from "../model/discipline.ts";
import { defineRule } from "./rule.ts";
import { assistantModifiersFrom } from "../model/assistant-share.ts";
import { isEvaluation } from "./support/evaluation.ts";

export const assistantOnEvaluation = defineRule({
  id: "assistant-on-evaluation",
  severity: "warning",
  asks: "assistant-modifiers",
  modifiers: assistantModifiers,
  // Speech evaluations take no assistant modifier at all, which assistant-modifier-mismatch says.
  codes: (_code, procedure) => isEvaluation(procedure) && procedure?.locked?.modifier !== "GN",
  docs: {
    summary: "An assistant modifier stands on an evaluation, which only a therapist may give.",
    why:
      "Medicare pays for an evaluation or a re-evaluation only when a therapist gives it: an assistant may not evaluate. Yet an assistant " +
      "may gather data for it, and where that took alone more than a tenth of the time, CMS counts evaluations among the services that " +
      "take the modifier. So the modifier is suspicious here and not wrong by itself: this is a question, and no claim is known to be " +
      "rejected for it.",
    remedy:
      "See in the record who evaluated. Where the therapist did it all, the modifier goes: it costs 15 % of the payment.",
    applies:
      "Services from 2020-01-01, for Medicare Part B, and for other payers from when their profile says that they ask for CQ and CO.",
    incorrect: "DOS: 2026-03-02\n97164 GP CQ x1",
    correct: "DOS: 2026-03-02\n97164 GP x1\n97110 GP CQ x1",
    sources: [
      { title: "Medicare Benefit Policy Manual, chapter 15, section 220.3" },
      { title: "CMS, CY 2020 physician fee schedule final rule (the one-tenth test for untimed services)" },
    ],
  },

  checkLine(line, _context, report) {
    const date = line.dateOfService?.value;
    const [found] = assistantModifiersOf(line);
    if (date === undefined || date < assistantModifiersFrom || found === undefined) return;
    report(found, `${found.value} on ${line.procedure.value}: only a therapist evaluates; who gave it?`);
  },
});
