import { assistantModifiersOf } from "../model/claim.ts";
import { assistantModifiers } from "../model/discipline.ts";
import { defineRule } from "./rule.ts";
import { assistantModifiersFrom } from "../model/assistant-share.ts";
import { removeAssistantModifiers } from "./support/assistant.ts";
import { isCriticalAccessHospital } from "./support/bill-type.ts";

export const assistantCah = defineRule({
  id: "assistant-cah",
  severity: "information",
  asks: "assistant-modifiers",
  modifiers: assistantModifiers,
  claims: "institutional",
  docs: {
    summary: "A critical access hospital's line carries an assistant modifier.",
    why:
      "Critical access hospitals are paid what the care cost them and not by the fee schedule, so the payment of 85 % for assistants " +
      "does not reach them, and neither does the duty to tell of one. The modifier does no good there, and no harm is known.",
    applies: "Type of bill 85X, services from 2020-01-01, for Medicare Part B and other payers that ask for CQ and CO.",
    incorrect: "Bill type: 851\nDOS: 2026-03-02\n97110 GP CQ x2",
    correct: "Bill type: 851\nDOS: 2026-03-02\n97110 GP x2",
    sources: [{ title: "42 CFR 410.59 and 410.60" }, { title: "42 USC 1395m(g) and (v)" }],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const [found] = assistantModifiersOf(line);
    if (date === undefined || date < assistantModifiersFrom || found === undefined) return;
    if (!isCriticalAccessHospital(context.claim)) return;
    report(found, `${found.value} is not asked of critical access hospitals (type of bill 85X)`, {
      fixes: [removeAssistantModifiers(line)],
    });
  },
});
