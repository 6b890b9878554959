import { type ServiceLine, hasModifier, planModifiersOf } from "../model/claim.ts";
import { addDays } from "../model/date.ts";
import { defineRule } from "./rule.ts";
import { replaceCode } from "./support/code-change.ts";

const initial = new Set(["97760", "97761"]);
const followUp = "97763";

/** When the code for later encounters began, and both initial codes became the first encounter's. */
const began = "2018-01-01";

/** A device fitted earlier than this is not taken for the same one. */
const daysOfFitting = 90;

export const orthoticInitialRepeated = defineRule({
  id: "orthotic-initial-repeated",
  severity: "information",
  codes: (code) => initial.has(code),
  docs: {
    summary: "The code for the first encounter with an orthosis or prosthesis is billed again.",
    why:
      "Since 2018 97760 and 97761 stand for the first encounter with a device: it is assessed, fitted, and the patient is trained. Later " +
      "encounters with the same device are 97763, whichever of the two it began with. Payers look for a first encounter that repeats " +
      "itself; a second device is a first encounter of its own.",
    remedy: "Use 97763 for the later encounter. For another device nothing needs to change; the record names it.",
    applies:
      "Every payer, services from 2018-01-01. Found where the same code with the same plan modifier stands on an earlier date within 90 " +
      "days, not where LT on one line and RT on the other tell of two devices.",
    incorrect: "DOS: 2026-03-02\n97760 GO x2\nDOS: 2026-03-09\n97760 GO x1",
    correct: "DOS: 2026-03-02\n97760 GO x2\nDOS: 2026-03-09\n97763 GO x1",
    sources: [
      { title: "CPT changes for 2018: 97760, 97761 and 97763, as summarized by therapists' associations" },
      { title: "CMS annual update of the therapy code list, 2018" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    if (date === undefined || date < began) return;
    const code = line.procedure.value;
    const since = addDays(date, -daysOfFitting);
    const lines = context.linesWith([code], since < began ? began : since, date, line);
    const earlier = lines.findLast((dated) => dated.date < date && mayBeOfOneDevice(dated.line, line));
    if (earlier === undefined) return;
    report(line.procedure, `${code} was billed on ${earlier.date}; later encounters with the device are ${followUp}`, {
      fixes: [replaceCode(line, followUp)],
      related: [{ at: earlier.line.procedure, message: "the first encounter" }],
    });
  },
});

function mayBeOfOneDevice(first: ServiceLine, second: ServiceLine): boolean {
  if (planModifiersOf(first)[0]?.value !== planModifiersOf(second)[0]?.value) return false;
  const areOpposite = (one: ServiceLine, other: ServiceLine): boolean =>
    hasModifier(one, "LT") && hasModifier(other, "RT");
  return !areOpposite(first, second) && !areOpposite(second, first);
}
