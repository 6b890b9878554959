import type { ServiceLine } from "../model/claim.ts";
import type { Context } from "./context.ts";
import { defineRule } from "./rule.ts";
import { isInPair } from "./support/code-pairs.ts";
import { isMedicareTherapy } from "./support/medicare.ts";
import { isOneProvider } from "./support/provider.ts";
import { opensPairs } from "./support/separate-service.ts";
import { isPooled } from "./support/timed-pool.ts";
import { andList } from "./support/words.ts";

export const groupWithIndividual = defineRule({
  id: "group-with-individual",
  severity: "information",
  codes: (code) => code === "97150",
  docs: {
    summary: "Group treatment stands beside one-to-one treatment of the same day and discipline.",
    why:
      "Minutes in a group and minutes one to one are different time: what was done with two or more patients at once is 97150, untimed, " +
      "and enters no count of quarter-hours. Reviewers look whether both were billed for the same minutes. With most one-to-one codes " +
      "97150 is also a pair in CMS's table; then `ncci-pair` speaks and this rule is silent.",
    remedy: "See that the record shows when the group began and ended, and that no minute of it is in the timed units.",
    applies:
      "Medicare Part B, every date: codes and dates for which the table of pairs has nothing to say. Silent where 59, an X modifier or " +
      "the like stands on either line.",
    incorrect: "DOS: 2026-03-02\n97150 GP x1\n97032 GP x1",
    correct: "DOS: 2026-03-02\n97150 GP x1\n97110 GP 59 x2",
    sources: [
      { title: "Medicare Benefit Policy Manual, chapter 15, section 230 (group therapy)" },
      { title: "CMS NCCI procedure-to-procedure edits" },
    ],
  },

  checkLine(line, context, report) {
    if (!isMedicareTherapy(context) || opensPairs(line)) return;
    const individual = context.visitOf(line)?.ownLines.filter((other) => isOneToOne(other, line, context)) ?? [];
    if (individual.length === 0 || isInPair(line, context)) return;
    const codes = new Set(individual.map(({ procedure }) => procedure.value));
    report(line.procedure, `97150 beside ${andList([...codes])}: no minute of the group belongs in the timed units`, {
      related: individual.map(({ procedure }) => ({ at: procedure, message: "one to one" })),
    });
  },
});

/** A quarter-hour's code of the same provider that does not say of itself that it was separate. */
function isOneToOne(other: ServiceLine, group: ServiceLine, context: Context): boolean {
  if (!isPooled(other.procedure.value, context.procedure(other)) || opensPairs(other)) return false;
  return isOneProvider(group, other, context);
}
