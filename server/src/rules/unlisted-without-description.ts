import type { Claim, ServiceLine } from "../model/claim.ts";
import { type Span, textOf } from "../text/span.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import { severityByPayer } from "./support/medicare.ts";

export const unlistedWithoutDescription = defineRule({
  id: "unlisted-without-description",
  severity: "error",
  codes: (_code, procedure) => procedure?.isUnlisted === true,
  docs: {
    summary: "A code for an unlisted service stands without a description of the service.",
    why:
      "97039, 97139 and 97799 say only that something was done that has no code of its own. The payer prices it by what the claim tells: " +
      "what was done, why, and how long it took. Medicare returns a line without such a description as unprocessable, and others ask for " +
      "records or deny it.",
    remedy:
      "Describe the service: in the note on a superbill, in item 19 on paper, in SV101-7 or an NTE segment of the line in X12. Where a " +
      "listed code fits, it must be used.",
    applies:
      "Every payer and date: an error at traditional Medicare, a warning elsewhere. A note of the line or of the claim is enough here, and so " +
      "are words in the row; whether they describe the service is for a person to judge.",
    incorrect: "DOS: 2026-03-02\n97139 GP x1",
    correct: "Note: 97139 is instrument-assisted scar work on the hand, 15 minutes\nDOS: 2026-03-02\n97139 GP x1",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 26, section 10.4, item 19 (unlisted codes)" },
      { title: "ASC X12N 837 implementation guides: description of non-specific procedure codes (SV101-7)" },
    ],
  },

  checkLine(line, context, report) {
    if (line.dateOfService === undefined || isOutsidePartBTherapy(context.claim)) return;
    if (isDescribed(line, context.claim, context)) return;
    report(line.procedure, `${line.procedure.value} is unlisted and needs a description of what was done`, {
      severity: severityByPayer(context, "error", "warning"),
      fixes: [{ title: "Describe the service in a note", unavailable: "only who gave it can say what was done" }],
    });
  },
});

function isDescribed(line: ServiceLine, claim: Claim, context: Context): boolean {
  if (line.note !== undefined || claim.notes.length > 0) return true;
  return context.formatId !== "x12" && hasFurtherWords(line);
}

/** Whether a row says more than its values: a column for the description is read by people only. */
function hasFurtherWords(line: ServiceLine): boolean {
  const values: readonly (Span | undefined)[] = [line.procedure, ...line.modifiers, line.clinician, line.charge];
  let rest = textOf(line.span);
  for (const value of values) {
    if (value !== undefined && value.part === line.part && value.start >= line.span.start && value.end <= line.span.end)
      rest = rest.replace(textOf(value), " ");
  }
  return /\p{L}{4}/u.test(rest.replace(/\b(?:units?|minutes?|mins)\b/gi, " "));
}
