import type { Claim, ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { Context } from "./context.ts";
import { type Severity, defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import { isWholeForm } from "./support/form-items.ts";
import { isMedicare } from "./support/medicare.ts";
import { certifierRole, renderingOf } from "./support/provider.ts";
import { isTherapistOrAssistant } from "./support/taxonomy.ts";
import { isTherapy } from "./support/therapy-line.ts";

const askedFrom: CalendarDate = "2012-10-01";

export const certifyingNpiMissing = defineRule({
  id: "certifying-npi-missing",
  severity: "error",
  docs: {
    summary: "A therapy claim to Medicare does not name the NPI of who certifies the plan of care.",
    why:
      "The physician or practitioner who reviews and certifies the plan of care is named on every claim for outpatient therapy, with " +
      "name and NPI, as the referring provider: item 17 and 17b on paper, loop 2310A in an 837P, or loop 2420F of a line under another " +
      "plan. An institution names this person as the attending provider, or as the referring one where they differ. Congress has asked for it since October 2012, and a claim without it comes back as unprocessable (reason 16 with remark " +
      "N285 or N286). A superbill may leave it to the billing system, so there it is advice.",
    remedy:
      "Add the NPI of the physician, nurse practitioner, clinical nurse specialist or physician assistant who certifies the plan.",
    applies:
      "Medicare Part B, claims with therapy from 2012-10-01: in X12 an error, and a warning on an institution's claim. In a superbill " +
      "of a professional claim it is a hint, and only where it names the referring provider without an NPI, or states everything else that a claim needs.",
    incorrect:
      "SUPERBILL #12\nPatient: Vale, Robin   Medicare ID: 1EG4-TE5-MK73\nPractice: Riverbend Therapy   NPI: 1234567893\nPOS: 11   Dx A: M54.50\nDOS: 2026-03-02\n97110 GP x2",
    correct:
      "SUPERBILL #12\nPatient: Vale, Robin   Medicare ID: 1EG4-TE5-MK73\nPractice: Riverbend Therapy   NPI: 1234567893\nPOS: 11   Dx A: M54.50\nReferring: Ruth Oakley, MD   NPI: 1245319599\nDOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "Middle Class Tax Relief and Job Creation Act of 2012, section 3005(c)" },
      { title: "Medicare Claims Processing Manual, chapter 5, section 20, and chapter 26, section 10.4, item 17" },
    ],
  },
  checkClaim(claim, context, report) {
    const { npi, name } = claim.referringProvider;
    if (npi !== undefined || !isMedicare(context) || isLeftToOthers(claim, context)) return;
    if (!mayBeTherapists(claim) || !claim.serviceLines.some((line) => isAsked(line, context))) return;
    const role = certifierRole(claim);
    const subject = name === undefined ? `No ${role} provider's NPI` : `The ${role} provider has no NPI`;
    report(
      name?.part === claim.part ? name : claim.head,
      `${subject}; Medicare wants that of who certifies the plan of care`,
      { severity: severityOf(claim, context) },
    );
  },
});

function severityOf({ kind }: Claim, { formatId }: Context): Severity {
  if (formatId !== "x12") return "hint";
  return kind === "institutional" ? "warning" : "error";
}

/** The billing system adds what a superbill leaves out, and the attending provider to an institution's claim. */
function isLeftToOthers(claim: Claim, { formatId }: Context): boolean {
  if (claim.kind === "institutional") return formatId !== "x12" || isOutsidePartBTherapy(claim);
  return formatId !== "x12" && !saysEnough(claim);
}

/** In free text the number may stand beside the name without a label. */
function saysEnough(claim: Claim): boolean {
  const { name } = claim.referringProvider;
  return name === undefined ? isWholeForm(claim) : !/\d{10}/.test(name.value);
}

/** Who bills as something else may treat under an own plan. */
function mayBeTherapists(claim: Claim): boolean {
  const taxonomy = claim.renderingProvider.npi === undefined ? undefined : renderingOf(claim).taxonomy;
  return taxonomy === undefined || isTherapistOrAssistant(taxonomy.value);
}

function isAsked(line: ServiceLine, context: Context): boolean {
  const date = line.dateOfService?.value;
  if (date === undefined || date < askedFrom) return false;
  return isTherapy(line, context);
}
