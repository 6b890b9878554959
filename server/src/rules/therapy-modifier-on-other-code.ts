import { hasModifier, planModifiersOf } from "../model/claim.ts";
import { planModifiers } from "../model/discipline.ts";
import { type Procedure, holdsAt, isPaidByItself } from "../model/tables.ts";
import { defineRule } from "./rule.ts";
import { isSure } from "./support/evidence.ts";
import { isMedicare } from "./support/medicare.ts";

/** Therapists bill these in ways that leave open whether a plan modifier is wrong, or other rules say what is. */
const openCategories = new Set(["needling", "communication-technology", "remote-monitoring", "home-health"]);

export const therapyModifierOnOtherCode = defineRule({
  id: "therapy-modifier-on-other-code",
  severity: "information",
  modifiers: planModifiers,
  codes: (_code, procedure) => isCertainlyOther(procedure),
  claims: "professional",
  docs: {
    summary: "A plan modifier stands on a code that is not therapy.",
    why:
      "GN, GO and GP belong to codes of Medicare's therapy list. On a code outside of it the modifier sends the line to the wrong edits, " +
      "or the code is the slip. Nothing says that Medicare returns such a line. The current list itself was not seen whole, so only codes " +
      "are found here that certainly stand outside: acupuncture, chiropractic manipulation, behavior, respiratory care, hearing, work " +
      "hardening, group caregiver training.",
    remedy: "See whether the code or the modifier is the slip. With GY or GX the line asks for a denial, and is right.",
    applies:
      "Medicare Part B; at other payers chiropractors bill GP on such codes. Silent on codes that the table does not know, on splints " +
      "and casts, dry needling and remote monitoring, with GY or GX, and on institutional claims.",
    incorrect: "DOS: 2026-03-02\n98941 GP x1",
    correct: "DOS: 2026-03-02\n98941 AT x1\n29125 GO x1",
    sources: [
      { title: "CMS annual update of the therapy code list" },
      { title: "Medicare Claims Processing Manual, chapter 5, section 20.1" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const procedure = context.procedure(line);
    const [found] = planModifiersOf(line);
    if (!isMedicare(context) || date === undefined || procedure === undefined || found === undefined) return;
    if (!holdsAt(procedure.exists, date) || hasModifier(line, "GY") || hasModifier(line, "GX")) return;
    report(found, `${procedure.code} is not a therapy code; ${found.value} does not belong there`);
  },
});

/** What Medicare never pays, whatever its modifier, is a fault of its own. */
function isCertainlyOther(procedure: Procedure | undefined): boolean {
  if (procedure?.disposition !== "not-therapy" || openCategories.has(procedure.category)) return false;
  return isPaidByItself(procedure) && isSure(procedure.source);
}
