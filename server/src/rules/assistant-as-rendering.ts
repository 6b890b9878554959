import type { ServiceLine } from "../model/claim.ts";
import type { Field } from "../text/span.ts";
import { type Report, defineRule } from "./rule.ts";
import { assistantOf } from "./support/assistant.ts";
import { isMedicare } from "./support/medicare.ts";
import { modifierOfAssistant } from "./support/taxonomy.ts";

export const assistantAsRendering = defineRule({
  id: "assistant-as-rendering",
  severity: "error",
  claims: "professional",
  docs: {
    summary: "The rendering provider's specialty is that of a therapy assistant.",
    why:
      "Physical and occupational therapy assistants can't enrol in Medicare, so none can be the rendering provider of a professional " +
      "claim: a line whose rendering provider is not enrolled is rejected. The therapist who supervises is the rendering provider, and " +
      "CQ or CO says that an assistant treated.",
    remedy: "Name the supervising therapist with the NPI and the specialty of that therapist. Neither is guessed here.",
    applies:
      "Medicare Part B, professional claims, every date; taxonomy codes that begin with 2252 (PTA) or 224Z (OTA).",
    incorrect: "Therapist: K. Brown, PTA   NPI: 1234567893   Taxonomy: 225200000X\nDOS: 2026-03-02\n97110 GP CQ x2",
    correct: "Therapist: J. Smith, PT   NPI: 1234567893   Taxonomy: 225100000X\nDOS: 2026-03-02\n97110 GP CQ x2 PTA",
    sources: [
      { title: "42 CFR 410.59(c) and 410.60(c)" },
      { title: "Medicare Benefit Policy Manual, chapter 15, section 230" },
      { title: "National Uniform Claim Committee, provider taxonomy codes" },
    ],
  },

  checkClaim(claim, context, report) {
    if (!isMedicare(context)) return;
    const { renderingProvider, serviceLines } = claim;
    // Of the claim's rendering provider, where a line is theirs, and of each line's own.
    if (!serviceLines.every(namesTaxonomy)) checkTaxonomy(renderingProvider.taxonomy, report);
    for (const line of serviceLines) checkTaxonomy(line.renderingProvider?.taxonomy, report);
  },
});

function namesTaxonomy({ renderingProvider }: ServiceLine): boolean {
  return renderingProvider?.taxonomy !== undefined;
}

function checkTaxonomy(taxonomy: Field<string> | undefined, report: Report): void {
  const modifier = taxonomy && modifierOfAssistant(taxonomy.value);
  if (taxonomy === undefined || modifier === undefined) return;
  const assistant = assistantOf(modifier);
  report(taxonomy, `${taxonomy.value} is the specialty of ${assistant}, who cannot be the rendering provider`);
}
