import type { ServiceLine } from "../model/claim.ts";
import { type CalendarDate, daysBetween } from "../model/date.ts";
import type { DatedLine } from "../model/visit.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { daysOfPeriod, deviceSupplies, firstWithinPeriod } from "./support/remote-monitoring.ts";
import { firstOfMonth } from "./support/service-dates.ts";

const onceAnEpisode = "98975";
const onceAMonth = new Set(["98979", "98980"]);

export const rtmFrequency = defineRule({
  id: "rtm-frequency",
  severity: "warning",
  codes: (code) => code === onceAnEpisode || deviceSupplies.has(code) || onceAMonth.has(code),
  docs: {
    summary: "A remote monitoring code is billed again too soon.",
    why:
      "The codes of remote therapeutic monitoring count time in their own way. 98975, the set-up, is billed once an episode of care. The " +
      "device codes stand for 30 days, and 98979 and 98980 for a calendar month, however many devices or talks there were and whoever of " +
      "the practice gave them. A second one within the same time is denied.",
    remedy: "Look at where each period begins. More time in the same month is 98981.",
    applies:
      "Every payer, from 2022-01-01, when these codes began (98979, 98984 and 98985 in 2026). Device codes are found on two dates less " +
      "than 28 days apart: some offices date a period at its end, some when enough data came and some by the month, so a person must look. " +
      "98975 is found within the same 28 days, and within one plan of care where the claim states its dates. Lines of one date are left to " +
      "duplicate-line.",
    incorrect: "DOS: 2026-02-20\n98977 GP x1\nDOS: 2026-03-10\n98977 GP x1",
    correct: "DOS: 2026-02-06\n98977 GP x1\nDOS: 2026-03-10\n98977 GP x1",
    sources: [
      { title: "CPT introduction to remote therapeutic monitoring, as summarized by payers" },
      { title: "CMS Change Request 14250 and calendar year 2026 physician fee schedule" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService;
    if (date === undefined) return;
    const code = line.procedure.value;
    const earlier = lastBefore(line, date.value, firstDayOf(code, date.value, context), context);
    if (earlier === undefined) return;
    const apart = daysBetween(earlier.date, date.value);
    const days = apart === 1 ? "the day before" : `${String(apart)} days before`;
    report(line.procedure, `${code} was billed on ${earlier.date}, ${days}; it is billed ${frequencyOf(code)}`, {
      related: [{ at: earlier.line.procedure, message: "billed here" }],
    });
  },
});

/** The first day on which the same code counts for the same time. */
function firstDayOf(code: string, date: CalendarDate, { claim }: Context): CalendarDate {
  if (onceAMonth.has(code)) return firstOfMonth(date);
  const withinPeriod = firstWithinPeriod(date);
  const plan = claim.planOfCare?.value;
  if (code !== onceAnEpisode || plan === undefined) return withinPeriod;
  const isInPlan = plan.from <= date && (plan.to === undefined || date <= plan.to);
  return isInPlan && plan.from < withinPeriod ? plan.from : withinPeriod;
}

function lastBefore(
  line: ServiceLine,
  date: CalendarDate,
  from: CalendarDate,
  context: Context,
): DatedLine | undefined {
  return context.linesWith([line.procedure.value], from, date, line).findLast((dated) => dated.date < date);
}

function frequencyOf(code: string): string {
  if (code === onceAnEpisode) return "once an episode of care";
  return onceAMonth.has(code) ? "once a calendar month" : `once in ${String(daysOfPeriod)} days`;
}
