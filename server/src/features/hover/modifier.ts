import type { ServiceLine } from "../../model/claim.ts";
import type { ModifierMeaning, PayerQuestion } from "../../model/tables.ts";
import type { Context } from "../../rules/context.ts";
import type { Explainer, Setting } from "./explanation.ts";
import { blocks, escapeMarkdown, sentences, table } from "./markdown.ts";
import { isValid, payerSentence, validity } from "./payer-words.ts";
import { covers } from "./place.ts";
import { usedAmountCourse } from "./used-amount.ts";

const questions: Readonly<Partial<Record<ModifierMeaning["group"], PayerQuestion>>> = {
  plan: "plan-modifiers",
  assistant: "assistant-modifiers",
  threshold: "kx",
};

/** What a modifier says, whether it is valid on the line's date, and what the payer does with it. */
export const explainModifier: Explainer = (place, setting) => {
  const { claim, context } = setting;
  for (const line of claim.serviceLines) {
    const modifier = line.modifiers.find((field) => covers(field, place));
    if (modifier === undefined) continue;
    const meaning = context.modifier(modifier.value);
    return {
      span: modifier,
      markdown: meaning === undefined ? unknown(modifier.value, context) : known(meaning, line, setting),
      sources: meaning === undefined ? [] : [meaning.source],
    };
  }
  return undefined;
};

function known(meaning: ModifierMeaning, line: ServiceLine, setting: Setting): string {
  const { context } = setting;
  const question = questions[meaning.group];
  const notes = meaning.notes.join(" ");
  const course = meaning.group === "threshold" ? usedAmountCourse(line, setting) : undefined;
  return blocks(
    `**${meaning.modifier}** · ${meaning.meaning}`,
    course === undefined ? notes : undefined,
    sentences(datesOf(meaning, line), question && payerSentence(question, line, context)),
    // What decides about it here goes before what is said of it everywhere: a hover shows no more than its beginning.
    course,
    course === undefined ? undefined : notes,
    table([
      ["Asked for by", meaning.payers ?? undefined],
      ["On the remittance", meaning.denial ?? undefined],
    ]),
  );
}

function datesOf(meaning: ModifierMeaning, line: ServiceLine): string | undefined {
  const interval = validity(meaning.valid);
  if (interval === undefined) return undefined;
  const date = line.dateOfService?.value;
  return isValid(meaning.valid, date) ? `Valid ${interval}.` : `**Not valid on ${date ?? ""}**: valid ${interval}.`;
}

function unknown(modifier: string, context: Context): string {
  const near = context.modifiersLike(modifier);
  const hint = near.length === 0 ? undefined : `Near to it: ${near.join(", ")}.`;
  return blocks(`**${escapeMarkdown(modifier)}** · not in the table of modifiers`, hint);
}
