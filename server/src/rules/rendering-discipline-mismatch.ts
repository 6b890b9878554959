import { type ServiceLine, onlyPlanModifierOf } from "../model/claim.ts";
import {
  type Discipline,
  type PlanModifier,
  disciplineOfPlan,
  planModifierOf,
  planModifiers,
} from "../model/discipline.ts";
import type { Context } from "./context.ts";
import { type Fix, defineRule } from "./rule.ts";
import { lockedModifier } from "./support/plan-edit.ts";
import { replacePlan } from "./support/plan-fix.ts";
import { renderingTaxonomyOf } from "./support/provider.ts";
import { disciplineOfTherapist } from "./support/taxonomy.ts";

const specialists: Readonly<Record<Discipline, string>> = {
  PT: "a physical therapist",
  OT: "an occupational therapist",
  SLP: "a speech-language pathologist",
};

export const renderingDisciplineMismatch = defineRule({
  id: "rendering-discipline-mismatch",
  severity: "warning",
  asks: "plan-modifiers",
  modifiers: planModifiers,
  claims: "professional",
  docs: {
    summary: "The rendering provider is a therapist of another discipline than the plan modifier names.",
    why:
      "A therapist treats under a plan of the own discipline: a physical therapist under GP, an occupational therapist under GO, a " +
      "speech-language pathologist under GN. Where the rendering provider's specialty and the modifier disagree, one of the two is a " +
      "slip, often a copied line or the wrong therapist picked. The modifier also decides which yearly amount the money counts against.",
    remedy: "Correct the modifier, or name the therapist who treated. A physician's specialty goes with any plan.",
    applies:
      "Professional claims for Medicare Part B and other payers that ask for plan modifiers, every date; where the rendering provider's " +
      "taxonomy code stands on the claim (2251, 225X, 235Z).",
    incorrect: "Therapist: J. Smith, PT   NPI: 1234567893   Taxonomy: 225100000X\nDOS: 2026-03-02\n97110 GO x2",
    correct: "Therapist: J. Smith, PT   NPI: 1234567893   Taxonomy: 225100000X\nDOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "National Uniform Claim Committee, provider taxonomy codes" },
      { title: "Medicare Claims Processing Manual, chapter 5, section 20.1" },
    ],
  },

  checkLine(line, context, report) {
    const taxonomy = renderingTaxonomyOf(line, context.claim);
    const discipline = taxonomy && disciplineOfTherapist(taxonomy.value);
    if (taxonomy === undefined || discipline === undefined) return;
    // Several plan modifiers are therapy-modifier-duplicate's.
    const found = onlyPlanModifierOf(line);
    if (found === undefined || disciplineOfPlan(found.value) === discipline) return;
    const message = `${found.value} on a line rendered by ${specialists[discipline]} (taxonomy ${taxonomy.value})`;
    report(found, message, {
      fixes: fixesFor(line, found.value, planModifierOf(discipline), context),
      related: [{ at: taxonomy, message: "The rendering provider's specialty is stated here" }],
    });
  },
});

/** None where the code takes the modifier that it has, or is not one of that discipline: then the provider is the slip. */
function fixesFor(line: ServiceLine, found: PlanModifier, wanted: PlanModifier, context: Context): readonly Fix[] {
  const date = line.dateOfService?.value;
  const procedure = context.procedure(line);
  const locked = procedure && date !== undefined ? lockedModifier(procedure, date) : undefined;
  const isUsual = procedure === undefined || procedure.usualDisciplines.includes(disciplineOfPlan(wanted));
  return isUsual && (locked === undefined || locked === wanted) ? [replacePlan(line, found, wanted, "review")] : [];
}
