import { cover } from "../text/span.ts";
import { defineRule } from "./rule.ts";
import { places } from "./support/modifier-fix.ts";

export const tooManyModifiers = defineRule({
  id: "too-many-modifiers",
  severity: "error",
  docs: {
    summary: "A line carries more modifiers than a claim has room for.",
    why:
      "A service line of a claim has four places for modifiers, on paper and in the electronic format. A fifth is cut off or the claim " +
      "can't be sent, and which one is lost nobody chose. Those that bear on payment come first: plan, assistant, distinct service, KX; " +
      "those that only inform come last.",
    remedy:
      "See whether one is needless. Where all are needed and the payer takes it, 99 goes in the fourth place and the note names the rest.",
    applies: "Every payer and date. A modifier that stands twice is counted once, and is modifier-duplicate's.",
    incorrect: "DOS: 2026-03-02\n97110 GP CQ CR 97 Q5 x2",
    correct: "DOS: 2026-03-02\n97110 GP CQ CR x2",
    sources: [
      { title: "CMS-1500 (NUCC manual), item 24D: four modifiers" },
      { title: "X12 837P (005010X222A1), SV101-3 to SV101-6" },
    ],
  },

  checkClaim(claim, _context, report) {
    for (const { modifiers } of claim.serviceLines) {
      const fifth = modifiers[places];
      const last = modifiers.at(-1);
      if (fifth === undefined || last === undefined) continue;
      const distinct = new Set(modifiers.map(({ value }) => value));
      // What is no modifier at all is modifier-unknown's, and may not count.
      if (distinct.size <= places || modifiers.some(({ value }) => !/^[A-Z0-9]{2}$/.test(value))) continue;
      report(
        cover(fifth, last),
        `${String(distinct.size)} modifiers on one line; a claim has room for ${String(places)}`,
      );
    }
  },
});
