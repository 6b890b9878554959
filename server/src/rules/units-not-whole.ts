import type { ServiceLine } from "../model/claim.ts";
import { boundsOf, hasAddOn, sumInWords, unitsInWords, unitsOf } from "../model/units.ts";
import type { Context } from "./context.ts";
import { type Fix, defineRule } from "./rule.ts";
import { mayBeTherapy } from "./support/therapy-line.ts";
import { poolOf } from "./support/timed-pool.ts";

export const unitsNotWhole = defineRule({
  id: "units-not-whole",
  severity: "error",
  docs: {
    summary: "The units of a therapy line are no whole number.",
    why:
      "A therapy service is billed in whole units. Minutes become units by a rule of the payer, never by a fraction: 22 minutes are one unit " +
      "at Medicare, not 1.5. Such a line comes back as incomplete (reason 16 with remark M53), and until it is mended its units enter no sum.",
    remedy:
      "Write the units that the minutes of the day allow. Where all minutes are stated and leave one answer, it is offered; else they " +
      "are not guessed.",
    applies: "Every payer and date; therapy codes and lines with a plan modifier.",
    incorrect: "DOS: 2026-03-02\n97110 GP x1.5",
    correct: "DOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "Medicare Claims Processing Manual, chapter 5, section 20.2" },
      { title: "Medicare Claims Processing Manual, chapter 26, section 10.4, item 24G" },
      { title: "Remark code M53 (missing or invalid days or units of service)" },
    ],
  },

  checkLine(line, context, report) {
    const { units } = line;
    if (units === undefined || units.value <= 0 || Number.isInteger(units.value)) return;
    // Drugs and other services may be billed in fractions.
    if (!mayBeTherapy(line, context)) return;
    report(units, `${String(units.value)} units of ${line.procedure.value}; units are whole numbers`, {
      fixes: fixesFor(line, context),
    });
  },
});

function fixesFor(line: ServiceLine, context: Context): readonly Fix[] {
  const pool = poolOf(line, context);
  const service = pool?.services.find(({ lines }) => lines.includes(line));
  if (pool === undefined || service === undefined || service.lines.length > 1 || hasAddOn(service.code)) return [];
  const { unitCounting } = context.payer;
  const { least, most } = boundsOf(service.code, pool.allotment);
  const alone = unitsOf(service.minutes);
  const answers = new Set([
    ...(unitCounting === "rule-of-eights" ? [] : [least, most]),
    ...(unitCounting === "eight-minute-rule" ? [] : [alone]),
  ]);
  const [to = 0, other] = answers;
  if (to < 1 || other !== undefined) return [];
  return [
    {
      title: `Set units to ${String(to)}`,
      safety: "review",
      changes: [{ kind: "units", line, to }],
      attests: `Of ${sumInWords(pool.services)} in the record, ${service.code} takes ${unitsInWords(to)}.`,
    },
  ];
}
