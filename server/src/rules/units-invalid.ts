import { defineRule } from "./rule.ts";
import { mayBeTherapy } from "./support/therapy-line.ts";

export const unitsInvalid = defineRule({
  id: "units-invalid",
  severity: "error",
  docs: {
    summary: "The units of a therapy line are zero or negative.",
    why:
      "A line that bills a therapy service bills at least one unit. Minutes become units by a rule of the payer; where they make none the service " +
      "is not billed, and has no line. Such a line comes back as incomplete (reason 16 with remark M53), and until it is mended its units " +
      "enter no sum.",
    remedy: "Write the units that the minutes of the day allow. They are not guessed here.",
    applies: "Every payer and date; therapy codes and lines with a plan modifier.",
    incorrect: "DOS: 2026-03-02\n97110 GP x0",
    correct: "DOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 5, section 20.2" },
      { title: "Medicare Claims Processing Manual, chapter 26, section 10.4, item 24G" },
      { title: "Remark code M53 (missing or invalid days or units of service)" },
    ],
  },

  checkLine(line, context, report) {
    const { units, charge } = line;
    if (units === undefined || units.value > 0) return;
    // Some systems print what was too short to bill: nothing is billed with it.
    if (units.value === 0 && charge?.value === 0) return;
    // What other services a number may count is not known here.
    if (!mayBeTherapy(line, context)) return;
    report(units, `${String(units.value)} units of ${line.procedure.value}; a line bills at least 1`);
  },
});
