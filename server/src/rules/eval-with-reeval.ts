import { defineRule } from "./rule.ts";
import { pairsShownOn } from "./support/code-pairs.ts";
import { isAfterQuarter, severityOfEdit } from "./support/edit-table.ts";
import { basisOf, partnersOf, placesOfPartners } from "./support/pair-words.ts";
import { removalOf } from "./support/removal.ts";

/** By re-evaluation, the evaluations of the same discipline. */
const evaluationsOf: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["97164", new Set(["97161", "97162", "97163"])],
  ["97168", new Set(["97165", "97166", "97167"])],
]);

export const evalWithReeval = defineRule({
  id: "eval-with-reeval",
  severity: "error",
  codes: (code) => evaluationsOf.has(code),
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
    const date = line.dateOfService?.value;
    const evaluations = evaluationsOf.get(line.procedure.value);
    if (date === undefined || evaluations === undefined) return;
    const pairs = pairsShownOn(line, context).filter(({ column1 }) => evaluations.has(column1.procedure.value));
    if (pairs.length === 0) return;
    const isCertain = !isAfterQuarter(date, context.pairTable.snapshot);
    const partners = partnersOf(line, pairs);
    report(line.procedure, `${line.procedure.value} is part of ${partners} on that date, ${basisOf(pairs, context)}`, {
      severity: severityOfEdit(isCertain ? "error" : "warning", context),
      fixes: isCertain ? [removalOf(line)] : [],
      related: placesOfPartners(line, pairs),
    });
  },
});
