import type { ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import {
  type Discipline,
  type PlanModifier,
  assistantModifierOf,
  disciplineOfPlan,
  disciplineOfRevenue,
  isAssistantModifier,
  isPlanModifier,
  planModifierOf,
} from "../../model/discipline.ts";
import type { Procedure } from "../../model/tables.ts";
import type { Context } from "../context.ts";
import type { Fix, OfferedFix } from "../rule.ts";
import { attestedByAdding, attestedByRemoving } from "./attestation.ts";
import { offerToAdd } from "./modifier-fix.ts";
import { lockedModifier } from "./plan-edit.ts";
import { renderingTaxonomyOf } from "./provider.ts";
import { disciplineOfTherapist } from "./taxonomy.ts";
import { andList } from "./words.ts";

/** One fix where code, row or claim tell the plan, else one for each discipline that usually bills the code. */
export function addPlanModifiers(
  line: ServiceLine,
  procedure: Procedure,
  date: CalendarDate,
  context: Context,
): readonly Fix[] {
  const usual = procedure.usualDisciplines;
  const stated = context.disciplineOf(line);
  if (stated !== undefined) {
    const isOfLine = lockedModifier(procedure, date) !== undefined || statedBy(line).includes(stated);
    // A physical therapist in the row of a speech code is more likely a slip in one of the two.
    const isClear = isOfLine && usual.includes(stated) && !isContradicted(stated, line, context);
    return [addPlanModifier(line, stated, isClear ? "safe" : "review")];
  }
  const others = context.otherDisciplines(line).filter((discipline) => usual.includes(discipline));
  const choices = others.length === 1 ? others : usual;
  return choices.map((discipline) => addPlanModifier(line, discipline, "review"));
}

/** What the line itself says beside its code and modifiers: who treated, and the department that gave the service. */
function statedBy({ clinician, revenueCode }: ServiceLine): readonly (Discipline | undefined)[] {
  return [clinician?.value.discipline, revenueCode && disciplineOfRevenue(revenueCode.value)];
}

/** Who treated, who renders or the department is of another discipline: then the code may be the slip, and not the modifier. */
export function isContradicted(discipline: Discipline, line: ServiceLine, { claim }: Context): boolean {
  const taxonomy = renderingTaxonomyOf(line, claim)?.value;
  const named = [
    ...statedBy(line),
    claim.clinician?.value.discipline,
    taxonomy === undefined ? undefined : disciplineOfTherapist(taxonomy),
  ];
  return named.some((one) => one !== undefined && one !== discipline);
}

function addPlanModifier(line: ServiceLine, discipline: Discipline, safety: OfferedFix["safety"]): Fix {
  return offerToAdd(planModifierOf(discipline), line, { safety });
}

/** Replaces the line's one plan modifier, and brings the assistant modifier in line with it; `safety` where there is none to mend. */
export function replacePlan(
  line: ServiceLine,
  found: PlanModifier,
  required: PlanModifier,
  safety: OfferedFix["safety"],
): OfferedFix {
  const to = line.modifiers.map(({ value }) => (isPlanModifier(value) ? required : value));
  const title = `Replace ${found} by ${required}`;
  const matching = assistantModifierOf(disciplineOfPlan(required));
  const assistants = new Set(to.filter(isAssistantModifier));
  const wrong = [...assistants].filter((modifier) => modifier !== matching);
  const [only] = wrong;
  if (only === undefined) return { title, safety, changes: [{ kind: "modifiers", line, to }] };
  if (matching !== undefined && assistants.size === 1) {
    const replaced = to.map((value) => (value === only ? matching : value));
    return {
      title: `${title}, ${only} by ${matching}`,
      safety: "review",
      changes: [{ kind: "modifiers", line, to: replaced }],
      ...attestedByAdding(matching),
    };
  }
  return {
    title: `${title}, remove ${andList(wrong)}`,
    safety: "review",
    changes: [{ kind: "modifiers", line, to: to.filter((value) => !isAssistantModifier(value) || value === matching) }],
    ...attestedByRemoving(...wrong),
  };
}
