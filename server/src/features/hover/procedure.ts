import { type ServiceLine, planModifiersOf } from "../../model/claim.ts";
import { type Procedure, type Timing, holdsAt } from "../../model/tables.ts";
import type { CalendarDate } from "../../model/date.ts";
import { planModifierOf } from "../../model/discipline.ts";
import type { Context } from "../../rules/context.ts";
import { type EditsOfCode, editsOfCode } from "./edit-tables.ts";
import type { Explainer } from "./explanation.ts";
import { blocks, escapeMarkdown, sentences, table } from "./markdown.ts";
import { isValid, payerSentence, validity } from "./payer-words.ts";
import { covers } from "./place.ts";

const dispositions: Readonly<Record<Procedure["disposition"], string>> = {
  always: "always therapy, whoever bills it",
  sometimes: "therapy when given under a plan of care",
  companion: "may stand beside therapy",
  "not-therapy": "not on Medicare's therapy list",
  "functional-reporting": "functional reporting",
};

/** What a code is on the line's date: its plan modifier, its timing, whether it is still a code. */
export const explainProcedure: Explainer = (place, { claim, context }) => {
  const line = claim.serviceLines.find((one) => covers(one.procedure, place));
  if (line === undefined) return undefined;
  const procedure = context.procedure(line);
  if (procedure === undefined) {
    const markdown = `**${escapeMarkdown(line.procedure.value)}** · not in the table of therapy codes`;
    return { span: line.procedure, markdown, sources: [] };
  }
  const edits = editsOfCode(procedure.code, line, context);
  return {
    span: line.procedure,
    markdown: known(procedure, edits, line, context),
    sources: [procedure.source, ...edits.sources],
  };
};

/** `15 minutes a unit`, `20 minutes a unit, first 20 minutes in a calendar month`, `untimed, per session`. */
export function timingWords(timing: Timing): string {
  const words = timing.kind === "untimed" ? "untimed" : `${timing.minutes.toString()} minutes a unit`;
  return timing.basis === null ? words : `${words}, ${timing.basis}`;
}

function known(procedure: Procedure, edits: EditsOfCode, line: ServiceLine, context: Context): string {
  const date = line.dateOfService?.value;
  const asksForPlan = procedure.disposition === "always" || planModifiersOf(line).length > 0;
  return blocks(
    `**${procedure.code}** · ${descriptionAt(procedure, line)}`,
    table([
      ["Therapy", therapyWords(procedure, date)],
      ["Plan modifier", planModifierWords(procedure, line)],
      ["Timing", timingWords(procedure.timing)],
      ["Replaces", listed(procedure.replaces)],
      ["Replaced by", listed(procedure.replacedBy)],
      ...edits.rows,
    ]),
    sentences(
      existence(procedure, line),
      asksForPlan ? payerSentence("plan-modifiers", line, context) : undefined,
      edits.words,
    ),
    procedure.note ?? undefined,
  );
}

/** Without a date, what it is now. */
function therapyWords({ disposition, onTherapyList }: Procedure, date: CalendarDate | undefined): string {
  const words = dispositions[disposition];
  if (date !== undefined) return holdsAt(onTherapyList, date) ? words : `not on the therapy list on ${date}`;
  return onTherapyList.to === null ? words : `${words}, on the list until ${onTherapyList.to}`;
}

function descriptionAt(procedure: Procedure, line: ServiceLine): string {
  const date = line.dateOfService?.value;
  const { meanings = [] } = procedure;
  const meaning = date === undefined ? meanings.at(-1) : meanings.findLast((one) => holdsAt(one, date));
  return meaning?.description ?? procedure.description;
}

function planModifierWords(
  { disposition, locked, usualDisciplines }: Procedure,
  line: ServiceLine,
): string | undefined {
  const date = line.dateOfService?.value;
  const isLocked = locked !== null && (locked.from === null || date === undefined || locked.from <= date);
  if (isLocked) return `${locked.modifier} only`;
  if (disposition === "not-therapy") return undefined;
  const usual = usualDisciplines.map(planModifierOf);
  return `as the plan of care says${usual.length > 0 ? ` (usually ${usual.join(", ")})` : ""}`;
}

function existence({ exists }: Procedure, line: ServiceLine): string | undefined {
  const interval = validity(exists);
  if (interval === undefined) return undefined;
  const date = line.dateOfService?.value;
  return isValid(exists, date) ? `A code ${interval}.` : `**Not a code on ${date ?? ""}**: a code ${interval}.`;
}

function listed(codes: readonly string[]): string | undefined {
  return codes.length === 0 ? undefined : codes.join(", ");
}
