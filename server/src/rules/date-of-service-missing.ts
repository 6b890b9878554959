import type { ServiceLine } from "../model/claim.ts";
import { defineRule } from "./rule.ts";
import { mayBeTherapy } from "./support/therapy-line.ts";

export const dateOfServiceMissing = defineRule({
  id: "date-of-service-missing",
  severity: "warning",
  docs: {
    summary: "Therapy lines have no date of service, so most of what could be wrong with them is not looked at.",
    why:
      "Codes, modifiers, amounts and edits are all judged at the date of service: what was right in 2016 is returned in 2018. Without a " +
      "date the rules that need one are silent on the line, and a claim without one can't be billed. One finding for the whole claim " +
      "says so.",
    remedy: "Give the line a date, or write one date-of-service field above the lines of a visit.",
    applies: "Every payer; therapy codes and lines with a plan modifier. Once in a claim, at the first such line.",
    incorrect: "97110 GP x2\n97140 GP x1",
    correct: "DOS: 2026-03-02\n97110 GP x2\n97140 GP x1",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 26, section 10.4, item 24A" },
      { title: "ASC X12N 837P, loop 2400, DTP*472" },
    ],
  },

  checkClaim(claim, context, report) {
    if (claim.serviceLines.every(isDated)) return;
    const undated = claim.serviceLines.filter((line) => !isDated(line) && mayBeTherapy(line, context));
    const [first, ...others] = undated;
    if (first === undefined) return;
    const subject = others.length === 0 ? `${first.procedure.value} has` : `${String(undated.length)} lines have`;
    report(first.procedure, `${subject} no date of service; rules that need one are silent`, {
      related: others.map((line) => ({ at: line.procedure, message: "This line has no date of service either" })),
    });
  },
});

function isDated({ dateOfService }: ServiceLine): boolean {
  return dateOfService !== undefined;
}
