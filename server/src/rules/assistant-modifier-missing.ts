import { addModifier } from "../model/change.ts";
import { type ServiceLine, assistantModifiersOf, planModifiersOf } from "../model/claim.ts";
import type { Clinician } from "../model/clinician.ts";
import {
  type AssistantModifier,
  type PlanModifier,
  assistantModifierOf,
  planModifierOfAssistant,
} from "../model/discipline.ts";
import type { Procedure } from "../model/tables.ts";
import type { Field, Span } from "../text/span.ts";
import type { Context } from "./context.ts";
import { type Fix, defineRule } from "./rule.ts";
import { assistantModifiersFrom, assistantOf } from "./support/assistant.ts";
import { attestedByAdding } from "./support/attestation.ts";
import { isCriticalAccessHospital, isOutsidePartBTherapy } from "./support/bill-type.ts";
import { isAlwaysTherapy, lockedModifier } from "./support/plan-edit.ts";
import { whereRoomFor } from "./support/room.ts";

/** Supply of a remote-monitoring device: the assistant rule does not reach it. */
const deviceSupplies = new Set(["98976", "98977", "98984", "98985"]);

export const assistantModifierMissing = defineRule({
  id: "assistant-modifier-missing",
  severity: "warning",
  asks: "assistant-modifiers",
  docs: {
    summary: "An assistant treated, and the line carries neither CQ nor CO.",
    why:
      "When a physical or occupational therapy assistant gave all of a service, or alone more than a tenth of it, the line must say so: " +
      "CQ beside GP, CO beside GO, for services from 2020-01-01. Since 2022-01-01 Medicare pays 85 % of such a line. No claim edit finds " +
      "a missing one, so nothing is denied at once; an audit of the record finds it, and the difference is an overpayment.",
    remedy: "Add the modifier, or correct the clinician where the therapist gave nine tenths of the service.",
    applies:
      "Services from 2020-01-01 for Medicare Part B and other payers that ask for CQ and CO, where the file names an assistant and no " +
      "therapist beside. Not for evaluations, which only a therapist may give, not for critical access hospitals (bill type 85X), and not " +
      "for remote-monitoring device supply (98976, 98977, 98984, 98985).",
    incorrect: "DOS: 2026-03-02\n97110 GP x2 PTA",
    correct: "DOS: 2026-03-02\n97110 GP CQ x2 PTA",
    sources: [
      { title: "Bipartisan Budget Act of 2018, section 53107" },
      { title: "42 USC 1395m(v)" },
      { title: "42 CFR 410.59 and 410.60" },
    ],
  },

  checkLine(line, context, report) {
    if (assistantModifiersOf(line).length > 0 || isExempt(line, context)) return;
    const performer = performerOf(line, context.claim.clinician);
    if (performer === undefined) return;
    const plan = planModifierOfAssistant(performer.modifier);
    if (!mayBeUnder(plan, line, context)) return;
    const assistant = assistantOf(performer.modifier);
    report(line.procedure, `${line.procedure.value} was given by ${assistant} and lacks ${performer.modifier}`, {
      fixes: [fixFor(line, performer.modifier, plan)],
      related: [{ span: performer.span, message: "The assistant is named here" }],
    });
  },
});

/** Only a therapist may evaluate, so the name of an assistant there is a question of its own, and no reason for CQ. */
function isEvaluation(procedure: Procedure | undefined): boolean {
  return procedure?.category === "evaluation" || procedure?.category === "re-evaluation";
}

function isExempt(line: ServiceLine, context: Context): boolean {
  const { claim } = context;
  const date = line.dateOfService?.value;
  if (date === undefined || date < assistantModifiersFrom || deviceSupplies.has(line.procedure.value)) return true;
  if (isEvaluation(context.procedure(line))) return true;
  return isOutsidePartBTherapy(claim) || isCriticalAccessHospital(claim);
}

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

interface Performer {
  readonly modifier: AssistantModifier;
  readonly span: Span;
}

/** The assistant who, as far as the file tells, gave the line's service alone. */
function performerOf(line: ServiceLine, ofClaim: Field<Clinician> | undefined): Performer | undefined {
  const minutes = line.minutes.filter(({ value }) => value > 0);
  const named = minutes.flatMap(({ clinician }) => clinician ?? []);
  if (named.some((clinician) => clinician !== "PTA" && clinician !== "OTA")) return undefined;
  const clinician = line.clinician ?? ofClaim;
  if (clinician !== undefined) {
    const { discipline, role } = clinician.value;
    const modifier = role === "assistant" && discipline !== undefined ? assistantModifierOf(discipline) : undefined;
    return modifier && { modifier, span: clinician };
  }
  const [first] = minutes;
  const isAlone = first !== undefined && named.length === minutes.length && new Set(named).size === 1;
  return isAlone ? { modifier: first.clinician === "PTA" ? "CQ" : "CO", span: first } : undefined;
}

/** A line without a plan modifier gets both: an assistant modifier alone would be the next fault. */
function fixFor(line: ServiceLine, modifier: AssistantModifier, plan: PlanModifier): Fix {
  if (planModifiersOf(line).length > 0) {
    return whereRoomFor(1, line, {
      title: `Add ${modifier}`,
      safety: "review",
      changes: [addModifier(line, modifier)],
      ...attestedByAdding(modifier),
    });
  }
  const to = [plan, modifier, ...line.modifiers.map(({ value }) => value)];
  return whereRoomFor(2, line, {
    title: `Add ${plan} and ${modifier}`,
    safety: "review",
    changes: [{ kind: "modifiers", line, to }],
    ...attestedByAdding(modifier),
  });
}
