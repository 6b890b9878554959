import { type ServiceLine, assistantModifiersOf, planModifiersOf } from "../model/claim.ts";
import { type PlanModifier, isPlanModifier, planModifierOfAssistant, planModifiers } from "../model/discipline.ts";
import { cover } from "../text/span.ts";
import type { Context } from "./context.ts";
import { type Fix, type OfferedFix, defineRule } from "./rule.ts";
import { lockedModifier, severityOfSecondPlan, staysInBucket } from "./support/plan-edit.ts";
import { andList } from "./support/words.ts";

export const therapyModifierDuplicate = defineRule({
  id: "therapy-modifier-duplicate",
  severity: "error",
  asks: "plan-modifiers",
  modifiers: planModifiers,
  docs: {
    summary: "A line carries more than one plan modifier.",
    why:
      "A service line belongs to exactly one plan of care. Two plan modifiers, or the same one twice, leave open which yearly amount " +
      "the money counts against. Since 2018-01-01 (2017-07-03 for the evaluations 97161–97168) Medicare returns or rejects such a " +
      "line. When two disciplines shared a session, each bills a line of its own for its own minutes.",
    remedy:
      "Keep the modifier of the plan under which the service was given. One written twice can go without a second " +
      "thought.",
    applies:
      "An error for Medicare Part B, for services from 2018-01-01 (97161–97168: 2017-07-03); a warning before, and for other payers " +
      "that ask for plan modifiers.",
    incorrect: "DOS: 2026-03-02\n97110 GP GO x2",
    correct: "DOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "CR 10176, transmittal 3814 (therapy modifier edits from 2018-01-01)" },
      { title: "CR 9933 (evaluation codes 97161–97168 from 2017-07-03)" },
    ],
  },

  checkLine(line, context, report) {
    if (line.modifiers.length < 2) return;
    const date = line.dateOfService?.value;
    const found = planModifiersOf(line);
    const [first, second] = found;
    const last = found.at(-1);
    if (date === undefined || first === undefined || second === undefined || last === undefined) return;
    const procedure = context.procedure(line);
    const severity = severityOfSecondPlan(procedure, date, context);
    const distinct = [...new Set(found.map((modifier) => modifier.value))];
    const isRepeat = distinct.length === 1;
    const stated = (procedure && lockedModifier(procedure, date)) ?? (isRepeat ? first.value : undefined);
    const fixes = fixesFor(line, stated, distinct, context);
    if (isRepeat) {
      const times = found.length === 2 ? "twice" : `${String(found.length)} times`;
      const message = `${first.value} stands ${times}; a line carries one plan modifier`;
      report(cover(second, last), message, { severity, fixes, tag: "unnecessary" });
    } else {
      const message = `${andList(distinct)} on one line; a line carries one plan modifier`;
      report(cover(first, last), message, { severity, fixes });
    }
  },
});

/** One where code or line state the plan, else one for each of the plans. */
function fixesFor(
  line: ServiceLine,
  stated: PlanModifier | undefined,
  distinct: readonly PlanModifier[],
  context: Context,
): readonly Fix[] {
  if (stated !== undefined) return [keepFix(line, stated, distinct, safetyOf(line, stated, context))];
  return distinct.map((modifier) => keepFix(line, modifier, distinct, "review"));
}

function keepFix(
  line: ServiceLine,
  kept: PlanModifier,
  distinct: readonly PlanModifier[],
  safety: OfferedFix["safety"],
): Fix {
  return { title: titleOf(kept, distinct), safety, changes: [keepOnly(line, kept)] };
}

/** No fix is safe that puts a plan modifier beside an assistant modifier of another, or moves the line to another yearly amount. */
function safetyOf(line: ServiceLine, kept: PlanModifier, context: Context): OfferedFix["safety"] {
  if (planModifiersOf(line).every((modifier) => modifier.value === kept)) return "safe";
  const agrees = assistantModifiersOf(line).every((modifier) => planModifierOfAssistant(modifier.value) === kept);
  return agrees && staysInBucket(line, kept, context) ? "safe" : "review";
}

function titleOf(kept: PlanModifier, distinct: readonly PlanModifier[]): string {
  const removed = andList(distinct.filter((modifier) => modifier !== kept));
  if (removed === "") return `Remove the repeated ${kept}`;
  return distinct.includes(kept) ? `Keep ${kept}, remove ${removed}` : `Replace ${removed} by ${kept}`;
}

/** The one plan modifier takes the place of the first; all other modifiers keep their order. */
function keepOnly(line: ServiceLine, kept: PlanModifier): OfferedFix["changes"][number] {
  const values = line.modifiers.map((modifier) => modifier.value);
  const place = values.findIndex(isPlanModifier);
  const to = values.flatMap((value, index) => (index === place ? [kept] : isPlanModifier(value) ? [] : [value]));
  return { kind: "modifiers", line, to };
}
