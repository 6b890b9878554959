import type { ServiceLine } from "../model/claim.ts";
import { holdsAt } from "../model/tables.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { isMedicareTherapy } from "./support/medicare.ts";

export const codeBundled = defineRule({
  id: "code-bundled",
  severity: "information",
  codes: (_code, procedure) => procedure?.medicareStatus === "B",
  docs: {
    summary: "Medicare never pays the code by itself.",
    why:
      "Hot and cold packs, the evaluation for a device without speech output and a few others are part of what Medicare pays for the " +
      "other services: their line is denied as bundled (reason 97) wherever it stands, and neither a modifier nor a notice changes that. " +
      "The patient must not be charged for it. The line may stay for the record, and another payer may pay it.",
    remedy: "Nothing needs to change. Bill no separate charge to a Medicare patient.",
    applies:
      "Traditional Medicare, Railroad Medicare included, by the fee schedule of July 2024; silent where the line charges nothing, once for each code of a claim. " +
      "97602 is bundled in offices only, so it is not found on institutional claims.",
    incorrect: "DOS: 2026-03-02\n97010 GP x1",
    correct: "DOS: 2026-03-02\n97035 GP x1",
    sources: [
      { title: "Medicare physician fee schedule, July 2024: status indicator B" },
      { title: "Claim adjustment reason code 97" },
    ],
  },

  checkLine(line, context, report) {
    if (!isMedicareTherapy(context) || !isFound(line, context)) return;
    const code = line.procedure.value;
    // Told once a claim: the code is listed visit after visit, for the record.
    const { serviceLines } = context.claim;
    if (serviceLines.find((other) => other.procedure.value === code && isFound(other, context)) !== line) return;
    report(line.procedure, `Medicare never pays ${code} by itself; it belongs to the other services`);
  },
});

function isFound(line: ServiceLine, context: Context): boolean {
  const date = line.dateOfService?.value;
  const procedure = context.procedure(line);
  if (date === undefined || procedure === undefined || !holdsAt(procedure.exists, date)) return false;
  if (context.claim.kind === "institutional" && procedure.disposition !== "always") return false;
  return line.charge?.value !== 0;
}
