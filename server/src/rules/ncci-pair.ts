import { type ServiceLine, hasModifier } from "../model/claim.ts";
import type { Context } from "./context.ts";
import { type Fix, type Report, defineRule } from "./rule.ts";
import { type PairOfLines, pairsShownOn } from "./support/code-pairs.ts";
import { isInPairs, isVisitCode } from "./support/edit-table.ts";
import { severityByPayer } from "./support/medicare.ts";
import { offerToAdd } from "./support/modifier-fix.ts";
import { basisOf, partnersOf, placesOfPartners } from "./support/pair-words.ts";

export const ncciPair = defineRule({
  id: "ncci-pair",
  severity: "warning",
  codes: isInPairs,
  docs: {
    summary:
      "Two codes of one day are a pair that CMS pays together only with a modifier, and neither line carries one.",
    why:
      "CMS's table of pairs (NCCI) pays the first code of such a pair and denies the second (reason 236 or 97), unless a modifier says " +
      "that the services were separate: different quarter-hours, a different encounter, another place of the body. The modifier may " +
      "stand on either line. What was long a pair may be none today: 97140 with 97530 and 97530 with 97116 ended in 2019. The " +
      "table changes four times a year, so the finding says which one it judges by.",
    remedy:
      "Where the record shows separate times, add 59, or an X modifier that says why, to the line that would be denied; an office visit " +
      "takes 25. Where the services were one, bill the first code alone. Between 92507, 92508 or 92526 and 97110, 97112, 97150 or " +
      "97530 under one SLP plan CMS's manual lets no modifier stand.",
    applies:
      "Pairs of indicator 1 that are in force on the date, from 2024-07-01 by the table that is built in: a warning for Medicare Part " +
      "B, information for payers that follow CMS's edits. On a professional claim the two lines must be one practitioner's, on an " +
      "institutional claim all lines of the day count together. Critical access hospitals are left out.",
    incorrect: "DOS: 2026-03-02\n97140 GP x1\n97012 GP x1",
    correct: "DOS: 2026-03-02\n97140 GP 59 x1\n97012 GP x1",
    sources: [
      { title: "CMS NCCI procedure-to-procedure edits" },
      { title: "NCCI Policy Manual, chapter 11" },
      { title: "CMS Change Request 11168 (the modifier on either line, from 2019-07-01)" },
    ],
  },

  checkLine(line, context, report) {
    const shown = pairsShownOn(line, context);
    if (shown.length === 0) return;
    const shut = shown.filter(({ pair, isOpened }) => pair.indicator === 1 && !isOpened);
    const speech = shut.filter(isOneSpeechPlan);
    const others = shut.filter((pair) => !isOneSpeechPlan(pair));
    if (others.length > 0) reportPairs(line, others, context, report);
    if (speech.length > 0) reportSpeechPairs(line, speech, context, report);
  },
});

function reportPairs(line: ServiceLine, pairs: readonly PairOfLines[], context: Context, report: Report): void {
  const code = line.procedure.value;
  const isVisit = isVisitCode(code);
  const wanted = isVisit ? "25" : "59 or an X modifier";
  report(line.procedure, `${code} with ${partnersOf(line, pairs)} needs ${wanted}, ${basisOf(pairs, context)}`, {
    severity: severityByPayer(context, "warning", "information"),
    fixes: isVisit ? [offerToAdd("25", line)] : modifiersFor(context).map((modifier) => add(modifier, line)),
    related: placesOfPartners(line, pairs),
  });
}

function reportSpeechPairs(line: ServiceLine, pairs: readonly PairOfLines[], context: Context, report: Report): void {
  const code = line.procedure.value;
  const message = `${code} with ${partnersOf(line, pairs)} under one SLP plan is not paid, ${basisOf(pairs, context)}`;
  report(line.procedure, message, {
    severity: severityByPayer(context, "warning", "information"),
    fixes: [
      {
        title: "Add 59",
        unavailable: "CMS's manual (chapter 11) does not let one SLP plan bill both",
      },
    ],
    related: placesOfPartners(line, pairs),
  });
}

const speechTreatments = new Set(["92507", "92508", "92526"]);
const physicalTreatments = new Set(["97110", "97112", "97150", "97530"]);

function isOneSpeechPlan({ column1, column2 }: PairOfLines): boolean {
  return (
    speechTreatments.has(column1.procedure.value) &&
    physicalTreatments.has(column2.procedure.value) &&
    hasModifier(column1, "GN") &&
    hasModifier(column2, "GN")
  );
}

const reasons: Readonly<Record<string, string>> = {
  XU: " (times do not overlap)",
  XE: " (another encounter)",
  XS: " (another part of the body)",
  XP: " (another practitioner)",
};

/** Another practitioner is a reason only where several bill on one claim. */
function modifiersFor({ claim }: Context): readonly string[] {
  return claim.kind === "institutional" ? ["59", "XU", "XE", "XS", "XP"] : ["59", "XU", "XE", "XS"];
}

function add(modifier: string, line: ServiceLine): Fix {
  return offerToAdd(modifier, line, { title: `Add ${modifier}${reasons[modifier] ?? ""}` });
}
