import type { ServiceLine } from "../../model/claim.ts";
import type { Context } from "../../rules/context.ts";
import type { Explainer } from "./explanation.ts";
import { blocks } from "./markdown.ts";
import { covers } from "./place.ts";
import { timingWords } from "./procedure.ts";

const counting = {
  "eight-minute-rule":
    "Minutes of all timed services of the visit and discipline are added up: 8 to 22 make 1 unit, and each further unit takes 15 more.",
  "rule-of-eights": "Minutes are counted service by service: 8 to 22 make 1 unit, and each further unit takes 15 more.",
  unknown: undefined,
} as const;

/** Units and minutes of a line, and how this payer makes one from the other. */
export const explainUnits: Explainer = (place, { claim, context }) => {
  for (const line of claim.serviceLines) {
    const field = [line.units, ...line.minutes].find((one) => covers(one, place));
    if (field !== undefined) return { span: field, markdown: describe(line, context), sources: [] };
  }
  return undefined;
};

function describe(line: ServiceLine, context: Context): string {
  const timing = context.procedure(line)?.timing;
  const minutes = line.minutes.reduce((sum, one) => sum + one.value, 0);
  const facts = [
    line.units && `${line.units.value.toString()} ${line.units.value === 1 ? "unit" : "units"}`,
    line.minutes.length === 0 ? undefined : `${minutes.toString()} minutes`,
    timing && timingWords(timing),
  ];
  const isPooled = timing?.kind === "timed" && timing.inPool;
  return blocks(
    `**${facts.filter((fact) => fact !== undefined).join("** · **")}**`,
    isPooled ? counting[context.payer.unitCounting] : undefined,
  );
}
