import type { Share } from "../model/change.ts";
import type { ServiceLine } from "../model/claim.ts";
import { type CalendarDate, addDays } from "../model/date.ts";
import type { Cents } from "../model/money.ts";
import { type Fix, defineRule } from "./rule.ts";
import { isMedicare } from "./support/medicare.ts";
import { isPooled } from "./support/timed-pool.ts";

export const lineDateSpan = defineRule({
  id: "line-date-span",
  severity: "error",
  claims: "professional",
  codes: isPooled,
  docs: {
    summary: "One line of a timed therapy code covers more than one date.",
    why:
      "The units of a timed code follow from the minutes of one day, and payment, limits and reviews look at each day. Medicare contractors " +
      "reject a line of a timed therapy code whose first and last date differ. Each date needs its own line with its own units.",
    remedy: "Write one line for each date, with the units that the record shows for that day.",
    applies: "Professional claims to traditional Medicare, Railroad Medicare included; every date.",
    incorrect: "From        To          Code   Mods  Units\n2026-03-02  2026-03-05  97110  GP    3",
    correct: "From        To          Code   Mods  Units\n2026-03-02  2026-03-02  97110  GP    3",
    sources: [
      { title: "First Coast Service Options on therapy lines that span dates (2021)" },
      { title: "Medicare Claims Processing Manual, chapter 26, section 10.4, item 24A" },
    ],
  },

  checkLine(line, context, report) {
    const from = line.dateOfService?.value;
    const to = line.dateThrough;
    if (from === undefined || to === undefined || to.value <= from || !isMedicare(context)) return;
    report(to, `${line.procedure.value} covers ${from} to ${to.value}; a timed code has one date a line`, {
      fixes: splitInHalf(line, from, to.value),
    });
  },
});

/** Two days that follow each other, and an even number of units: half of it on each is likely, and a person looks. */
function splitInHalf(line: ServiceLine, from: CalendarDate, to: CalendarDate): readonly Fix[] {
  const units = line.units?.value ?? 1;
  const isEven = units % 2 === 0 && line.minutes.every((minutes) => minutes.value % 2 === 0);
  if (!isEven || addDays(from, 1) !== to) return [];
  const share = (dateOfService: CalendarDate, charge: Cents | undefined): Share => ({
    modifiers: line.modifiers.map((modifier) => modifier.value),
    units: units / 2,
    charge,
    minutes: line.minutes.length === 0 ? undefined : line.minutes.map((of) => ({ of, value: of.value / 2 })),
    dateOfService,
  });
  const charge = line.charge?.value;
  const half = charge === undefined ? undefined : Math.round(charge / 2);
  const rest = charge === undefined || half === undefined ? undefined : charge - half;
  const title = `Split into ${from} and ${to}`;
  return [
    {
      title,
      safety: "review",
      changes: [{ kind: "split", line, into: [share(from, half), share(to, rest)] }],
      attests: `Half of the units was given on ${from} and half on ${to}.`,
    },
  ];
}
