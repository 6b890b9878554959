import { assistantModifierMismatch } from "./assistant-modifier-mismatch.ts";
import { assistantModifierMissing } from "./assistant-modifier-missing.ts";
import { assistantModifierWithoutPlan } from "./assistant-modifier-without-plan.ts";
import { codeDeleted } from "./code-deleted.ts";
import { dateInvalid } from "./date-invalid.ts";
import { dateOfServiceMissing } from "./date-of-service-missing.ts";
import { dateWithoutYear } from "./date-without-year.ts";
import { directiveUnknownRule } from "./directive-unknown-rule.ts";
import { directiveUnused } from "./directive-unused.ts";
import { directiveWithoutReason } from "./directive-without-reason.ts";
import { kxBelowThreshold } from "./kx-below-threshold.ts";
import { kxCrossing } from "./kx-crossing.ts";
import { kxMissingAboveThreshold } from "./kx-missing-above-threshold.ts";
import { kxThresholdUnknown } from "./kx-threshold-unknown.ts";
import { kxWithAbn } from "./kx-with-abn.ts";
import { modifierUnknown } from "./modifier-unknown.ts";
import { notReadYet } from "./not-read-yet.ts";
import { payerNotNamed } from "./payer-not-named.ts";
import type { Rule, RuleText } from "./rule.ts";
import { therapyModifierDuplicate } from "./therapy-modifier-duplicate.ts";
import { therapyModifierMissing } from "./therapy-modifier-missing.ts";
import { therapyModifierWrongDiscipline } from "./therapy-modifier-wrong-discipline.ts";
import { unitsInvalid } from "./units-invalid.ts";
import { unknownField } from "./unknown-field.ts";
import { unreadableCell } from "./unreadable-cell.ts";
import { unreadableField } from "./unreadable-field.ts";
import { unreadableLine } from "./unreadable-line.ts";
import { usedAmountMissing } from "./used-amount-missing.ts";
import { x12Envelope } from "./x12-envelope.ts";

/** Every rule that looks at claims. */
export const rules: readonly Rule[] = [
  assistantModifierMismatch,
  assistantModifierMissing,
  assistantModifierWithoutPlan,
  codeDeleted,
  dateOfServiceMissing,
  kxBelowThreshold,
  kxCrossing,
  kxMissingAboveThreshold,
  kxThresholdUnknown,
  kxWithAbn,
  modifierUnknown,
  payerNotNamed,
  therapyModifierDuplicate,
  therapyModifierMissing,
  therapyModifierWrongDiscipline,
  unitsInvalid,
  usedAmountMissing,
];

/** Texts of what formats and the linter report by themselves. */
export const problems: readonly RuleText[] = [
  dateInvalid,
  dateWithoutYear,
  directiveUnknownRule,
  directiveUnused,
  directiveWithoutReason,
  notReadYet,
  unknownField,
  unreadableCell,
  unreadableField,
  unreadableLine,
  x12Envelope,
];

/** Everything that a finding can be of, by id. */
export const ruleTexts: ReadonlyMap<string, RuleText> = new Map([...rules, ...problems].map((text) => [text.id, text]));
