import type { Field } from "../text/span.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { isMedicare } from "./support/medicare.ts";
import { certifierRole, isOwnReferral } from "./support/provider.ts";
import { isChiropractor, isDentist, isTherapistOrAssistant } from "./support/taxonomy.ts";

export const certifierNotEligible = defineRule({
  id: "certifier-not-eligible",
  severity: "warning",
  docs: {
    summary:
      "The referring provider is a chiropractor, a dentist or a therapist, who can't certify a plan of therapy at Medicare.",
    why:
      "Medicare takes the certification of a plan of care from a physician, a nurse practitioner, a clinical nurse specialist or a " +
      "physician assistant. For therapy, chiropractors and doctors of dental surgery or dental medicine are no physicians: they may " +
      "neither refer nor certify. A therapist establishes the plan and can't certify it. An optometrist may for low vision only, which " +
      "a claim does not tell.",
    remedy: "Name who certified the plan; where nobody eligible did, the plan is not certified.",
    applies:
      "Medicare Part B, where a taxonomy code, or a credential behind the name, says what the referring provider is.",
    incorrect: "Referring: Robin Vale, DC   NPI: 1245319599\nDOS: 2026-03-02\n97110 GP x2",
    correct: "Referring: Robin Vale, MD   NPI: 1245319599\nDOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "Medicare Benefit Policy Manual, chapter 15, sections 220 (definitions) and 220.1.3" },
      { title: "42 CFR 424.24(c)" },
    ],
  },

  checkClaim(claim, context, report) {
    const { taxonomy, name } = claim.referringProvider;
    if ((taxonomy ?? name) === undefined || !isMedicare(context)) return;
    const profession = taxonomy === undefined ? professionNamed(name, context) : professionOf(taxonomy.value);
    const at = taxonomy ?? name;
    // The therapist's own number there says the same.
    if (profession === undefined || at === undefined || isOwnReferral(claim)) return;
    report(at, `The ${certifierRole(claim)} provider is ${profession}, who can't certify a plan of therapy`);
  },
});

function professionOf(taxonomy: string): string | undefined {
  if (isChiropractor(taxonomy)) return chiropractor;
  if (isDentist(taxonomy)) return dentist;
  return isTherapistOrAssistant(taxonomy) ? therapist : undefined;
}

const chiropractor = "a chiropractor";
const dentist = "a dentist";
const therapist = "a therapist";

/** By the credentials behind the name's last comma, none of which may be a physician's or practitioner's. */
function professionNamed(name: Field<string> | undefined, { formatId }: Context): string | undefined {
  if (name === undefined || formatId === "x12") return undefined;
  const behind = name.value.replaceAll(".", "").split(",").slice(1).join(" ");
  const credentials = behind.split(/[\s/]+/).filter((word) => word !== "");
  if (credentials.some((word) => /^(?:MD|DO|NP|FNP|DNP|PA|CNS|DPM|OD|APRN|ARNP|CRNP|.*-B?C)$/i.test(word)))
    return undefined;
  if (credentials.includes("DC")) return chiropractor;
  if (credentials.includes("DDS") || credentials.includes("DMD")) return dentist;
  return credentials.some((word) => /^(?:DPT|MPT|RPT|PT|PTA|OTR|OTD|COTA|SLP|CCC-SLP)$/.test(word))
    ? therapist
    : undefined;
}
