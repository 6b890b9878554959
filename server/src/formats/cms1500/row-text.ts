import type { Share } from "../../model/change.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import { type Box, behindCents, rowBoxes } from "./form.ts";
import { dateLike, moneyLike } from "./written-like.ts";

/** The two lines of a service line, from the form's first column to its last. */
export interface RowText {
  readonly upper: string;
  readonly lower: string;
}

export const blankRow: RowText = { upper: "", lower: "" };

export function isBlank({ upper, lower }: RowText): boolean {
  return upper.trim() === "" && lower.trim() === "";
}

/** How many modifiers box 24D has room for. */
const mostModifiers = 4;

/** Where the others stand, as far apart as they do; else from the column that the form gives them. */
export function withModifiers(row: RowText, to: readonly string[]): RowText | undefined {
  if (to.length > mostModifiers) return undefined;
  const box = placeOf(rowBoxes.modifiers);
  const words = wordsIn(row.lower, rowBoxes.modifiers);
  const [first, second] = words;
  const isGlued = words.some(({ text }) => text.length > 2);
  const pitch = isGlued ? 2 : Math.max(3, second === undefined || first === undefined ? 0 : second.start - first.start);
  for (const [start, step] of [
    [first?.start ?? firstModifier, pitch],
    [firstModifier, 3],
    [firstModifier, 2],
  ] as const) {
    const text = to
      .map((modifier) => modifier.padEnd(step))
      .join("")
      .trimEnd();
    if (start + text.length <= box.end) return withLower(row, put(row.lower, rowBoxes.modifiers, start, text));
  }
  return undefined;
}

/** The form's column 33, which counts as 32. */
const firstModifier = 32;

/** Where the number stands: to the right where it stands there, else from the first column of the box. */
export function withUnits(row: RowText, to: number): RowText | undefined {
  const box = placeOf(rowBoxes.units);
  const text = String(to);
  const [word] = wordsIn(row.lower, rowBoxes.units);
  const isRight = word !== undefined && word.end >= box.end - 1;
  const start = isRight ? word.end - text.length : (word?.start ?? box.start);
  return start < box.start || start + text.length > box.end
    ? undefined
    : withLower(row, put(row.lower, rowBoxes.units, start, text));
}

export function withProcedure(row: RowText, to: string): RowText | undefined {
  const box = placeOf(rowBoxes.procedure);
  const start = wordsIn(row.lower, rowBoxes.procedure)[0]?.start ?? firstOfProcedure;
  // A blank parts it from the modifiers.
  const end = row.lower.charAt(box.end).trim() === "" ? box.end : box.end - 1;
  return start + to.length > end ? undefined : withLower(row, put(row.lower, rowBoxes.procedure, start, to));
}

/** The form's column 25, which counts as 24. */
const firstOfProcedure = 24;

/** The cents stay in their columns. */
function withCharge(row: RowText, to: Cents): RowText | undefined {
  const box = placeOf(rowBoxes.charge);
  const end = row.lower.slice(0, box.end).trimEnd().length;
  const text = moneyLike(row.lower.slice(box.start, end).trim(), to, end === behindCents.charge);
  if (text === undefined || end - text.length < box.start) return undefined;
  return withLower(row, put(row.lower, rowBoxes.charge, end - text.length, text));
}

/** On both dates of the line, where it states two. */
function withDate(row: RowText, to: CalendarDate): RowText | undefined {
  let changed: RowText | undefined = row;
  for (const box of [rowBoxes.dateOfService, rowBoxes.dateThrough]) {
    const { start, end } = placeOf(box);
    const text: string = changed.lower.slice(start, end);
    const written = text.trim() === "" ? "" : dateLike(text.trim(), to);
    if (written === undefined) return undefined;
    changed = withLower(changed, put(changed.lower, box, start + text.length - text.trimStart().length, written));
  }
  return changed;
}

/** The row as a share of it is written; undefined where it can't be. */
export function withShare(row: RowText, { modifiers, units, charge, dateOfService }: Share): RowText | undefined {
  const steps: readonly ((row: RowText) => RowText | undefined)[] = [
    (one) => withModifiers(one, modifiers),
    (one) => withUnits(one, units),
    ...(charge === undefined ? [] : [(one: RowText) => withCharge(one, charge)]),
    ...(dateOfService === undefined ? [] : [(one: RowText) => withDate(one, dateOfService)]),
  ];
  return steps.reduce<RowText | undefined>((one, step) => one && step(one), row);
}

function withLower({ upper }: RowText, lower: string): RowText {
  return { upper, lower };
}

/** Columns that count from 0; `end` is the one behind the last. */
function placeOf({ from, to }: Box): { start: number; end: number } {
  return { start: from - 1, end: to };
}

/** The line in which nothing but `text` stands in the box. */
function put(line: string, box: Box, at: number, text: string): string {
  const { start, end } = placeOf(box);
  const content = " ".repeat(Math.max(0, at - start)) + text;
  return line.padEnd(end).slice(0, start) + content.padEnd(end - start) + line.slice(end);
}

function wordsIn(line: string, box: Box): readonly { text: string; start: number; end: number }[] {
  const { start, end } = placeOf(box);
  return Array.from(line.slice(start, end).matchAll(/\S+/g), (word) => ({
    text: word[0],
    start: start + word.index,
    end: start + word.index + word[0].length,
  }));
}
