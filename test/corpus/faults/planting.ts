import { payerAnswer } from "../../../server/src/data/payers.ts";
import { type Discipline, planModifierOf } from "../../../server/src/model/discipline.ts";
import type { PayerQuestion } from "../../../server/src/model/tables.ts";
import { type Visit, type VisitLine, withLine } from "../visit.ts";
import type { Aspect } from "../written-visits.ts";

/** One way to spoil a visit that is billed rightly, and the rule that must find it. */
export interface Fault {
  readonly rule: string;
  readonly name: string;
  /** What the form must have a place for, so that the fault is there to be seen. */
  readonly needs: readonly Aspect[];
  /** Rules that rightly speak too: the one slip breaks several. */
  readonly also: readonly string[];
  /** Undefined where the fault can't be planted in this visit, or is none there. */
  plant(visit: Visit): Visit | undefined;
}

/** A fault that every form can show, and that breaks nothing else, unless it says otherwise. */
export function fault(
  rule: string,
  name: string,
  rest: Pick<Fault, "plant"> & Partial<Pick<Fault, "needs" | "also">>,
): Fault {
  return { rule, name, needs: [], also: [], ...rest };
}

export const isMedicare = ({ payer }: Visit): boolean => payer.id === "medicare-b";
export const asks = ({ payer, date }: Visit, question: PayerQuestion): boolean =>
  payerAnswer(payer, question, date) === "required";
export const planOf = ({ discipline }: Visit): string => planModifierOf(discipline);
export const otherPlan: Readonly<Record<Discipline, string>> = { PT: "GO", OT: "GP", SLP: "GP" };
export const isUntimed = ({ minutes }: VisitLine): boolean => minutes === undefined;

/** The first line that may bear the fault, spoiled. */
export function onLine(
  visit: Visit,
  bears: (line: VisitLine) => boolean,
  spoil: (line: VisitLine) => Partial<VisitLine>,
): Visit | undefined {
  const index = visit.lines.findIndex(bears);
  const line = visit.lines[index];
  return line && withLine(visit, index, spoil(line));
}

export const isEvaluation = ({ code }: VisitLine): boolean => /^(?:9716\d|9252[1-4])$/.test(code);
export const isTreatment = (line: VisitLine): boolean => !isEvaluation(line);
export const without = (line: VisitLine, ...modifiers: string[]): readonly string[] =>
  line.modifiers.filter((modifier) => !modifiers.includes(modifier));
export const added = (line: VisitLine, ...modifiers: string[]): readonly string[] => [...line.modifiers, ...modifiers];

export function addLine(visit: Visit, line: Partial<VisitLine> & { code: string }): Visit {
  const [first] = visit.lines;
  if (first === undefined) return visit;
  const base: VisitLine = {
    ...first,
    minutes: undefined,
    units: 1,
    modifiers: without(first, "CQ", "CO"),
    clinician: therapistOf(visit),
  };
  return { ...visit, lines: [...visit.lines, { ...base, ...line }] };
}

export function therapistOf({ discipline }: Visit): string {
  return { PT: "PT", OT: "OTR/L", SLP: "CCC-SLP" }[discipline];
}

export const institution: readonly Aspect[] = ["institution"];
