import { modifierOn } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import { defineRule } from "./rule.ts";
import { isMedicare } from "./support/medicare.ts";

const begin: CalendarDate = "2011-07-01";

export const gzAutoDeny = defineRule({
  id: "gz-auto-deny",
  severity: "information",
  asks: "abn",
  modifiers: ["GZ"],
  docs: {
    summary: "A line with GZ is denied without review, and the provider bears it.",
    why:
      "GZ says that a denial as not necessary is expected and that no signed notice is on file. Since July 2011 Medicare takes the biller at " +
      "that word: the line is denied automatically, with group code CO and reason 50, and the patient can't be charged.",
    remedy: "Nothing, if it is true. Where a notice was signed before the service, GA belongs on the line instead.",
    applies: "Every line for Medicare Part B, services from 2011-07-01.",
    incorrect: "DOS: 2026-03-12\n97110 GP GZ x2 $78.00",
    correct: "DOS: 2026-03-12\n97110 GP GA x2 $78.00",
    sources: [{ title: "Noridian Healthcare Solutions on advance beneficiary notices" }],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const gz = modifierOn(line, "GZ");
    if (gz === undefined || date === undefined || date < begin || !isMedicare(context)) return;
    report(gz, `GZ: ${line.procedure.value} will be denied without review, at the provider's cost`);
  },
});
