import { type ServiceLine, assistantModifiersOf, hasPlanModifier, planModifiersOf } from "../model/claim.ts";
import { type AssistantModifier, type PlanModifier, planModifierOfAssistant } from "../model/discipline.ts";
import type { Context } from "./context.ts";
import { type Fix, defineRule } from "./rule.ts";
import {
  goesWholeWith,
  involvesAssistant,
  mayTakeAssistantModifier,
  minutesInWords,
  sharedServiceOf,
} from "./support/assistant-minutes.ts";
import { type NamedAssistant, assistantNamed } from "./support/assistant-named.ts";
import { assistantOf, isAssistant, needsNoAssistantModifier } from "./support/assistant.ts";
import { attestedByAdding } from "./support/attestation.ts";
import { offerToAdd, whereRoomFor } from "./support/modifier-fix.ts";
import { isAlwaysTherapy, lockedModifier } from "./support/plan-edit.ts";

export const assistantModifierMissing = defineRule({
  id: "assistant-modifier-missing",
  severity: "warning",
  asks: "assistant-modifiers",
  codes: mayTakeAssistantModifier,
  docs: {
    summary:
      "An assistant gave the service, or more of it than may go without, and the line carries neither CQ nor CO.",
    why:
      "When a physical or occupational therapy assistant gave all of a service, or alone more than a tenth of it, the line must say so: " +
      "CQ beside GP, CO beside GO, for services from 2020-01-01. A code of 15-minute units is divided by the minutes of both, and the line " +
      "is found here where all of its units are the assistant's. Since 2022-01-01 Medicare pays 85 % of such a line. No claim edit finds " +
      "a missing one, so nothing is denied at once; an audit of the record finds it, and the difference is an overpayment.",
    remedy:
      "Add the modifier, or correct the clinician or the minutes where the therapist gave nine tenths of the service.",
    applies:
      "Services from 2020-01-01 for Medicare Part B, and for other payers from when their profile says that they ask for CQ and CO, where the file names an assistant: in the row, " +
      "at the claim's head, by minutes of his own, or by the specialty of who rendered the service. Not for evaluations, which only a " +
      "therapist may give, not for critical access hospitals (bill type 85X), and not for remote-monitoring device supply (98976, 98977, " +
      "98984, 98985).",
    incorrect: "DOS: 2026-03-02\n97110 GP x2 PTA",
    correct: "DOS: 2026-03-02\n97110 GP CQ x2 PTA",
    sources: [
      { title: "Bipartisan Budget Act of 2018, section 53107" },
      { title: "42 USC 1395m(v)" },
      { title: "42 CFR 410.59 and 410.60" },
    ],
    statements: ["A16"],
  },

  checkLine(line, context, report) {
    if (
      !involvesAssistant(line, context) ||
      assistantModifiersOf(line).length > 0 ||
      needsNoAssistantModifier(line, context)
    )
      return;
    const found = performerOf(line, context) ?? sharedWith(line, context);
    if (found === undefined) return;
    const { modifier, span, reason } = found;
    const plan = planModifierOfAssistant(modifier);
    if (!mayBeUnder(plan, line, context)) return;
    report(line.procedure, `${line.procedure.value} ${reason}`, {
      fixes: [fixFor(line, modifier, plan)],
      related: [{ at: span, message: "The assistant is named here" }],
    });
  },
});

/**
 * Whether the line is, or must be, under that plan. An assistant of another discipline than the plan's or the code's is a slip of
 * one or the other, and can't be told here.
 */
function mayBeUnder(plan: PlanModifier, line: ServiceLine, context: Context): boolean {
  const date = line.dateOfService?.value;
  const procedure = context.procedure(line);
  if (date === undefined || procedure === undefined || (lockedModifier(procedure, date) ?? plan) !== plan) return false;
  const plans = planModifiersOf(line);
  return plans.length === 0 ? isAlwaysTherapy(procedure, date) : plans.every((modifier) => modifier.value === plan);
}

interface Found extends NamedAssistant {
  readonly reason: string;
}

/** The assistant who, as far as the file tells, gave the line's service alone, and so that no unit of it is the therapist's. */
function performerOf(line: ServiceLine, context: Context): Found | undefined {
  const named = assistantNamed(line, context.claim);
  if (named === undefined) return undefined;
  const { modifier, span } = named;
  const service = sharedServiceOf(line, context);
  const isShared = service !== undefined && service.minutes.therapist > 0;
  if (isShared && !goesWholeWith(line, service)) return undefined;
  return { modifier, span, reason: `was given by ${assistantOf(modifier)} and lacks ${modifier}` };
}

/** The units of therapist and assistant together that all go with the modifier. */
function sharedWith(line: ServiceLine, context: Context): Found | undefined {
  const minutes = line.minutes.find(({ clinician, value }) => isAssistant(clinician) && value > 0);
  const service = minutes && sharedServiceOf(line, context);
  if (minutes === undefined || service === undefined || !goesWholeWith(line, service)) return undefined;
  const { modifier, isTimed, units } = service;
  const count = units === 1 ? "1 unit, the assistant's" : `${String(units)} units, all the assistant's`;
  const outcome = isTimed ? ` → ${count}` : ", more than a tenth by the assistant";
  return { modifier, span: minutes, reason: `lacks ${modifier}: ${minutesInWords(service)}${outcome}` };
}

/** A line without a plan modifier gets both: an assistant modifier alone would be the next fault. */
function fixFor(line: ServiceLine, modifier: AssistantModifier, plan: PlanModifier): Fix {
  if (hasPlanModifier(line)) return offerToAdd(modifier, line);
  const to = [plan, modifier, ...line.modifiers.map(({ value }) => value)];
  return whereRoomFor(2, line, {
    title: `Add ${plan} and ${modifier}`,
    safety: "review",
    changes: [{ kind: "modifiers", line, to }],
    ...attestedByAdding(modifier),
  });
}
