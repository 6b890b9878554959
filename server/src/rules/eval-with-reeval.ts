import type { ServiceLine } from "../model/claim.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { pairsShownOn } from "./support/code-pairs.ts";
import { isAfterQuarter } from "./support/edit-table.ts";
import { severityByPayer } from "./support/medicare.ts";
import { basisOf, partnersOf, placesOfPartners } from "./support/pair-words.ts";
import { removalOf } from "./support/removal.ts";

export const evalWithReeval = defineRule({
  id: "eval-with-reeval",
  severity: "error",
  codes: (_code, procedure) => procedure?.category === "re-evaluation" && procedure.locked !== null,
  docs: {
    summary: "An evaluation and a re-evaluation of one discipline stand on one date.",
    why:
      "A re-evaluation looks again at a patient who was evaluated before: a new finding, a marked change, no answer to the treatment. On " +
      "the day of the evaluation there is nothing to look at again, and CMS's table of pairs denies the re-evaluation (reason 236 or " +
      "97) with no modifier to open it. PT and OT count each by itself: a PT evaluation and an OT re-evaluation on one day are right.",
    remedy: "Bill the evaluation alone. Where one of the two belongs to another day, correct its date.",
    applies:
      "From 2024-07-01 by the table that is built in: an error for Medicare Part B within the table's quarter and a warning after it, " +
      "information for payers that follow CMS's edits. 97161 to 97163 with 97164, 97165 to 97167 with 97168; SLP has no re-evaluation code.",
    incorrect: "DOS: 2026-03-02\n97161 GP x1\n97164 GP x1",
    correct: "DOS: 2026-03-02\n97161 GP x1\n97168 GO x1",
    sources: [
      { title: "CMS NCCI procedure-to-procedure edits" },
      { title: "Medicare Benefit Policy Manual, chapter 15, section 220.3" },
    ],
  },

  checkLine(line, context, report) {
    const shown = pairsShownOn(line, context);
    if (shown.length === 0) return;
    const date = line.dateOfService?.value;
    const pairs = shown.filter(({ column1 }) => isEvaluationBeside(line, column1, context));
    if (date === undefined || pairs.length === 0) return;
    const isCertain = !isAfterQuarter(date, context.pairTable.snapshot);
    const partners = partnersOf(line, pairs);
    report(line.procedure, `${line.procedure.value} is part of ${partners} on that date, ${basisOf(pairs, context)}`, {
      severity: severityByPayer(context, isCertain ? "error" : "warning", "information"),
      fixes: isCertain ? [removalOf(line)] : [],
      related: placesOfPartners(line, pairs),
    });
  },
});

/** The evaluation of the same discipline. */
function isEvaluationBeside(line: ServiceLine, other: ServiceLine, context: Context): boolean {
  const procedure = context.procedure(other);
  const plan = context.procedure(line)?.locked?.modifier;
  return procedure?.category === "evaluation" && procedure.locked?.modifier === plan;
}
