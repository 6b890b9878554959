import { abnConflict } from "./abn-conflict.ts";
import { abnOnMa } from "./abn-on-ma.ts";
import { addonWithoutBase } from "./addon-without-base.ts";
import { assistantAsRendering } from "./assistant-as-rendering.ts";
import { assistantCah } from "./assistant-cah.ts";
import { assistantModifierBoth } from "./assistant-modifier-both.ts";
import { assistantModifierMismatch } from "./assistant-modifier-mismatch.ts";
import { assistantModifierMissing } from "./assistant-modifier-missing.ts";
import { assistantModifierTooEarly } from "./assistant-modifier-too-early.ts";
import { assistantModifierWithoutPlan } from "./assistant-modifier-without-plan.ts";
import { assistantOnEvaluation } from "./assistant-on-evaluation.ts";
import { assistantOnRtmSupply } from "./assistant-on-rtm-supply.ts";
import { assistantUnitsSplit } from "./assistant-units-split.ts";
import { capTerminology } from "./cap-terminology.ts";
import { certOverdue } from "./cert-overdue.ts";
import { certifierNotEligible } from "./certifier-not-eligible.ts";
import { certifyingNpiMissing } from "./certifying-npi-missing.ts";
import { chargeBelowAllowed } from "./charge-below-allowed.ts";
import { claimRepeated } from "./claim-repeated.ts";
import { codeBundled } from "./code-bundled.ts";
import { codeDeleted } from "./code-deleted.ts";
import { codeEndingSoon } from "./code-ending-soon.ts";
import { codeMalformed } from "./code-malformed.ts";
import { codeNotMedicare } from "./code-not-medicare.ts";
import { codeTooEarly } from "./code-too-early.ts";
import { dateInvalid } from "./date-invalid.ts";
import { dateOfServiceMissing } from "./date-of-service-missing.ts";
import { dateWithoutYear } from "./date-without-year.ts";
import { diagnosisPointer } from "./diagnosis-pointer.ts";
import { dialysisKx } from "./dialysis-kx.ts";
import { directiveUnknownRule } from "./directive-unknown-rule.ts";
import { directiveUnused } from "./directive-unused.ts";
import { directiveWithoutReason } from "./directive-without-reason.ts";
import { duplicateLine } from "./duplicate-line.ts";
import { evalWithReeval } from "./eval-with-reeval.ts";
import { functionalReportingObsolete } from "./functional-reporting-obsolete.ts";
import { gaInstitutionalOccurrence } from "./ga-institutional-occurrence.ts";
import { groupWithIndividual } from "./group-with-individual.ts";
import { gxConflict } from "./gx-conflict.ts";
import { gzAutoDeny } from "./gz-auto-deny.ts";
import { icd10Format } from "./icd10-format.ts";
import { icd10NotBillable } from "./icd10-not-billable.ts";
import { initialCertLate } from "./initial-cert-late.ts";
import { institutionalScope } from "./institutional-scope.ts";
import { itemsMissing } from "./items-missing.ts";
import { kxBelowThreshold } from "./kx-below-threshold.ts";
import { kxCarriedIntoNewYear } from "./kx-carried-into-new-year.ts";
import { kxCrossing } from "./kx-crossing.ts";
import { kxDropped } from "./kx-dropped.ts";
import { kxMissingAboveThreshold } from "./kx-missing-above-threshold.ts";
import { kxMixed } from "./kx-mixed.ts";
import { kxNotMedicare } from "./kx-not-medicare.ts";
import { kxOnSometimesNontherapy } from "./kx-on-sometimes-nontherapy.ts";
import { kxRoutine } from "./kx-routine.ts";
import { kxThresholdUnknown } from "./kx-threshold-unknown.ts";
import { kxWithAbn } from "./kx-with-abn.ts";
import { kxWithoutPlan } from "./kx-without-plan.ts";
import { lineDateSpan } from "./line-date-span.ts";
import { longUnitMinutes } from "./long-unit-minutes.ts";
import { mbiInvalid } from "./mbi-invalid.ts";
import { minutesMissing } from "./minutes-missing.ts";
import { modifierDuplicate } from "./modifier-duplicate.ts";
import { modifierMisplaced } from "./modifier-misplaced.ts";
import { modifierOutOfDate } from "./modifier-out-of-date.ts";
import { modifierUnknown } from "./modifier-unknown.ts";
import { mueExceeded } from "./mue-exceeded.ts";
import { ncciModifierBoth } from "./ncci-modifier-both.ts";
import { ncciModifierNeedless } from "./ncci-modifier-needless.ts";
import { ncciPairHard } from "./ncci-pair-hard.ts";
import { ncciPair } from "./ncci-pair.ts";
import { notReadYet } from "./not-read-yet.ts";
import { npiInvalid } from "./npi-invalid.ts";
import { occurrenceMissing } from "./occurrence-missing.ts";
import { originalReferenceMissing } from "./original-reference-missing.ts";
import { orthoticInitialRepeated } from "./orthotic-initial-repeated.ts";
import { payerNotNamed } from "./payer-not-named.ts";
import { performerNotQualified } from "./performer-not-qualified.ts";
import { planAboveThreshold } from "./plan-above-threshold.ts";
import { posPrivatePractice } from "./pos-private-practice.ts";
import { progressReportDue } from "./progress-report-due.ts";
import { referringEqualsRendering } from "./referring-equals-rendering.ts";
import { renderingDisciplineMismatch } from "./rendering-discipline-mismatch.ts";
import { revenueMismatch } from "./revenue-mismatch.ts";
import { reviewThresholdConfused } from "./review-threshold-confused.ts";
import { reviewThresholdExceeded } from "./review-threshold-exceeded.ts";
import { rtmFrequency } from "./rtm-frequency.ts";
import { rtmOverlap } from "./rtm-overlap.ts";
import { ruleOfEightsPayer } from "./rule-of-eights-payer.ts";
import type { Rule, RuleText } from "./rule.ts";
import { sameCodeTwoLines } from "./same-code-two-lines.ts";
import { serviceBeforeBirth } from "./service-before-birth.ts";
import { serviceInFuture } from "./service-in-future.ts";
import { serviceOutsidePlan } from "./service-outside-plan.ts";
import { sometimesTherapyUnmarked } from "./sometimes-therapy-unmarked.ts";
import { staleThresholdAmount } from "./stale-threshold-amount.ts";
import { statementPeriod } from "./statement-period.ts";
import { telehealthCode } from "./telehealth-code.ts";
import { therapyModifierDuplicate } from "./therapy-modifier-duplicate.ts";
import { therapyModifierMissing } from "./therapy-modifier-missing.ts";
import { therapyModifierOnOtherCode } from "./therapy-modifier-on-other-code.ts";
import { therapyModifierPosition } from "./therapy-modifier-position.ts";
import { therapyModifierWrongDiscipline } from "./therapy-modifier-wrong-discipline.ts";
import { thresholdApproaching } from "./threshold-approaching.ts";
import { timedCodeUnder8 } from "./timed-code-under-8.ts";
import { timelyFiling } from "./timely-filing.ts";
import { tooManyModifiers } from "./too-many-modifiers.ts";
import { totalMismatch } from "./total-mismatch.ts";
import { unitsBelowMinutes } from "./units-below-minutes.ts";
import { unitsExceedMinutes } from "./units-exceed-minutes.ts";
import { unitsInvalid } from "./units-invalid.ts";
import { unitsLookLikeMinutes } from "./units-look-like-minutes.ts";
import { unitsNotWhole } from "./units-not-whole.ts";
import { unitsWrongCode } from "./units-wrong-code.ts";
import { unknownField } from "./unknown-field.ts";
import { unlistedWithoutDescription } from "./unlisted-without-description.ts";
import { unreadableCell } from "./unreadable-cell.ts";
import { unreadableField } from "./unreadable-field.ts";
import { unreadableLine } from "./unreadable-line.ts";
import { unreadablePage } from "./unreadable-page.ts";
import { untimedUnits } from "./untimed-units.ts";
import { usedAmountContradicted } from "./used-amount-contradicted.ts";
import { usedAmountMissing } from "./used-amount-missing.ts";
import { usedAmountOtherYear } from "./used-amount-other-year.ts";
import { x12Envelope } from "./x12-envelope.ts";
import { x12GuideDiffers } from "./x12-guide-differs.ts";
import { x12LowerCaseId } from "./x12-lower-case-id.ts";
import { x12SeparatorInValue } from "./x12-separator-in-value.ts";

/** Every rule that looks at claims. */
export const rules: readonly Rule[] = [
  abnConflict,
  abnOnMa,
  addonWithoutBase,
  assistantAsRendering,
  assistantCah,
  assistantModifierBoth,
  assistantModifierMismatch,
  assistantModifierMissing,
  assistantModifierTooEarly,
  assistantModifierWithoutPlan,
  assistantOnEvaluation,
  assistantOnRtmSupply,
  assistantUnitsSplit,
  capTerminology,
  certOverdue,
  certifierNotEligible,
  certifyingNpiMissing,
  chargeBelowAllowed,
  claimRepeated,
  codeBundled,
  codeDeleted,
  codeEndingSoon,
  codeMalformed,
  codeNotMedicare,
  codeTooEarly,
  dateOfServiceMissing,
  diagnosisPointer,
  dialysisKx,
  duplicateLine,
  evalWithReeval,
  functionalReportingObsolete,
  gaInstitutionalOccurrence,
  groupWithIndividual,
  gxConflict,
  gzAutoDeny,
  icd10Format,
  icd10NotBillable,
  initialCertLate,
  institutionalScope,
  itemsMissing,
  kxBelowThreshold,
  kxCarriedIntoNewYear,
  kxCrossing,
  kxDropped,
  kxMissingAboveThreshold,
  kxMixed,
  kxNotMedicare,
  kxOnSometimesNontherapy,
  kxRoutine,
  kxThresholdUnknown,
  kxWithAbn,
  kxWithoutPlan,
  lineDateSpan,
  longUnitMinutes,
  mbiInvalid,
  minutesMissing,
  modifierDuplicate,
  modifierMisplaced,
  modifierOutOfDate,
  modifierUnknown,
  mueExceeded,
  ncciModifierBoth,
  ncciModifierNeedless,
  ncciPair,
  ncciPairHard,
  npiInvalid,
  occurrenceMissing,
  originalReferenceMissing,
  orthoticInitialRepeated,
  payerNotNamed,
  performerNotQualified,
  planAboveThreshold,
  posPrivatePractice,
  progressReportDue,
  referringEqualsRendering,
  renderingDisciplineMismatch,
  revenueMismatch,
  reviewThresholdConfused,
  reviewThresholdExceeded,
  rtmFrequency,
  rtmOverlap,
  ruleOfEightsPayer,
  sameCodeTwoLines,
  serviceBeforeBirth,
  serviceInFuture,
  serviceOutsidePlan,
  sometimesTherapyUnmarked,
  staleThresholdAmount,
  statementPeriod,
  telehealthCode,
  therapyModifierDuplicate,
  therapyModifierMissing,
  therapyModifierOnOtherCode,
  therapyModifierPosition,
  therapyModifierWrongDiscipline,
  thresholdApproaching,
  timedCodeUnder8,
  timelyFiling,
  tooManyModifiers,
  totalMismatch,
  unitsBelowMinutes,
  unitsExceedMinutes,
  unitsInvalid,
  unitsLookLikeMinutes,
  unitsNotWhole,
  unitsWrongCode,
  unlistedWithoutDescription,
  untimedUnits,
  usedAmountContradicted,
  usedAmountMissing,
  usedAmountOtherYear,
  x12SeparatorInValue,
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
  unreadablePage,
  x12Envelope,
  x12GuideDiffers,
  x12LowerCaseId,
];

/** Everything that a finding can be of, by id. */
export const ruleTexts: ReadonlyMap<string, RuleText> = new Map([...rules, ...problems].map((text) => [text.id, text]));
