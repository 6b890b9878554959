import { defineRule } from "./rule.ts";
import { areEqual } from "./support/equal-lines.ts";
import { removalOf } from "./support/removal.ts";
import { earlierLinesOfCode } from "./support/same-code.ts";
import { isToldApart } from "./support/separate-service.ts";

export const duplicateLine = defineRule({
  id: "duplicate-line",
  severity: "warning",
  codes: (_code, procedure) => procedure !== undefined,
  docs: {
    summary: "A service line stands twice: the same date, code, modifiers, units and charge.",
    why:
      "A payer takes the second of two equal lines for a slip and denies it as a duplicate (reason 18). Often it is one: a row pasted " +
      "twice, a visit entered from two lists. Where the service was given twice, one line with the units of both says so, or a modifier " +
      "that tells the two apart.",
    remedy: "Remove the second line, or bill the units of both on one.",
    applies:
      "Every payer and date. Lines that name different people, minutes or notes are not equal, nor are lines with 59, an X modifier, 76, " +
      "77, 91 or one that names a side or a finger.",
    incorrect: "DOS: 2026-03-02\n97110 GP x2\n97110 GP x2",
    correct: "DOS: 2026-03-02\n97110 GP x2\n97110 GP CQ x2",
    sources: [
      { title: "Claim adjustment reason code 18" },
      { title: "Medicare Claims Processing Manual, chapter 1, section 120" },
    ],
  },

  checkLine(line, context, report) {
    const earlier = earlierLinesOfCode(line, context);
    const date = line.dateOfService?.value;
    if (earlier.length === 0 || date === undefined || isToldApart(line)) return;
    const first = earlier.find((other) => areEqual(other, line));
    if (first === undefined) return;
    const words = [line.procedure, ...line.modifiers].map(({ value }) => value).join(" ");
    report(line.procedure, `${words} stands twice on ${date}`, {
      fixes: [removalOf(line)],
      related: [{ at: first.procedure, message: "the same line before it" }],
      tag: "unnecessary",
    });
  },
});
