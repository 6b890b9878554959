import type { ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { DatedLine } from "../model/visit.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { severityByPayer } from "./support/medicare.ts";
import { daysOfPeriod, firstWithinPeriod } from "./support/remote-monitoring.ts";
import { firstOfMonth } from "./support/service-dates.ts";

interface Pair {
  /** The one that is found where both are of one date comes second. */
  readonly codes: readonly [string, string];
  readonly per: "thirty days" | "month";
}

const pairs: readonly Pair[] = [
  { codes: ["98976", "98984"], per: "thirty days" },
  { codes: ["98977", "98985"], per: "thirty days" },
  { codes: ["98980", "98979"], per: "month" },
];

const pairOf: ReadonlyMap<string, Pair> = new Map(pairs.flatMap((pair) => pair.codes.map((code) => [code, pair])));

/** The shorter codes began, and the longer ones got the meaning that excludes them. */
const began: CalendarDate = "2026-01-01";

export const rtmOverlap = defineRule({
  id: "rtm-overlap",
  severity: "error",
  codes: (code) => pairOf.has(code),
  docs: {
    summary: "Two remote monitoring codes stand for the same period, of which only one can be true.",
    why:
      "Since 2026 there is a code for 2 to 15 days of data and another for 16 to 30 days of the same 30 days: 98984 or 98976 for breathing, " +
      "98985 or 98977 for muscles and joints. In the same way 98979 stands for 10 to 19 minutes of a calendar month and 98980 for at least " +
      "20. Each pair excludes itself: a period has one number of days, a month one number of minutes. The second is denied.",
    remedy: "Keep the code that the days of data, or the minutes of the month, bear out.",
    applies:
      "Services from 2026-01-01. An error at traditional Medicare where two device codes are of one date or 98979 and 98980 of one month; a " +
      "warning elsewhere, and for device codes of two dates less than 28 days apart: where one period ends and the next begins, the claim " +
      "does not say.",
    incorrect: "DOS: 2026-03-02\n98977 GP x1\n98985 GP x1",
    correct: "DOS: 2026-03-02\n98977 GP x1\n98980 GP x1",
    sources: [
      { title: "CMS Change Request 14250" },
      { title: "Published summaries of Medicare's remote therapeutic monitoring rules for 2026" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const code = line.procedure.value;
    const pair = pairOf.get(code);
    if (date === undefined || pair === undefined || date < began) return;
    const earlier = earlierPartner(line, date, pair, context);
    if (earlier === undefined) return;
    const isMonthly = pair.per === "month";
    const when = earlier.date === date ? "that day" : `on ${earlier.date}`;
    const period = isMonthly ? "a calendar month" : `${String(daysOfPeriod)} days`;
    const isCertain = isMonthly || earlier.date === date;
    report(
      line.procedure,
      `${code} excludes ${earlier.line.procedure.value}, billed ${when}: one of them in ${period}`,
      {
        severity: isCertain ? severityByPayer(context, "error", "warning") : "warning",
        related: [{ at: earlier.line.procedure, message: "the other code" }],
      },
    );
  },
});

/** The last line of the pair's other code that counts for the same time, before the line. */
function earlierPartner(line: ServiceLine, date: CalendarDate, pair: Pair, context: Context): DatedLine | undefined {
  const from = pair.per === "month" ? firstOfMonth(date) : firstWithinPeriod(date);
  const lines = context.linesWith(pair.codes, from < began ? began : from, date, line);
  const own = lines.findIndex((dated) => dated.line === line);
  return lines.findLast((dated, place) => place < own && dated.line.procedure.value !== line.procedure.value);
}
