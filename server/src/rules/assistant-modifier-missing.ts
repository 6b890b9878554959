import { addModifier } from "../model/change.ts";
import {
  type Claim,
  type Minutes,
  type ServiceLine,
  assistantModifiersOf,
  clinicianOf,
  hasPlanModifier,
  planModifiersOf,
} from "../model/claim.ts";
import type { Clinician } from "../model/clinician.ts";
import {
  type AssistantModifier,
  type PlanModifier,
  assistantModifierOf,
  planModifierOfAssistant,
} from "../model/discipline.ts";
import type { Span } from "../text/span.ts";
import type { Context } from "./context.ts";
import { type Fix, defineRule } from "./rule.ts";
import {
  goesWholeWith,
  involvesAssistant,
  mayTakeAssistantModifier,
  minutesInWords,
  sharedServiceOf,
} from "./support/assistant-minutes.ts";
import { assistantModifiersFrom, assistantOf } from "./support/assistant.ts";
import { isCriticalAccessHospital, isOutsidePartBTherapy } from "./support/bill-type.ts";
import { whereRoomFor } from "./support/modifier-fix.ts";
import { isAlwaysTherapy, lockedModifier } from "./support/plan-edit.ts";
import { renderingTaxonomyOf } from "./support/provider.ts";
import { modifierOfAssistant } from "./support/taxonomy.ts";

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
      "Services from 2020-01-01 for Medicare Part B and other payers that ask for CQ and CO, where the file names an assistant: in the row, " +
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
    if (!involvesAssistant(line, context) || assistantModifiersOf(line).length > 0 || isExempt(line, context)) return;
    const found = performerOf(line, context) ?? sharedWith(line, context);
    if (found === undefined) return;
    const { modifier, span, reason } = found;
    const plan = planModifierOfAssistant(modifier);
    if (!mayBeUnder(plan, line, context)) return;
    report(line.procedure, `${line.procedure.value} ${reason}`, {
      fixes: [fixFor(line, modifier, plan)],
      related: [{ span, message: "The assistant is named here" }],
    });
  },
});

function isExempt(line: ServiceLine, { claim }: Context): boolean {
  const date = line.dateOfService?.value;
  if (date === undefined || date < assistantModifiersFrom) return true;
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

interface Named {
  readonly modifier: AssistantModifier;
  /** Where the assistant is named. */
  readonly span: Span;
}

interface Found extends Named {
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

/** The one who is named in the row or at the claim's head, with the minutes, or by the specialty of who rendered it. */
function assistantNamed(line: ServiceLine, claim: Claim): Named | undefined {
  const minutes = line.minutes.filter(({ value }) => value > 0);
  if (minutes.some((one) => one.clinician !== undefined && !isAssistant(one.clinician))) return undefined;
  const named = clinicianOf(line, claim);
  // A bare name tells nothing.
  if (named?.value.role !== undefined) return namedBy(named, modifierOfClinician(named.value));
  const [first] = minutes;
  if (minutes.some((one) => one.clinician !== first?.clinician)) return undefined;
  if (first?.clinician !== undefined) return namedBy(first, first.clinician === "PTA" ? "CQ" : "CO");
  const taxonomy = renderingTaxonomyOf(line, claim);
  return taxonomy && namedBy(taxonomy, modifierOfAssistant(taxonomy.value));
}

function namedBy(span: Span, modifier: AssistantModifier | undefined): Named | undefined {
  return modifier && { modifier, span };
}

function modifierOfClinician({ discipline, role }: Clinician): AssistantModifier | undefined {
  return role === "assistant" && discipline !== undefined ? assistantModifierOf(discipline) : undefined;
}

function isAssistant(clinician: Minutes["clinician"]): boolean {
  return clinician === "PTA" || clinician === "OTA";
}

/** A line without a plan modifier gets both: an assistant modifier alone would be the next fault. */
function fixFor(line: ServiceLine, modifier: AssistantModifier, plan: PlanModifier): Fix {
  if (hasPlanModifier(line)) {
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
