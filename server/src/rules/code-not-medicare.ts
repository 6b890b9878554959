import { holdsAt } from "../model/tables.ts";
import { hasNotice } from "../model/used-amount.ts";
import { defineRule } from "./rule.ts";
import { replaceCode, successorsOf } from "./support/code-change.ts";
import { isMedicareTherapy } from "./support/medicare.ts";
import { offerToAdd } from "./support/modifier-fix.ts";
import { orList } from "./support/words.ts";

export const codeNotMedicare = defineRule({
  id: "code-not-medicare",
  severity: "error",
  codes: (_code, procedure) => procedure?.medicareStatus === "I" || procedure?.medicareStatus === "N",
  docs: {
    summary: "The code is one that Medicare does not take, or never covers.",
    why:
      "The Medicare fee schedule lists some codes as not valid for Medicare: another code is to be used for the same service, as G0283 " +
      "for 97014, or none at all, as for every S code. Such a line comes back or is denied as an invalid code. Other codes are valid and " +
      "never covered, such as the athletic training evaluations: billed with GY or GX they bring the denial that a patient or a second " +
      "payer asks for, and without it they look like a claim for payment. Commercial payers take many of these codes.",
    remedy:
      "Use Medicare's own code where there is one. For a service that Medicare never covers, GY says so, and GX beside it that a " +
      "voluntary notice was given; else leave the line off the claim.",
    applies:
      "Traditional Medicare, Railroad Medicare included. An error for codes that are not valid there, a warning for those that are never " +
      "covered and carry no notice modifier. The status is that of the fee schedule of July 2024, or recalled.",
    incorrect: "DOS: 2026-03-02\n97014 x1",
    correct: "DOS: 2026-03-02\nG0283 GP x1\n97169 GY x1",
    sources: [
      { title: "Medicare physician fee schedule, July 2024: status indicators I and N" },
      {
        title: "Medicare Claims Processing Manual, chapter 23, section 30 (addendum: meaning of the status indicators)",
      },
      { title: "CMS Change Request 6563 (GX and GY)" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const procedure = context.procedure(line);
    if (date === undefined || procedure === undefined || !holdsAt(procedure.exists, date)) return;
    if (!isMedicareTherapy(context)) return;
    const successors = successorsOf(procedure, date, context);
    const instead = successors.length === 0 ? "" : `; it takes ${orList(successors)}`;
    if (procedure.medicareStatus === "I") {
      report(line.procedure, `Medicare does not take ${procedure.code}${instead}`, {
        // With a notice modifier the line may be meant to be denied.
        severity: hasNotice(line) ? "warning" : "error",
        fixes: successors.map((code) => replaceCode(line, code)),
      });
      return;
    }
    if (hasNotice(line)) return;
    // A service that Medicare takes under another code is not one that it never covers.
    const isTaken = successors.length > 0;
    const message = isTaken
      ? `Medicare does not cover ${procedure.code}${instead}`
      : `Medicare never covers ${procedure.code}; GY is missing`;
    report(line.procedure, message, {
      severity: "warning",
      fixes: isTaken ? successors.map((code) => replaceCode(line, code)) : [offerToAdd("GY", line)],
    });
  },
});
