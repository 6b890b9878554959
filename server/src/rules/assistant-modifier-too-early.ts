import { assistantModifiersOf } from "../model/claim.ts";
import { assistantModifiers } from "../model/discipline.ts";
import { defineRule } from "./rule.ts";
import { removeAssistantModifiers } from "./support/assistant.ts";

/** The first day on which a claim could carry CQ or CO (recalled, medium). */
const assistantModifiersExistFrom = "2019-01-01";

export const assistantModifierTooEarly = defineRule({
  id: "assistant-modifier-too-early",
  severity: "information",
  modifiers: assistantModifiers,
  docs: {
    summary: "A service before 2019 carries an assistant modifier.",
    why:
      "CQ and CO came into the code set on 2019-01-01. In 2019 a claim could carry them, from 2020-01-01 it must. An older service can't " +
      "have been billed with them, so the date or the modifier is a slip. The first day is recalled, with medium confidence.",
    applies:
      "Every payer, services before 2019-01-01. In 2019 the modifiers were of one's own choice, and nothing is found.",
    incorrect: "DOS: 2018-12-31\n97110 GP CQ x2",
    correct: "DOS: 2026-03-02\n97110 GP CQ x2",
    sources: [{ title: "42 USC 1395m(v)" }, { title: "CMS, CY 2019 physician fee schedule final rule" }],
  },

  checkLine(line, _context, report) {
    const date = line.dateOfService?.value;
    const [found] = assistantModifiersOf(line);
    if (date === undefined || date >= assistantModifiersExistFrom || found === undefined) return;
    report(found, `${found.value} on a service of ${date}; it came into use on ${assistantModifiersExistFrom}`, {
      fixes: [removeAssistantModifiers(line)],
    });
  },
});
