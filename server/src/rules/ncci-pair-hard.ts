import { defineRule } from "./rule.ts";
import { pairsShownOn } from "./support/code-pairs.ts";
import { isAfterQuarter, isInPairs } from "./support/edit-table.ts";
import { severityByPayer } from "./support/medicare.ts";
import { basisOf, partnersOf, placesOfPartners } from "./support/pair-words.ts";
import { removalOf } from "./support/removal.ts";

export const ncciPairHard = defineRule({
  id: "ncci-pair-hard",
  severity: "error",
  codes: isInPairs,
  docs: {
    summary: "Two codes of one day are a pair that CMS never pays together.",
    why:
      "In CMS's table of pairs (NCCI) this one has indicator 0: the second code is part of the first, or excludes it, and is denied " +
      "(reason 236 or 97) whatever modifier stands on either line. Massage beside manual therapy and a lower evaluation beside a higher " +
      "one are of this kind. The table changes four times a year, so the finding says which one it judges by.",
    remedy: "Bill the code that tells best what was done, alone. A modifier changes nothing.",
    applies:
      "Pairs of indicator 0 that are in force on the date, from 2024-07-01 by the table that is built in: an error for Medicare Part B " +
      "within the table's quarter and a warning after it, information for payers that follow CMS's edits. On a professional claim the two " +
      "lines must be one practitioner's, on an institutional claim all lines of the day count together. Critical access hospitals are " +
      "left out.",
    incorrect: "DOS: 2026-03-02\n97140 GP x1\n97124 GP x1",
    correct: "DOS: 2026-03-02\n97140 GP x1\n97110 GP x1",
    sources: [{ title: "CMS NCCI procedure-to-procedure edits" }, { title: "NCCI Policy Manual, chapter 1" }],
  },

  checkLine(line, context, report) {
    const shown = pairsShownOn(line, context);
    if (shown.length === 0) return;
    const date = line.dateOfService?.value;
    const pairs = shown.filter(({ pair }) => pair.indicator === 0);
    if (date === undefined || pairs.length === 0) return;
    const isCertain = !isAfterQuarter(date, context.pairTable.snapshot);
    const partners = partnersOf(line, pairs);
    const code = line.procedure.value;
    report(
      line.procedure,
      `${code} is never paid beside ${partners}, whatever the modifier, ${basisOf(pairs, context)}`,
      {
        severity: severityByPayer(context, isCertain ? "error" : "warning", "information"),
        fixes: isCertain ? [removalOf(line)] : [],
        related: placesOfPartners(line, pairs),
      },
    );
  },
});
