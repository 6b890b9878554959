import { assistantModifiersFrom } from "../model/assistant-share.ts";
import { replaceModifier } from "../model/change.ts";
import { type ServiceLine, assistantModifiersOf, hasModifier, planModifiersOf } from "../model/claim.ts";
import {
  type AssistantModifier,
  type PlanModifier,
  assistantModifierOf,
  assistantModifiers,
  disciplineOfPlan,
  isPlanModifier,
  planModifierOfAssistant,
} from "../model/discipline.ts";
import type { Context } from "./context.ts";
import { type Fix, defineRule } from "./rule.ts";
import { attestedByAdding } from "./support/attestation.ts";
import { severityByPayer } from "./support/medicare.ts";
import { offerToRemove } from "./support/modifier-fix.ts";
import { lockedModifier } from "./support/plan-edit.ts";

export const assistantModifierMismatch = defineRule({
  id: "assistant-modifier-mismatch",
  severity: "error",
  asks: "assistant-modifiers",
  modifiers: assistantModifiers,
  docs: {
    summary: "An assistant modifier stands beside another discipline's plan modifier.",
    why:
      "CQ says that a physical therapist assistant gave the service and stands only with GP; CO says it of an occupational therapy " +
      "assistant and stands only with GO. GN takes neither, because Medicare knows no speech-language pathology assistant. " +
      "Services from 2020-01-01 need the modifier, from 2022-01-01 it lowers the payment to 85 %, and a pair that does not match is " +
      "returned or rejected.",
    remedy:
      "Take the assistant modifier of the plan's discipline, or, where the plan modifier is the slip, correct that " +
      "one.",
    applies:
      "Services from 2020-01-01: an error for Medicare Part B, a warning for other payers from when their profile says that they ask for CQ and CO.",
    incorrect: "DOS: 2026-03-02\n97110 GP CO x2",
    correct: "DOS: 2026-03-02\n97110 GP CQ x2",
    sources: [
      { title: "42 USC 1395m(v)" },
      { title: "Medicare Claims Processing Manual, chapter 5, section 20.1" },
      { title: "cms.gov: billing examples using CQ/CO modifiers" },
    ],
    statements: ["A16"],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    if (date === undefined || date < assistantModifiersFrom) return;
    const plans = new Set(planModifiersOf(line).map((modifier) => modifier.value));
    const [plan] = plans;
    // Two plans are therapy-modifier-duplicate's, none is assistant-modifier-without-plan's.
    if (plan === undefined || plans.size > 1) return;
    const matching = assistantModifierOf(disciplineOfPlan(plan));
    for (const found of assistantModifiersOf(line)) {
      if (found.value === matching) continue;
      const expected = matching === undefined ? "no assistant modifier" : matching;
      report(found, `${found.value} cannot stand with ${plan}, which takes ${expected}`, {
        severity: severityByPayer(context, "error", "warning"),
        fixes: [mendAssistant(line, found.value, matching), ...mendPlan(line, found.value, plan, context)],
      });
    }
  },
});

function mendAssistant(line: ServiceLine, found: AssistantModifier, matching: AssistantModifier | undefined): Fix {
  if (matching === undefined || hasModifier(line, matching)) return offerToRemove([found], line);
  const values = line.modifiers.map((modifier) => modifier.value);
  return {
    title: `Replace ${found} by ${matching}`,
    safety: "review",
    changes: [{ kind: "modifiers", line, to: values.map((value) => (value === found ? matching : value)) }],
    ...attestedByAdding(matching),
  };
}

/** The plan modifier may be the slip where the code leaves it open and no other assistant modifier agrees with it. */
function mendPlan(line: ServiceLine, found: AssistantModifier, plan: PlanModifier, context: Context): readonly Fix[] {
  const procedure = context.procedure(line);
  const date = line.dateOfService?.value;
  const wanted = planModifierOfAssistant(found);
  if (procedure === undefined || date === undefined || lockedModifier(procedure, date) !== undefined) return [];
  if (!procedure.usualDisciplines.includes(disciplineOfPlan(wanted))) return [];
  if (new Set(assistantModifiersOf(line).map((modifier) => modifier.value)).size > 1) return [];
  const place = line.modifiers.findIndex((modifier) => isPlanModifier(modifier.value));
  const change = replaceModifier(line, place, wanted);
  return [{ title: `Replace ${plan} by ${wanted}`, safety: "review", changes: [change] }];
}
