import { formatDollars } from "../model/money.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { type NamedAmount, amountsIn, isCalled, notesOf, replaceWords, writtenLike } from "./support/note.ts";

export const reviewThresholdConfused = defineRule({
  id: "review-threshold-confused",
  severity: "warning",
  docs: {
    summary: "A note calls the medical-review amount the amount for KX.",
    why:
      "3,000 dollars (3,700 before 2018) is where Medicare may begin to review. It never decides whether KX is needed: that is the year's " +
      "own, lower amount. Several websites mix the two up, and whoever follows them leaves KX off lines that are then denied.",
    remedy: "Write the year's KX amount, or say that the amount is that of review.",
    applies:
      "Notes in text files, never X12 data: on Medicare Part B claims, and on others where the note names Medicare or KX. Only where the " +
      "amount is called that of KX or a cap, and the note says nothing of review.",
    incorrect: "DOS: 2026-03-12\n97110 GP x2\nNote: KX needed above $3,000",
    correct: "DOS: 2026-03-12\n97110 GP x2\nNote: medical review possible above $3,000",
    sources: [{ title: "Social Security Act, section 1833(g)(7)(A) and (B) (42 USC 1395l(g)(7))" }],
    statements: ["A9", "A14"],
  },

  checkClaim(claim, context, report) {
    for (const note of notesOf(claim, context, "review-threshold-confused")) {
      if (/\b(?:reviews?|reviewed|mr|tmr|audits?)\b/i.test(note.text)) continue;
      const right = context.threshold(note.year)?.kxThreshold ?? undefined;
      for (const named of amountsIn(note)) {
        if (named.cents === right || !isReviewAmount(named, context) || !isCalled(named, kxNames, threshold)) continue;
        const instead = right === undefined ? "" : ` (${formatDollars(right)} in ${String(note.year)})`;
        report(named.words, `${formatDollars(named.cents)} is a medical-review amount, not the KX amount${instead}`, {
          fixes:
            right === undefined ? [] : [replaceWords(claim, note, named.words, writtenLike(named.words.value, right))],
        });
      }
    }
  },
});

const kxNames: ReadonlySet<string> = new Set(["kx", "cap", "caps"]);
const threshold: ReadonlySet<string> = new Set(["threshold", "thresholds"]);

/** That of today, or that from before 2018. */
function isReviewAmount({ cents }: NamedAmount, context: Context): boolean {
  return cents === context.reviewThreshold("2018-01-01") || cents === context.reviewThreshold("2017-12-31");
}
