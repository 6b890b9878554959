import type { Payer, PayerAnswer, PayerQuestion } from "../../model/tables.ts";
import type { Explainer } from "./explanation.ts";
import { blocks, table } from "./markdown.ts";
import { covers } from "./place.ts";

const answerWords: Readonly<Record<PayerAnswer, string>> = {
  required: "required",
  optional: "taken, not required",
  ignored: "not looked at",
  unknown: "not known here",
};

const countingWords: Readonly<Record<Payer["unitCounting"], string | undefined>> = {
  "eight-minute-rule": "the 8-minute rule: all timed minutes of the visit together",
  "rule-of-eights": "the rule of eights: service by service",
  unknown: undefined,
};

/** Who pays, and what they ask on the claim's first date of service. */
export const explainPayer: Explainer = (place, { claim, context }) => {
  const { name, filingIndicator, payerId } = claim.payer;
  const field = [name, filingIndicator, payerId].find((one) => covers(one, place));
  if (field === undefined) return undefined;
  const line = claim.serviceLines.find((one) => one.dateOfService !== undefined);
  const asked = (question: PayerQuestion): string | undefined => line && answerWords[context.answer(question, line)];
  const { payer } = context;
  if (payer.id === "unknown") {
    const markdown = "**Payer not known here** · only what holds for every payer is checked";
    return { span: field, markdown, sources: [] };
  }
  return {
    span: field,
    markdown: blocks(
      `**${payer.name}**${line?.dateOfService === undefined ? "" : ` · on ${line.dateOfService.value}`}`,
      table([
        ["GN, GO, GP", asked("plan-modifiers")],
        ["CQ, CO", asked("assistant-modifiers")],
        ["KX", asked("kx")],
        ["Minutes to units", countingWords[payer.unitCounting]],
      ]),
      payer.note ?? undefined,
    ),
    sources: [],
  };
};
