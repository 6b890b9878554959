import type { Claim, ServiceLine } from "../model/claim.ts";
import type { Field } from "../text/span.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { isMedicare } from "./support/medicare.ts";
import { disciplineOfTherapist } from "./support/taxonomy.ts";
import { isTherapy } from "./support/therapy-line.ts";

/** Places where the facility bills the therapy of its patients. */
const facilities: ReadonlyMap<string, string> = new Map([
  ["19", "a hospital's outpatient department"],
  ["21", "a hospital"],
  ["22", "a hospital's outpatient department"],
  ["23", "an emergency room"],
  ["31", "a skilled nursing facility"],
]);

export const posPrivatePractice = defineRule({
  id: "pos-private-practice",
  severity: "warning",
  claims: "professional",
  docs: {
    summary: "A therapist in private practice bills for a patient of a hospital or a skilled nursing facility.",
    why:
      "Medicare pays the therapy of hospital inpatients and outpatients, and of residents of a skilled nursing facility, to the facility. " +
      "The fee schedule marks therapy codes so that a professional claim of an independent therapist for such a place is not paid. For a " +
      "certified nursing facility this holds for all residents, those without a Part A stay too, whose place of service is often 32.",
    remedy:
      "Look at the place of service: a clinic in a hospital's building is an office, 11. Where the patient was the facility's, the facility " +
      "bills and pays the therapist under arrangement.",
    applies:
      "Traditional Medicare, Railroad Medicare included; professional claims whose rendering provider, or billing provider where none is " +
      "named, has a therapist's taxonomy code; places 19, 21, 22, 23 and 31; lines of therapy.",
    incorrect: "Taxonomy: 225100000X\nPOS: 22\nDOS: 2026-03-02\n97110 GP x2",
    correct: "Taxonomy: 225100000X\nPOS: 11\nDOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "Medicare physician fee schedule, July 2024: PC/TC indicator 7" },
      {
        title:
          "Medicare Claims Processing Manual, chapter 6, section 20 (consolidated billing of skilled nursing facilities)",
      },
    ],
  },

  checkLine(line, context, report) {
    const { claim } = context;
    const place = placeOf(line, claim);
    const facility = facilities.get(place?.value ?? "");
    if (place === undefined || facility === undefined || !isFound(line, context)) return;
    // A place that stands at the head of the claim is told of once.
    const isInherited = line.placeOfService === undefined;
    const first = claim.serviceLines.find((other) => other.placeOfService === undefined && isFound(other, context));
    if (isInherited && first !== line) return;
    report(place, `Place of service ${place.value} is ${facility}, which bills therapy itself`);
  },
});

function placeOf(line: ServiceLine, claim: Claim): Field<string> | undefined {
  return line.placeOfService ?? claim.placeOfService;
}

function isFound(line: ServiceLine, context: Context): boolean {
  return isMedicare(context) && isTherapy(line, context) && isByTherapist(line, context.claim);
}

function isByTherapist(line: ServiceLine, claim: Claim): boolean {
  const rendering = line.renderingProvider?.taxonomy ?? claim.renderingProvider.taxonomy;
  const taxonomy = rendering ?? claim.billingProvider.taxonomy;
  return taxonomy !== undefined && disciplineOfTherapist(taxonomy.value) !== undefined;
}
