import type { Claim, Provider } from "../model/claim.ts";
import { defineRule } from "./rule.ts";
import { isMedicare } from "./support/medicare.ts";
import { certifierRole, isOwnReferral } from "./support/provider.ts";

export const referringEqualsRendering = defineRule({
  id: "referring-equals-rendering",
  severity: "warning",
  docs: {
    summary: "The referring provider is the therapist who treats.",
    why:
      "Medicare wants the physician or practitioner who certifies the plan of care in the referring provider's place. A therapist " +
      "writes the plan and can't certify it, so the therapist's own number there says that nobody did. A physician who gives therapy " +
      "under an own plan is both, and is right.",
    remedy:
      "Name the physician, nurse practitioner, clinical nurse specialist or physician assistant who certifies the plan.",
    applies:
      "Medicare Part B, where a taxonomy code or a credential says that a therapist treats. Other payers take patients without a " +
      "referral, and some of them ask for the therapist's own number.",
    incorrect: "Therapist: J. Merton, PT   NPI: 1234567893\nReferring NPI: 1234567893\nDOS: 2026-03-02\n97110 GP x2",
    correct: "Therapist: J. Merton, PT   NPI: 1234567893\nReferring NPI: 1245319599\nDOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "Medicare Benefit Policy Manual, chapter 15, section 220.1.3 (certification)" },
      { title: "Medicare Claims Processing Manual, chapter 26, section 10.4, item 17" },
    ],
  },

  checkClaim(claim, context, report) {
    const { npi } = claim.referringProvider;
    if (npi === undefined || !isMedicare(context) || !isOwnReferral(claim)) return;
    report(
      npi,
      `The ${certifierRole(claim)} provider is the therapist who treats; a therapist can't certify the plan`,
      {
        related: placesOf(claim, npi.value),
      },
    );
  },
});

function placesOf(claim: Claim, npi: string) {
  const providers: readonly (Provider | undefined)[] = [
    claim.renderingProvider,
    ...claim.serviceLines.map((line) => line.renderingProvider),
    claim.billingProvider,
  ];
  const same = providers.find((provider) => provider?.npi?.value === npi)?.npi;
  return same === undefined ? [] : [{ at: same, message: "the same NPI as the rendering provider's" }];
}
