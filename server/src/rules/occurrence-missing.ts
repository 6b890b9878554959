import type { Claim } from "../model/claim.ts";
import type { Discipline } from "../model/discipline.ts";
import type { Context } from "./context.ts";
import { type Fix, defineRule } from "./rule.ts";
import { isMedicareTherapy } from "./support/medicare.ts";
import { corfPlan, hasOccurrence, occurrencesOf, onset } from "./support/occurrence.ts";
import { andList } from "./support/words.ts";

export const occurrenceMissing = defineRule({
  id: "occurrence-missing",
  severity: "warning",
  claims: "institutional",
  docs: {
    summary: "An institutional therapy claim lacks an occurrence code that its disciplines call for.",
    why:
      "A claim of an institution tells the course of treatment by occurrence codes with dates: 11 the onset of symptoms or of the " +
      "illness; the day on which the plan was set up or last reviewed, 29 for physical therapy, 17 for occupational therapy, 30 for " +
      "speech-language pathology; and the day on which treatment began, 35, 44 and 45 in the same order. A CORF names its one plan by " +
      "28. A contractor may return a claim that lacks the ones of a billed discipline. That each of them is still asked for was read in " +
      "a consultant's account, not at Medicare itself.",
    remedy:
      "Add each missing code with its date from the record. Where the claim bills the evaluation, its day is offered as the one on " +
      "which treatment began.",
    applies:
      "Medicare Part B, any date: every electronic institutional claim, and of superbills those that list therapy occurrence codes " +
      "already. One finding a claim.",
    incorrect: "TOB: 131\nOccurrence: 11 2026-01-02, 29 2026-01-05\nDOS: 2026-03-02\n97110 GP x2",
    correct: "TOB: 131\nOccurrence: 11 2026-01-02, 29 2026-01-05, 35 2026-01-05\nDOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 25, section 75.3 (occurrence codes)" },
      { title: "Rick Gawenda on occurrence codes of outpatient therapy claims (AAPC forum)" },
    ],
  },

  checkClaim(claim, context, report) {
    const { occurrences } = claim;
    // A superbill may leave them to whoever types the claim.
    const isListed = context.formatId === "x12" || occurrences.some(({ value }) => therapyCodes.has(value));
    if (!isListed || !isMedicareTherapy(context)) return;
    const missing = missingOn(claim, context);
    if (missing.length === 0) return;
    const [verb, noun] = missing.length === 1 ? ["is", "code"] : ["are", "codes"];
    const shown = andList(missing.map(({ code, meaning }) => `${code} (${meaning})`));
    report(occurrences[0] ?? claim.typeOfBill ?? claim.head, `Occurrence ${noun} ${shown} ${verb} missing`, {
      fixes: missing.flatMap((one) => addFromEvaluation(one, context)),
    });
  },
});

const therapyCodes: ReadonlySet<string> = new Set([
  onset,
  corfPlan,
  ...Object.values(occurrencesOf).flatMap(({ plan, start }) => [plan, start]),
]);

interface MissingCode {
  readonly code: string;
  /** `PT plan`. */
  readonly meaning: string;
  /** Whose treatment it says to have begun. */
  readonly begun?: Discipline;
}

/** In the order of the claim's disciplines; none where no line says its discipline. */
function missingOn(claim: Claim, context: Context): readonly MissingCode[] {
  const disciplines = new Set<Discipline>();
  for (const line of claim.serviceLines) {
    const procedure = context.procedure(line);
    const discipline =
      procedure === undefined || procedure.disposition === "not-therapy" ? undefined : context.disciplineOf(line);
    if (discipline !== undefined) disciplines.add(discipline);
  }
  if (disciplines.size === 0) return [];
  const missing: MissingCode[] = hasOccurrence(claim, onset) ? [] : [{ code: onset, meaning: "onset" }];
  for (const discipline of disciplines) {
    const { plan, start } = occurrencesOf[discipline];
    if (!hasOccurrence(claim, plan) && !hasOccurrence(claim, corfPlan))
      missing.push({ code: plan, meaning: `${discipline} plan` });
    if (!hasOccurrence(claim, start)) missing.push({ code: start, meaning: `${discipline} begun`, begun: discipline });
  }
  return missing;
}

/** Treatment begins with the evaluation, where the claim bills it; of the other days a claim says nothing. */
function addFromEvaluation({ code, begun }: MissingCode, context: Context): readonly Fix[] {
  const { claim } = context;
  const dates = claim.serviceLines.flatMap((line) => {
    const isFirst = context.procedure(line)?.category === "evaluation" && context.disciplineOf(line) === begun;
    return isFirst ? (line.dateOfService?.value ?? []) : [];
  });
  const [date] = dates.sort();
  if (begun === undefined || date === undefined) return [];
  return [
    {
      title: `Add ${code} on ${date}, the day of the evaluation`,
      safety: "review",
      changes: [{ kind: "occurrence", claim, code, date }],
      attests: `${code} states that ${disciplineWords[begun]} by this provider began on ${date}.`,
    },
  ];
}

const disciplineWords: Readonly<Record<Discipline, string>> = {
  PT: "physical therapy",
  OT: "occupational therapy",
  SLP: "speech-language pathology",
};
