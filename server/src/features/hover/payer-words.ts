import type { ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import { type Dated, type PayerQuestion, holdsAt } from "../../model/tables.ts";
import type { Context } from "../../rules/context.ts";

const subjects: Readonly<Record<PayerQuestion, string>> = {
  "plan-modifiers": "plan modifiers",
  "assistant-modifiers": "assistant modifiers",
  kx: "KX",
  abn: "the advance notice and its modifiers",
};

const answers = {
  required: "asks for",
  optional: "takes, but does not ask for,",
  ignored: "does not look at",
} as const;

/** `Medicare Part B asks for plan modifiers on 2026-03-12.` */
export function payerSentence(question: PayerQuestion, line: ServiceLine, context: Context): string | undefined {
  const date = line.dateOfService?.value;
  if (date === undefined) return undefined;
  if (context.payer.id === "unknown") return "What this claim's payer asks for is not known here.";
  const answer = context.answer(question, line);
  if (answer === "unknown") return `What ${context.payer.name} does with ${subjects[question]} is not known here.`;
  return `${context.payer.name} ${answers[answer]} ${subjects[question]} on ${date}.`;
}

/** `valid from 2020-01-01 to 2023-12-31`; undefined where nothing limits it. */
export function validity({ from, to }: Dated): string | undefined {
  if (from !== null && to !== null) return `from ${from} to ${to}`;
  if (from !== null) return `from ${from}`;
  return to === null ? undefined : `until ${to}`;
}

export function isValid(dated: Dated, date: CalendarDate | undefined): boolean {
  return date === undefined || holdsAt(dated, date);
}
