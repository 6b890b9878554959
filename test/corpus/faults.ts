import { codesFaults } from "./faults/codes.ts";
import { identityFaults } from "./faults/identity.ts";
import { institutionFaults } from "./faults/institution.ts";
import { modifiersFaults } from "./faults/modifiers.ts";
import { planFaults } from "./faults/plan.ts";
import { thresholdFaults } from "./faults/threshold.ts";
import { unitsFaults } from "./faults/units.ts";
import type { Fault } from "./faults/planting.ts";

/** Every fault that the corpus knows how to plant. */
export const faults: readonly Fault[] = [
  ...modifiersFaults,
  ...thresholdFaults,
  ...unitsFaults,
  ...codesFaults,
  ...identityFaults,
  ...planFaults,
  ...institutionFaults,
];
