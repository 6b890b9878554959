import type { ServiceLine } from "../../model/claim.ts";
import {
  type PlanModifier,
  assistantModifierOf,
  disciplineOfPlan,
  isAssistantModifier,
  isPlanModifier,
} from "../../model/discipline.ts";
import type { OfferedFix } from "../rule.ts";
import { attestedByAdding, attestedByRemoving } from "./attestation.ts";
import { andList } from "./words.ts";

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
