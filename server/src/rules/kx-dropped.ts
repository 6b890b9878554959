import { hasModifier } from "../model/claim.ts";
import { defineRule } from "./rule.ts";
import { addKx, measure } from "./support/kx.ts";

export const kxDropped = defineRule({
  id: "kx-dropped",
  severity: "warning",
  asks: "kx",
  docs: {
    summary:
      "An earlier date of the same beneficiary, yearly amount and year carries KX, and this therapy line does not.",
    why:
      "What is used of the year's amount only grows until December. Whoever was above it on an earlier date is above it still, so every " +
      "later line of the year needs KX too, or a notice. Left out, the line is denied (reason 119) while those around it are paid. " +
      "Physical therapy and speech-language pathology share one amount, occupational therapy has its own.",
    remedy:
      "Add KX where the care is necessary and the record shows it. If KX on the earlier date was the slip, state the used amount.",
    applies:
      "Services from 2006 for Medicare Part B and other payers that ask for KX, where one file holds both dates under one beneficiary id, " +
      "or one claim does. Silent where the stated amounts show for certain that the line does not pass the year's amount, and where they show for " +
      "certain that it does: kx-missing-above-threshold and kx-crossing then say so.",
    incorrect:
      "YTD PT/SLP:\nDate        Code   Mods   Units  Charge\n2026-03-12  97110  GP KX  2      78.00\n2026-03-16  97110  GP     2      78.00",
    correct:
      "YTD PT/SLP:\nDate        Code   Mods   Units  Charge\n2026-03-12  97110  GP KX  2      78.00\n2026-03-16  97110  GP KX  2      78.00",
    sources: [
      { title: "Social Security Act, section 1833(g)(7)(A) (42 USC 1395l(g)(7)(A))" },
      { title: "Medicare Claims Processing Manual, chapter 5, section 10.3" },
    ],
  },

  checkLine(line, context, report) {
    if (!context.reach.hasKx || hasModifier(line, "KX")) return;
    const measured = measure(line, context);
    if (measured === undefined) return;
    const { used, threshold } = measured;
    if (used.kxOn === undefined || used.after.high <= threshold) return;
    report(line.procedure, `${used.bucket}: KX stands on ${used.kxOn} and is missing here`, { fixes: [addKx(line)] });
  },
});
