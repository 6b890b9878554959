import type { ServiceLine } from "../../model/claim.ts";
import {
  arithmeticOf,
  boundsOf,
  hasAddOn,
  minutesInWords,
  sumInWords,
  unitsInWords,
  unitsOf,
} from "../../model/units.ts";
import type { Context } from "../../rules/context.ts";
import { midpointUnits } from "../../rules/support/billed-units.ts";
import { type PooledService, type TimedPool, isPooled, minutesOf, poolOf } from "../../rules/support/timed-pool.ts";
import { orList } from "../../rules/support/words.ts";
import type { Explainer } from "./explanation.ts";
import { blocks, escapeMarkdown, sentences, table } from "./markdown.ts";
import { covers } from "./place.ts";
import { timingWords } from "./procedure.ts";

const steps = "8 to 22 make 1 unit, and each further unit takes 15 more";

const counting = {
  "eight-minute-rule": `Minutes of all timed services of the visit and discipline are added up: ${steps}.`,
  "rule-of-eights": `Minutes are counted service by service: ${steps}.`,
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
  const procedure = context.procedure(line);
  const minutes = minutesOf(line);
  const facts = [
    line.units && `${String(line.units.value)} ${line.units.value === 1 ? "unit" : "units"}`,
    minutes === undefined ? undefined : minutesInWords(minutes),
    procedure && timingWords(procedure.timing),
  ];
  const pool = isPooled(line.procedure.value, procedure) ? poolOf(line, context) : undefined;
  return blocks(
    `**${facts.filter((fact) => fact !== undefined).join("** · **")}**`,
    isPooled(line.procedure.value, procedure) ? counting[context.payer.unitCounting] : undefined,
    pool && reckon(pool, context),
  );
}

/** The visit's arithmetic, and which service gets what. */
function reckon(pool: TimedPool, { payer }: Context): string {
  const { services, allotment } = pool;
  const together = midpointUnits(services);
  switch (payer.unitCounting) {
    case "eight-minute-rule":
      return blocks(
        sentences(
          `**${arithmeticOf(services)}** by the 8-minute rule, as ${escapeMarkdown(payer.name)} counts.`,
          tieSentence(pool),
        ),
        tableOf(services, (service) => unitsBetween(boundsOf(service.code, allotment))),
      );
    case "rule-of-eights":
      return blocks(
        `**${unitsInWords(together)}** by the rule of eights, as ${escapeMarkdown(payer.name)} usually counts; some plans count as Medicare does.`,
        tableOf(services, ({ minutes }) => unitsInWords(unitsOf(minutes))),
      );
    case "unknown":
      return `How this payer counts is not known. ${sumInWords(services)} are ${unitsInWords(allotment.units)} added up, as Medicare counts, and ${unitsInWords(together)} service by service, as the AMA does.`;
  }
}

function tieSentence({ allotment: { open, tied } }: TimedPool): string | undefined {
  if (open === 0) return undefined;
  const who =
    open === 1 ? `either ${orList(tied)} takes 1 unit more` : `${String(open)} of ${tied.join(", ")} take 1 unit more`;
  return `Equally many minutes are left, so ${who}: the choice is yours.`;
}

function unitsBetween({ least, most }: { readonly least: number; readonly most: number }): string {
  return least === most ? unitsInWords(least) : `${String(least)} or ${unitsInWords(most)}`;
}

function tableOf(services: readonly PooledService[], unitsIn: (service: PooledService) => string): string {
  return table(services.map((service) => [nameOf(service), unitsIn(service)]));
}

/** `97112, 24 minutes`. */
function nameOf({ code, minutes }: PooledService): string {
  return `${code}${hasAddOn(code) ? " and its add-on" : ""}, ${minutesInWords(minutes)}`;
}
