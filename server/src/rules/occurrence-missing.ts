import type { Claim } from "../model/claim.ts";
import type { Discipline } from "../model/discipline.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
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
    remedy: "Add each missing code with its date from the record.",
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
    report(occurrences[0] ?? claim.typeOfBill ?? claim.head, `Occurrence ${noun} ${andList(missing)} ${verb} missing`);
  },
});

const therapyCodes: ReadonlySet<string> = new Set([
  onset,
  corfPlan,
  ...Object.values(occurrencesOf).flatMap(({ plan, start }) => [plan, start]),
]);

/** `29 (PT plan)`, in the order of the claim's disciplines; none where no line says its discipline. */
function missingOn(claim: Claim, context: Context): readonly string[] {
  const disciplines = new Set<Discipline>();
  for (const line of claim.serviceLines) {
    const procedure = context.procedure(line);
    const discipline =
      procedure === undefined || procedure.disposition === "not-therapy" ? undefined : context.disciplineOf(line);
    if (discipline !== undefined) disciplines.add(discipline);
  }
  if (disciplines.size === 0) return [];
  const missing = hasOccurrence(claim, onset) ? [] : [`${onset} (onset)`];
  for (const discipline of disciplines) {
    const { plan, start } = occurrencesOf[discipline];
    if (!hasOccurrence(claim, plan) && !hasOccurrence(claim, corfPlan)) missing.push(`${plan} (${discipline} plan)`);
    if (!hasOccurrence(claim, start)) missing.push(`${start} (${discipline} begun)`);
  }
  return missing;
}
