import { type ServiceLine, areOfTwoSubjects } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import { mayBePaidByItself } from "./support/edit-table.ts";
import { isSure } from "./support/evidence.ts";
import { severityByPayer } from "./support/medicare.ts";
import { firstOfMonth } from "./support/service-dates.ts";
import { orList } from "./support/words.ts";

/** The add-on that counts the minutes of a calendar month. */
const monthly = "98981";

export const addonWithoutBase = defineRule({
  id: "addon-without-base",
  severity: "error",
  codes: (_code, procedure) => procedure !== undefined && procedure.addOnTo.length > 0,
  docs: {
    summary: "An add-on code stands without the code that it adds to.",
    why:
      "An add-on counts more of a service that another code begins: a further quarter-hour, a further area. Without its base on the same " +
      "date there is nothing to add to, and it is denied (remark N122). The add-on of remote monitoring goes with the first 20 minutes of " +
      "the same calendar month.",
    remedy: "Bill the base code for the first unit and the add-on for what is beyond it.",
    applies:
      "Every date: an error for Medicare Part B, a warning elsewhere and where the code is known less surely. The base may stand on " +
      "any of the beneficiary's claims of the date in the same file.",
    incorrect: "DOS: 2026-03-02\n97130 GN x1",
    correct: "DOS: 2026-03-02\n97129 GN x1\n97130 GN x1",
    sources: [
      { title: "CMS NCCI add-on code edits" },
      { title: "Remark code N122 (an add-on cannot be billed by itself)" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const procedure = context.procedure(line);
    if (date === undefined || procedure === undefined || isOutsidePartBTherapy(context.claim)) return;
    const { code, addOnTo, source } = procedure;
    if (!mayBePaidByItself(line, context) || hasBase(line, addOnTo, date, context)) return;
    const severity = isSure(source) ? severityByPayer(context, "error", "warning") : "warning";
    const when = code === monthly ? `in ${date.slice(0, 7)}` : "on the same date";
    report(line.procedure, `${code} needs ${orList(addOnTo)} ${when}`, { severity });
  },
});

function hasBase(line: ServiceLine, bases: readonly string[], date: CalendarDate, context: Context): boolean {
  const isBase = (other: ServiceLine): boolean => bases.includes(other.procedure.value);
  // A base without a date, or of several days, may be of this one.
  const mayBeOfDate = ({ dateOfService, dateThrough }: ServiceLine): boolean =>
    dateOfService === undefined || (dateOfService.value <= date && date <= (dateThrough ?? dateOfService).value);
  const mayBeBase = (other: ServiceLine): boolean =>
    isBase(other) && mayBeOfDate(other) && !areOfTwoSubjects(line, other);
  if (context.claim.serviceLines.some(mayBeBase)) return true;
  if (line.procedure.value === monthly) return isInMonth(line, bases, date, context);
  return context.visitOf(line)?.otherLines.some((dated) => isBase(dated.line)) ?? false;
}

function isInMonth(line: ServiceLine, bases: readonly string[], date: CalendarDate, context: Context): boolean {
  // Dates compare as text, so that the end need not be a day of the calendar.
  const end = `${date.slice(0, 7)}-31` as CalendarDate;
  return context.linesWith(bases, firstOfMonth(date), end, line).length > 0;
}
