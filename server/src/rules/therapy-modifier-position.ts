import { planModifiersOf } from "../model/claim.ts";
import { isPlanModifier, planModifiers } from "../model/discipline.ts";
import { defineRule } from "./rule.ts";
import { isMedicare } from "./support/medicare.ts";

/** How many places, from the first, the contractors look at. */
const placesLookedAt = 2;

export const therapyModifierPosition = defineRule({
  id: "therapy-modifier-position",
  severity: "warning",
  modifiers: planModifiers,
  docs: {
    summary: "The plan modifier stands third or later.",
    why:
      "Medicare's contractors ask for GN, GO or GP in the first or the second place of the line. Claims systems read the modifiers that " +
      "bear on payment from the front, and a plan modifier at the end may be overlooked, as if it were missing. The usual order is plan, " +
      "assistant, distinct service, KX.",
    applies: "Medicare Part B, every date.",
    incorrect: "DOS: 2026-03-02\n97110 CQ CR GP x2",
    correct: "DOS: 2026-03-02\n97110 GP CQ CR x2\n97140 CQ GP x1",
    sources: [{ title: "Noridian, modifier guidance for outpatient therapy" }],
  },

  checkLine(line, context, report) {
    if (line.modifiers.length <= placesLookedAt) return;
    if (!isMedicare(context) || line.dateOfService === undefined) return;
    const place = line.modifiers.findIndex(({ value }) => isPlanModifier(value));
    const found = line.modifiers[place];
    // Several plan modifiers are therapy-modifier-duplicate's.
    if (found === undefined || place < placesLookedAt || planModifiersOf(line).length > 1) return;
    const values = line.modifiers.map(({ value }) => value);
    const to = [found.value, ...values.toSpliced(place, 1)];
    report(found, `${found.value} stands behind the second place; it belongs in the first or second`, {
      fixes: [
        { title: `Move ${found.value} to the front`, safety: "safe", changes: [{ kind: "modifiers", line, to }] },
      ],
    });
  },
});
