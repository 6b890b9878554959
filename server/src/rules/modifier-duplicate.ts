import { isPlanModifier } from "../model/discipline.ts";
import type { Field } from "../text/span.ts";
import { defineRule } from "./rule.ts";

export const modifierDuplicate = defineRule({
  id: "modifier-duplicate",
  severity: "warning",
  docs: {
    summary: "The same modifier stands twice on a line.",
    why:
      "A modifier says one thing once. The repeat adds nothing, takes one of only four places, and makes some payers' systems return " +
      "the line. A repeated plan modifier is therapy-modifier-duplicate's, where the payer asks for plan modifiers.",
    applies: "Every payer and date.",
    incorrect: "DOS: 2026-03-02\n97110 GP CR CR x2",
    correct: "DOS: 2026-03-02\n97110 GP CR x2",
    sources: [{ title: "Medicare Claims Processing Manual, chapter 26, section 10.4, item 24D" }],
  },

  checkLine(line, context, report) {
    const { modifiers } = line;
    if (!hasRepeat(modifiers)) return;
    const values = modifiers.map(({ value }) => value);
    for (const [index, field] of modifiers.entries()) {
      const { value } = field;
      // Found at the second of however many; what has not a modifier's shape may be a name, which no message repeats.
      const isSecond = values.indexOf(value) < index && values.indexOf(value, values.indexOf(value) + 1) === index;
      if (!isSecond || !/^[A-Z0-9]{2}$/.test(value)) continue;
      if (isPlanModifier(value) && context.answer("plan-modifiers", line) === "required") continue;
      const to = values.filter((other, place) => other !== value || place < index);
      report(field, `${value} already stands on this line`, {
        fixes: [{ title: `Remove the repeated ${value}`, safety: "safe", changes: [{ kind: "modifiers", line, to }] }],
        tag: "unnecessary",
      });
    }
  },
});

function hasRepeat(modifiers: readonly Field<string>[]): boolean {
  for (let index = 1; index < modifiers.length; index++) {
    for (let before = 0; before < index; before++) {
      if (modifiers[before]?.value === modifiers[index]?.value) return true;
    }
  }
  return false;
}
