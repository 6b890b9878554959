import type { ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import { type CodePair, holdsAt } from "../model/tables.ts";
import type { Visit } from "../model/visit.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { isCriticalAccessHospital, isOutsidePartBTherapy } from "./support/bill-type.ts";
import { isInPairs } from "./support/edit-table.ts";
import { offerToRemove } from "./support/modifier-fix.ts";
import { tableOfPairs } from "./support/pair-words.ts";
import { distinctModifiers } from "./support/separate-service.ts";

export const ncciModifierNeedless = defineRule({
  id: "ncci-modifier-needless",
  severity: "information",
  codes: (_code, procedure) => procedure !== undefined,
  modifiers: distinctModifiers,
  docs: {
    summary: "59 or an X modifier stands on a line that makes no pair with another line of its day.",
    why:
      "The modifier opens a pair of CMS's table; where there is none it opens nothing, and its needless use is one of the things that " +
      "reviewers look for. Many habits are older than the table: 97530 beside 97140, and 97116 beside 97530, are no pairs since 2020.",
    remedy: "Take it off, unless a line of another claim, or a newer table than the one named, asks for it.",
    applies:
      "Medicare Part B, from 2024-07-01 by the table that is built in. Silent where the day has one line only, the code twice, group " +
      "treatment beside one-to-one, or a code that the therapy table does not hold.",
    incorrect: "DOS: 2026-03-02\n97140 GP x1\n97530 GP 59 x1",
    correct: "DOS: 2026-03-02\n97140 GP x1\n97530 GP x1",
    sources: [
      { title: "CMS NCCI procedure-to-procedure edits" },
      { title: "CMS on the proper use of modifiers 59 and X" },
    ],
  },

  checkLine(line, context, report) {
    const { claim, payer, pairTable } = context;
    const visit = context.visitOf(line);
    if (payer.id !== "medicare-b" || visit === undefined || visit.date < pairTable.snapshot) return;
    if (isOutsidePartBTherapy(claim) || isCriticalAccessHospital(claim)) return;
    const found = line.modifiers.filter(({ value }) => distinctModifiers.includes(value));
    const [first] = found;
    // Two different ones on one line are a fault of its own.
    if (first === undefined || found.some(({ value }) => value !== first.value) || mayBeNeeded(line, visit, context))
      return;
    const code = line.procedure.value;
    report(
      first,
      `${first.value} on ${code}, which is in no pair with another code of that day, by ${tableOfPairs(context)}`,
      {
        fixes: [offerToRemove([first.value], line)],
      },
    );
  },
});

function mayBeNeeded(line: ServiceLine, { date, ownLines, otherLines }: Visit, context: Context): boolean {
  const others = [...ownLines.filter((other) => other !== line), ...otherLines.map((dated) => dated.line)];
  return others.length === 0 || others.some((other) => mayBeFor(other, line, date, context));
}

function mayBeFor(other: ServiceLine, line: ServiceLine, date: CalendarDate, context: Context): boolean {
  const code = other.procedure.value;
  const ownCode = line.procedure.value;
  if (code === ownCode || code === "97150" || ownCode === "97150") return true;
  if (!isInPairs(code, context.procedure(other))) return true;
  return context.pairsOf(code, ownCode).some((pair) => mayHold(pair, date));
}

function mayHold({ inForce, deletedOn }: CodePair, date: CalendarDate): boolean {
  return inForce === null ? deletedOn === null || date <= deletedOn : holdsAt(inForce, date);
}
