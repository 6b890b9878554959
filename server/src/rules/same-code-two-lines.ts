import type { ServiceLine } from "../model/claim.ts";
import { isAssistantModifier, isPlanModifier } from "../model/discipline.ts";
import { noticeModifiers } from "../model/used-amount.ts";
import { type Fix, defineRule } from "./rule.ts";
import { isOutsidePartBTherapy } from "./support/bill-type.ts";
import { isMedicare } from "./support/medicare.ts";
import { earlierLinesOfCode } from "./support/same-code.ts";
import { isToldApart } from "./support/separate-service.ts";
import { isOfOneDay } from "./support/service-dates.ts";
import { isPooled } from "./support/timed-pool.ts";

/** Claims that a contractor received from this day on came back where a timed code was spread over lines. */
const from = "2021-04-19";

export const sameCodeTwoLines = defineRule({
  id: "same-code-two-lines",
  severity: "information",
  codes: isPooled,
  docs: {
    summary: "A timed code stands on two lines of one date, and nothing tells them apart.",
    why:
      "The units of a timed code are counted from all of the day's minutes, so they stand together on one line. A second line looks like " +
      "a duplicate, and may be denied as one. Whether contractors send such claims back is contested: what First Coast rejects for certain are lines over several dates. Two lines are right where something sets them apart: another " +
      "discipline's plan, CQ or CO on the units that an assistant gave, a notice such as GA on those that are not covered.",
    remedy: "Add up the units on one line, with the modifiers that belong to all of them.",
    applies:
      "Services from 2021-04-19 for Medicare Part B. Silent where plan, assistant or notice modifiers differ, other people are named, or 59, " +
      "an X modifier, 76, 77, 91 or one that names a side stands on a line. That CQ and CO need lines of their own is inferred.",
    incorrect: "DOS: 2026-03-02\n97110 GP x1\n97112 GP x1\n97110 GP x2",
    correct: "DOS: 2026-03-02\n97110 GP x3\n97112 GP x1",
    sources: [
      {
        title: "First Coast Service Options on timed therapy codes, claims received from 2021-04-19 (read in two ways)",
      },
      { title: "Medicare Claims Processing Manual, chapter 5, section 20.2" },
    ],
  },

  checkLine(line, context, report) {
    const date = line.dateOfService?.value;
    const earlier = earlierLinesOfCode(line, context);
    if (earlier.length === 0 || date === undefined || date < from || !isMedicare(context)) return;
    if (isToldApart(line) || !isOfOneDay(line) || isOutsidePartBTherapy(context.claim)) return;
    const first = earlier.find((other) => !isToldApart(other) && isOfOneDay(other) && kindOf(other) === kindOf(line));
    if (first === undefined) return;
    report(line.procedure, `${line.procedure.value} stands on two lines of ${date}; its units belong on one`, {
      fixes: mergerOf(first, line),
      related: [{ at: first.procedure, message: "the line before it" }],
    });
  },
});

/** What sets lines of one code apart. */
function kindOf({ modifiers }: ServiceLine): string {
  return modifiers
    .map(({ value }) => value)
    .filter((value) => isPlanModifier(value) || isAssistantModifier(value) || noticeModifiers.includes(value))
    .sort()
    .join(" ");
}

/** Offered where nothing but the units is to be added up, and both lines carry the same modifiers. */
function mergerOf(first: ServiceLine, second: ServiceLine): readonly Fix[] {
  const units = (first.units?.value ?? 0) + (second.units?.value ?? 0);
  if (first.units === undefined || second.units === undefined || !Number.isInteger(units)) return [];
  if (hasSums(first) || hasSums(second) || wordsOf(first) !== wordsOf(second)) return [];
  const code = first.procedure.value;
  return [
    {
      title: `Bill ${String(units)} units of ${code} on the first line`,
      safety: "review",
      changes: [
        { kind: "units", line: first, to: units },
        { kind: "removal", line: second },
      ],
      attests: `The first line then bills all ${String(units)} units of ${code}; diagnoses and notes of the second go with it.`,
    },
  ];
}

function hasSums({ charge, allowedAmount, minutes }: ServiceLine): boolean {
  return charge !== undefined || allowedAmount !== undefined || minutes.length > 0;
}

function wordsOf({ modifiers }: ServiceLine): string {
  return modifiers
    .map(({ value }) => value)
    .sort()
    .join(" ");
}
