import type { ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import { unitsOf } from "../model/units.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { none } from "./support/none.ts";
import { isPooled, minutesOf, wholeUnitsOf } from "./support/timed-pool.ts";

export const minutesMissing = defineRule({
  id: "minutes-missing",
  severity: "information",
  docs: {
    summary: "A timed line has no minutes, while other timed lines of its day have them.",
    why:
      "Units of timed services follow from the minutes of the day together, so with one line's minutes missing nothing here can check any of " +
      "them. The record must show the total of timed minutes and the total treatment time; it need not divide them by code, and neither must a " +
      "superbill. This is a gap to fill, not a fault that a payer returns.",
    remedy: "Write the minutes of the line.",
    applies:
      "Every payer and date, on superbills and claim notes; only where another timed line of the claim and date states minutes. Silent where " +
      "one line states the minutes of the whole visit. X12 claims carry no minutes.",
    incorrect: "DOS: 2026-03-02\n97110 GP x2 30 min\n97140 GP x1",
    correct: "DOS: 2026-03-02\n97110 GP x2 30 min\n97140 GP x1 15 min",
    sources: [
      { title: "Medicare Benefit Policy Manual, chapter 15, section 220.3.E" },
      { title: "Medicare Claims Processing Manual, chapter 5, section 20.2.C" },
    ],
  },

  checkClaim(claim, context, report) {
    if (context.formatId === "x12" || claim.serviceLines.every(hasNoMinutes)) return;
    for (const line of claim.serviceLines) {
      const date = line.dateOfService?.value;
      if (date === undefined || !hasNoMinutes(line) || !isOfVisit(line, date, context)) continue;
      const visit = linesOfVisit(line, context).filter((other) => isOfVisit(other, date, context));
      const stating = visit.filter((other) => !hasNoMinutes(other));
      if (stating.length === 0 || statesVisit(stating, visit) || isSplit(line, stating)) continue;
      report(line.procedure, `${line.procedure.value} has no minutes; other timed lines of ${date} have`);
    }
  },
});

/** None written, or 0, which a form puts where none were entered. */
function hasNoMinutes({ minutes }: ServiceLine): boolean {
  return minutes.length === 0 || minutes.every(({ value }) => value === 0);
}

function linesOfVisit(line: ServiceLine, context: Context): readonly ServiceLine[] {
  return context.visitOf(line)?.ownLines ?? none;
}

function isOfVisit(line: ServiceLine, date: CalendarDate, context: Context): boolean {
  return line.dateOfService?.value === date && isPooled(line.procedure.value, context.procedure(line));
}

/** The first of two lines of one code may state the minutes of both: of the therapist and of the assistant. */
function isSplit({ procedure }: ServiceLine, stating: readonly ServiceLine[]): boolean {
  return stating.some((other) => other.procedure.value === procedure.value);
}

/** Only one line states minutes, and they make the units of all lines together. */
function statesVisit([stating, second]: readonly ServiceLine[], visit: readonly ServiceLine[]): boolean {
  const minutes = stating && minutesOf(stating);
  if (minutes === undefined || second !== undefined) return false;
  return unitsOf(minutes) === visit.reduce((sum, line) => sum + (wholeUnitsOf(line) ?? 0), 0);
}
