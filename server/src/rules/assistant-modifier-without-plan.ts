import { assistantModifiersFrom } from "../model/assistant-share.ts";
import { modifiersWithout } from "../model/change.ts";
import { type ServiceLine, assistantModifiersOf, hasPlanModifier } from "../model/claim.ts";
import {
  type AssistantModifier,
  type PlanModifier,
  assistantModifierOf,
  assistantModifiers,
  disciplineOfPlan,
  planModifierOfAssistant,
} from "../model/discipline.ts";
import type { Procedure } from "../model/tables.ts";
import { countsAsTherapy } from "../model/used-amount.ts";
import type { Context } from "./context.ts";
import { type Fix, defineRule } from "./rule.ts";
import { attestedByAdding, attestedByRemoving } from "./support/attestation.ts";
import { severityByPayer } from "./support/medicare.ts";
import { offerToAdd, whereRoomFor } from "./support/modifier-fix.ts";
import { lockedModifier } from "./support/plan-edit.ts";

export const assistantModifierWithoutPlan = defineRule({
  id: "assistant-modifier-without-plan",
  severity: "error",
  asks: "assistant-modifiers",
  modifiers: assistantModifiers,
  docs: {
    summary: "An assistant modifier stands without the plan modifier that it belongs to.",
    why:
      "CQ and CO say that an assistant gave the service; GP and GO say under which plan. The one means nothing without the other: CQ " +
      "belongs to GP, CO to GO. Services from 2020-01-01 need both, and the contractor returns or rejects a line that has only the " +
      "assistant modifier.",
    remedy:
      "Put GP before CQ, GO before CO. Where the code belongs to another discipline, the assistant modifier is the " +
      "slip.",
    applies:
      "Services from 2020-01-01 on codes that can be therapy: an error for Medicare Part B, a warning for other payers that ask for " +
      "CQ and CO.",
    incorrect: "DOS: 2026-03-02\n97110 CQ x2",
    correct: "DOS: 2026-03-02\n97110 GP CQ x2",
    sources: [{ title: "42 USC 1395m(v)" }, { title: "Medicare Claims Processing Manual, chapter 5, section 20.1" }],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const procedure = context.procedure(line);
    const [found, second] = assistantModifiersOf(line);
    if (date === undefined || date < assistantModifiersFrom || found === undefined) return;
    if (procedure === undefined || !canBeTherapy(procedure) || hasPlanModifier(line)) return;
    const plan = planModifierOfAssistant(found.value);
    // CQ beside CO contradict each other: which plan it was can't be read from them.
    const isClear = second === undefined || second.value === found.value;
    const locked = lockedModifier(procedure, date) ?? plan;
    const contradiction = locked === plan ? "" : `, and ${procedure.code} takes ${locked}`;
    report(found, `${found.value} needs ${plan} beside it${contradiction}`, {
      severity: severityByPayer(context, "error", "warning"),
      fixes: isClear ? [fixFor(line, found.value, locked, context)] : [],
    });
  },
});

function canBeTherapy(procedure: Procedure): boolean {
  const { disposition } = procedure;
  return disposition === "always" || disposition === "sometimes" || disposition === "companion";
}

function fixFor(line: ServiceLine, found: AssistantModifier, locked: PlanModifier, context: Context): Fix {
  if (locked !== planModifierOfAssistant(found)) return followCode(line, found, locked);
  // The row says so itself where its code or its clinician agrees with the assistant modifier, and it counts as therapy already.
  const isStated =
    context.disciplineOf(line) === disciplineOfPlan(locked) && countsAsTherapy(line, context.procedure(line));
  const safety = isStated ? "safe" : "review";
  return offerToAdd(locked, line, { safety });
}

/** The code takes another plan than the assistant modifier names. */
function followCode(line: ServiceLine, found: AssistantModifier, locked: PlanModifier): Fix {
  const matching = assistantModifierOf(disciplineOfPlan(locked));
  const others = modifiersWithout(line, assistantModifiers);
  if (matching === undefined) {
    return {
      title: `Add ${locked}, remove ${found}`,
      safety: "review",
      changes: [{ kind: "modifiers", line, to: [locked, ...others] }],
      ...attestedByRemoving(found),
    };
  }
  return whereRoomFor(1, line, {
    title: `Add ${locked}, replace ${found} by ${matching}`,
    safety: "review",
    changes: [{ kind: "modifiers", line, to: [locked, matching, ...others] }],
    ...attestedByAdding(matching),
  });
}
