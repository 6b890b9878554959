import type { ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { UnitLimit } from "../model/tables.ts";
import { hasNotice } from "../model/used-amount.ts";
import type { Context } from "./context.ts";
import { type RelatedPlace, defineRule } from "./rule.ts";
import { isHospitalOutpatient, isOutsidePartBTherapy } from "./support/bill-type.ts";
import { isAfterQuarter, mayBePaidByItself, takesEdits } from "./support/edit-table.ts";
import { severityByPayer } from "./support/medicare.ts";
import { none } from "./support/none.ts";
import { linesOfCode } from "./support/same-code.ts";
import { isOfOneDay } from "./support/service-dates.ts";

export const mueExceeded = defineRule({
  id: "mue-exceeded",
  severity: "warning",
  codes: (_code, procedure) => procedure !== undefined,
  docs: {
    summary: "The day's units of a code are more than CMS's edit lets through.",
    why:
      "CMS's table of medically unlikely units (MUE) stops a claim that bills more of a code for one patient, provider and day than is " +
      "likely to be right (reason 151 or 222). It is a ceiling against slips and no target: units within it may still be too many " +
      "for the minutes. Most limits of therapy codes may be overturned with the record; those of evaluations are absolute. Units of " +
      "lines with and without CQ or CO add up.",
    remedy:
      "Look first for a slip: minutes in place of units, a line entered twice. Where all was done, keep the record at hand.",
    applies:
      "Services from the date of the table, which is 2024-07-01 for the one that is built in. At Medicare Part B a warning, and an " +
      "error where the limit is absolute and the service of the table's own quarter; information for payers that follow CMS's edits. Of " +
      "institutional claims only bill types 13X, 14X and 85X. Lines with GA, GX, GY or GZ do not count.",
    incorrect: "DOS: 2026-03-02\n97116 GP x4\n97116 GP CQ x1",
    correct: "DOS: 2026-03-02\n97116 GP x3\n97116 GP CQ x1",
    sources: [
      { title: "CMS medically unlikely edits" },
      { title: "Medicare Claims Processing Manual, chapter 23, section 20.9" },
    ],
  },

  checkLine(line, context, report) {
    const limit = context.unitLimit(line.procedure.value);
    const billed = unitsOf(line);
    if (limit === undefined || billed === 0) return;
    const earlier = limit.indicator === 1 ? none : linesBefore(line, context);
    const before = unitsTogether(earlier);
    // The line with which the sum passes the limit speaks for those behind it.
    if (before > limit.units || before + billed <= limit.units) return;
    const date = line.dateOfService?.value;
    if (date === undefined || !isJudged(line, date, context)) return;
    const { snapshot } = context.limitTable;
    const isAbsolute = limit.indicator === 2 && !isAfterQuarter(date, snapshot);
    report(line.units ?? line.procedure, messageOf(line, date, before + billed, { limit, snapshot }), {
      severity: severityByPayer(context, isAbsolute ? "error" : "warning", "information"),
      related: earlier.map(placeOf),
    });
  },
});

function isJudged(line: ServiceLine, date: CalendarDate, context: Context): boolean {
  const { claim, limitTable } = context;
  if (date < limitTable.snapshot || !takesEdits(context) || isOutsidePartBTherapy(claim)) return false;
  if (claim.kind === "institutional" && !isHospitalOutpatient(claim)) return false;
  return isOfOneDay(line) && mayBePaidByItself(line, context);
}

/** 0 for what bills nothing, or expects no payment. */
function unitsOf(line: ServiceLine): number {
  const units = line.units?.value ?? 0;
  return units > 0 && Number.isInteger(units) && !hasNotice(line) ? units : 0;
}

function unitsTogether(lines: readonly ServiceLine[]): number {
  let units = 0;
  for (const line of lines) units += unitsOf(line);
  return units;
}

function linesBefore(line: ServiceLine, context: Context): readonly ServiceLine[] {
  const lines = linesOfCode(line, context);
  if (lines.length === 0) return none;
  return lines.slice(0, lines.indexOf(line)).filter((other) => unitsOf(other) > 0 && isOfOneDay(other));
}

function messageOf(
  line: ServiceLine,
  date: CalendarDate,
  units: number,
  { limit, snapshot }: { readonly limit: UnitLimit; readonly snapshot: CalendarDate },
): string {
  const count = `${String(units)} ${units === 1 ? "unit" : "units"} of ${line.procedure.value} on ${date}`;
  if (limit.units === 0) return `${count}; CMS's table of ${snapshot} lets none through`;
  const scope = limit.indicator === 1 ? "a line" : "a day";
  const weight = limit.indicator === 2 ? "" : ", a ceiling and no target";
  return `${count}; CMS's table of ${snapshot} lets ${String(limit.units)} ${scope} through${weight}`;
}

function placeOf({ units, procedure }: ServiceLine): RelatedPlace {
  return { at: units ?? procedure, message: `${String(units?.value ?? 0)} of them here` };
}
