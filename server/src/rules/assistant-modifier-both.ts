import { assistantModifiersFrom } from "../model/assistant-share.ts";
import { type ServiceLine, assistantModifiersOf, hasModifier, planModifiersOf } from "../model/claim.ts";
import {
  type AssistantModifier,
  assistantModifierOf,
  assistantModifiers,
  disciplineOfPlan,
} from "../model/discipline.ts";
import { cover } from "../text/span.ts";
import { type Fix, defineRule } from "./rule.ts";
import { severityByPayer } from "./support/medicare.ts";
import { offerToRemove } from "./support/modifier-fix.ts";

export const assistantModifierBoth = defineRule({
  id: "assistant-modifier-both",
  severity: "error",
  asks: "assistant-modifiers",
  modifiers: ["CQ"],
  docs: {
    summary: "CQ and CO stand on one line.",
    why:
      "CQ says that a physical therapy assistant gave the service, CO that an occupational therapy assistant did. A line belongs to one " +
      "plan, and an assistant works under the plan of the own discipline: CQ with GP, CO with GO, none with GN. One of the two therefore " +
      "contradicts the plan modifier, and a pair that does not match is returned or rejected.",
    remedy:
      "Keep the one that goes with the plan modifier. Where two assistants treated under two plans, each has a line of its own.",
    applies:
      "Services from 2020-01-01: an error for Medicare Part B, a warning for other payers from when their profile says that they ask for CQ and CO.",
    incorrect: "DOS: 2026-03-02\n97110 GP CQ CO x2",
    correct: "DOS: 2026-03-02\n97110 GP CQ x2\n97530 GO CO x1",
    sources: [{ title: "42 USC 1395m(v)" }, { title: "Medicare Claims Processing Manual, chapter 5, section 20.1" }],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    if (date === undefined || date < assistantModifiersFrom || !hasModifier(line, "CO")) return;
    const found = assistantModifiersOf(line);
    const [first] = found;
    const last = found.at(-1);
    if (first === undefined || last === undefined) return;
    const plans = new Set(planModifiersOf(line).map(({ value }) => value));
    const [plan] = plans;
    const matching = plan === undefined ? undefined : assistantModifierOf(disciplineOfPlan(plan));
    const isClear = plan !== undefined && plans.size === 1;
    const reason = isClear ? `${plan} takes ${matching ?? "neither"}` : "a service is given by one of the two";
    const fixes = isClear ? [keepOnly(line, matching)] : [keepOnly(line, "CQ"), keepOnly(line, "CO")];
    report(cover(first, last), `CQ and CO on one line; ${reason}`, {
      severity: severityByPayer(context, "error", "warning"),
      fixes,
    });
  },
});

function keepOnly(line: ServiceLine, kept: AssistantModifier | undefined): Fix {
  return offerToRemove(
    assistantModifiers.filter((modifier) => modifier !== kept),
    line,
  );
}
