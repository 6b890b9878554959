import { defineRule } from "./rule.ts";

export const serviceBeforeBirth = defineRule({
  id: "service-before-birth",
  severity: "error",
  docs: {
    summary: "A date of service lies before the patient's birth.",
    why:
      "One of the two dates is mistyped, or the birth date is another patient's. The payer compares both with its own records: a birth " +
      "date behind the service is denied (reason 14), and one that does not match leads to a patient who can't be found (reason 31).",
    remedy: "Compare both dates with the record.",
    applies: "Every payer, wherever the claim states a birth date. Once in a claim, at the first such line.",
    incorrect: "DOB: 02/11/2048\nDOS: 2026-03-02\n97110 GP x2",
    correct: "DOB: 02/11/1948\nDOS: 2026-03-02\n97110 GP x2",
    sources: [{ title: "Claim adjustment reason code 14 (birth date behind the date of service)" }],
  },

  checkClaim(claim, _context, report) {
    const { birthDate } = claim;
    if (birthDate === undefined) return;
    for (const { dateOfService } of claim.serviceLines) {
      if (dateOfService === undefined || dateOfService.value >= birthDate.value) continue;
      report(dateOfService, `The service of ${dateOfService.value} lies before the patient's birth date`, {
        related: [{ at: birthDate, message: "the birth date stated here" }],
      });
      return;
    }
  },
});
