import { sumInWords } from "../model/units.ts";
import { defineRule } from "./rule.ts";
import { faultyPoolAt, severityOfCounting } from "./support/billed-units.ts";
import { isPooled } from "./support/timed-pool.ts";

export const timedCodeUnder8 = defineRule({
  id: "timed-code-under-8",
  severity: "error",
  codes: isPooled,
  docs: {
    summary: "A timed code is billed though its discipline gave fewer than 8 timed minutes that day.",
    why:
      "A unit begins at 8 minutes, by Medicare's rule for the sum of the day and by the midpoint rule for each code. Below that nothing timed " +
      "is billed. What counts is the sum: 33 minutes of one service and 7 of another are three units, and the short one takes one of them.",
    remedy:
      "See whether minutes are missing here, or services of the same day that belong to the sum. If the sum stays below 8, the line is not billed; " +
      "that is for you to decide, and no fix deletes it.",
    applies:
      "Every date; only where all timed lines of the discipline and day state their minutes. An error for Medicare Part B, a warning for plans " +
      "that count as Medicare does, information for others.",
    incorrect: "DOS: 2026-03-02\n97140 GP x1 7 min",
    correct: "DOS: 2026-03-02\n97140 GP x1 8 min",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 5, section 20.2.C" },
      {
        title:
          "First Coast Service Options and National Government Services on timed codes (the table of minutes and units)",
      },
    ],
  },

  checkLine(line, context, report) {
    const pool = faultyPoolAt(line, "under-8", context);
    if (pool === undefined) return;
    report(line.procedure, `${sumInWords(pool.services)} of timed treatment; below 8 no unit is billed`, {
      severity: severityOfCounting(context),
    });
  },
});
