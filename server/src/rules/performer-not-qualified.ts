import { type ServiceLine, clinicianOf } from "../model/claim.ts";
import type { Clinician } from "../model/clinician.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import { isMedicare } from "./support/medicare.ts";
import { isUnderPlan } from "./support/therapy-line.ts";

export const performerNotQualified = defineRule({
  id: "performer-not-qualified",
  severity: "warning",
  docs: {
    summary: "Somebody treated whose services are no therapy at Medicare.",
    why:
      "Medicare pays for therapy by a therapist, by a physician or another practitioner who may give it, or by a PT or OT assistant under " +
      "a therapist. What aides, technicians, students, athletic trainers or massage therapists do is not paid as therapy, whoever " +
      "supervises them. Medicare knows no SLP assistant either (recalled). A student may take part while the therapist directs the " +
      "service in the room; then it is the therapist's, and the therapist is to be named.",
    remedy: "Name who gave the skilled service. Where nobody else did, the line is not billable as therapy.",
    applies:
      "Medicare Part B, every date; lines of always-therapy codes and lines with a plan modifier. A student whose supervisor is named " +
      "beside is not found.",
    incorrect: "DOS: 2026-03-02\n97110 GP x2 Aide",
    correct: "DOS: 2026-03-02\n97110 GP x2 PT\n97140 GP CQ x1 PTA",
    sources: [
      { title: "Medicare Benefit Policy Manual, chapter 15, sections 230.1 to 230.5" },
      { title: "42 CFR 410.59, 410.60 and 484.115" },
    ],
  },

  checkClaim(claim, context, report) {
    let isHeadFound = false;
    for (const line of claim.serviceLines) {
      const clinician = clinicianOf(line, claim);
      if (clinician?.value.role !== "other" || !isMedicaresTherapy(line, context)) continue;
      // Who is named at the head is found once, however many lines are theirs.
      if (clinician === claim.clinician && isHeadFound) continue;
      isHeadFound ||= clinician === claim.clinician;
      report(clinician, messageOf(line.procedure.value, clinician.value));
    }
  },
});

function messageOf(code: string, { occupation }: Clinician): string {
  return `${code} by ${occupation ?? "someone else"}: Medicare pays therapy by therapists and PT or OT assistants only`;
}

function isMedicaresTherapy(line: ServiceLine, context: Context): boolean {
  const date = line.dateOfService?.value;
  if (!isMedicare(context) || date === undefined || isOutsidePartBTherapy(context.claim)) return false;
  // Minutes in a therapist's or an assistant's column say that someone else treated.
  if (line.minutes.some(({ clinician, value }) => clinician !== undefined && value > 0)) return false;
  const procedure = context.procedure(line);
  if (procedure === undefined || procedure.disposition === "not-therapy") return false;
  return isUnderPlan(line, date, context);
}
