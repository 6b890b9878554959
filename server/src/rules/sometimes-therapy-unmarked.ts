import {
  type Claim,
  type ServiceLine,
  areOfTwoSubjects,
  clinicianOf,
  hasPlanModifier,
  planModifiersOf,
} from "../model/claim.ts";
import { type Discipline, disciplineOfPlan, planModifierOf, planModifierOfAssistant } from "../model/discipline.ts";
import { type Procedure, holdsAt, isPaidByItself } from "../model/tables.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import { isMedicare } from "./support/medicare.ts";
import { offerToAdd } from "./support/modifier-fix.ts";
import { hasMistypedPlanModifier } from "./support/plan-edit.ts";
import { renderingTaxonomyOf } from "./support/provider.ts";
import { disciplineOfTherapist, modifierOfAssistant } from "./support/taxonomy.ts";

export const sometimesTherapyUnmarked = defineRule({
  id: "sometimes-therapy-unmarked",
  severity: "warning",
  asks: "plan-modifiers",
  codes: (_code, procedure) => procedure?.disposition === "sometimes" && isPaidByItself(procedure),
  docs: {
    summary: "A code that is therapy under a therapist's plan has no plan modifier, and a therapist gave it.",
    why:
      "Some codes are therapy only sometimes: a physician may bill wound care or cognitive training outside of any therapy plan, and " +
      "then without a modifier. A therapist always works under a plan of care, so the same code from a therapist needs GN, GO or GP, and " +
      "contractors return it from a therapist in private practice without one. The modifier also decides which yearly amount counts it. " +
      "Which codes are on the list is mostly recalled.",
    applies:
      "Medicare Part B, while the code is on the therapy list, where the line names a therapist or an assistant as who treated or " +
      "rendered, or where every other line of a professional claim carries one and the same plan modifier and nobody else is named. " +
      "Never where a physician or another practitioner is named as who treated.",
    incorrect: "DOS: 2026-03-02\n97110 GP x2\n97597 x1",
    correct: "DOS: 2026-03-02\n97110 GP x2\n97597 GP x1",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 5, section 20.1" },
      { title: "Noridian, outpatient therapy modifiers (specialties 65 and 67)" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const procedure = context.procedure(line);
    if (!isMedicare(context) || date === undefined || procedure === undefined) return;
    if (hasPlanModifier(line) || isOutsidePartBTherapy(context.claim)) return;
    if (!holdsAt(procedure.onTherapyList, date) || !holdsAt(procedure.exists, date)) return;
    const found = therapistOf(line, context) ?? planOfAllOthers(line, procedure, context);
    if (found === undefined || hasMistypedPlanModifier(line, context)) return;
    const modifier = planModifierOf(found.discipline);
    report(line.procedure, `${procedure.code} ${found.reason} lacks ${modifier}`, {
      fixes: [offerToAdd(modifier, line)],
    });
  },
});

interface Found {
  readonly discipline: Discipline;
  readonly reason: string;
}

/** Who, as the line or the head of the claim says, gave it or renders it; never where both name different disciplines. */
function therapistOf(line: ServiceLine, context: Context): Found | undefined {
  const { claim } = context;
  const clinician = clinicianOf(line, claim)?.value;
  const taxonomy = renderingTaxonomyOf(line, claim)?.value;
  const rendering = taxonomy === undefined ? undefined : disciplineOfSpecialty(taxonomy);
  const treating = clinician?.discipline;
  const discipline = treating ?? (clinician?.role === undefined ? rendering : undefined);
  if (discipline === undefined || (taxonomy !== undefined && rendering !== discipline)) return undefined;
  return { discipline, reason: `given by ${discipline}` };
}

function disciplineOfSpecialty(taxonomy: string): Discipline | undefined {
  const assistant = modifierOfAssistant(taxonomy);
  if (assistant === undefined) return disciplineOfTherapist(taxonomy);
  return disciplineOfPlan(planModifierOfAssistant(assistant));
}

/** The one plan of all other lines, where nobody who is no therapist may have given this one. */
function planOfAllOthers(line: ServiceLine, procedure: Procedure, context: Context): Found | undefined {
  if (context.claim.kind === "institutional" || namesPerformer(line, context.claim)) return undefined;
  const discipline = disciplineOfOthers(line, context);
  if (discipline === undefined || !procedure.usualDisciplines.includes(discipline)) return undefined;
  return { discipline, reason: `among ${discipline} lines` };
}

function namesPerformer(line: ServiceLine, claim: Claim): boolean {
  const clinician = clinicianOf(line, claim);
  if (clinician?.value.role !== undefined || line.renderingProvider !== undefined) return true;
  return claim.renderingProvider.taxonomy !== undefined;
}

/** Undefined where any other line is of another discipline, or no therapy; codes that are therapy sometimes say nothing. */
function disciplineOfOthers(line: ServiceLine, context: Context): Discipline | undefined {
  let found: Discipline | undefined;
  for (const other of context.claim.serviceLines) {
    if (other === line || areOfTwoSubjects(line, other) || context.procedure(other)?.disposition === "sometimes")
      continue;
    const stated = planModifiersOf(other).length === 0 ? undefined : context.disciplineOf(other);
    if (stated === undefined || (found !== undefined && stated !== found)) return undefined;
    found = stated;
  }
  return found;
}
