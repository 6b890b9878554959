import type { Piece } from "../superbill/line.ts";
import { readModifiers } from "../superbill/modifiers.ts";
import { isEmptyMark, isTick } from "../superbill/row-marks.ts";
import { isEmptyValue } from "../superbill/written-value.ts";
import { areTherapyModifiers } from "./column.ts";
import type { Column } from "./table.ts";

/** Whether modifiers are the column's name: `GP/GO/GN` beside `KX`. Below it stand those, or ticks. */
export function isNamedByModifiers({ meaning, name }: Column): boolean {
  return meaning?.of === "line" && meaning.kind === "modifiers" && areTherapyModifiers(name);
}

/** The modifiers that a cell of such a column says; none where it says something else. A tick is a piece with its modifier's text. */
export function modifiersUnder(column: Column, piece: Piece): readonly Piece[] {
  const modifier = tickedUnder(column);
  if (modifier !== undefined && isTicked(piece.text, modifier)) return [{ ...piece, text: modifier }];
  return areTherapyModifiers(piece.text) || /^co$/i.test(piece.text) ? readModifiers(piece) : [];
}

/** The modifier that a column is named by alone and that a tick below it stands for, upper case; undefined of other columns. */
export function tickedUnder({ name }: Column): string | undefined {
  return name.length === 2 && areTherapyModifiers(name) ? name.toUpperCase() : undefined;
}

/** Whether a cell of such a column says that its modifier stands on the line, by a mark or by the modifier itself. */
export function isTicked(text: string, modifier: string): boolean {
  return isTick(text) || /^(?:y|yes|true|1)$/i.test(text) || text.toUpperCase() === modifier;
}

/** Whether a cell of such a column is empty or says that the modifier does not stand on the line. */
export function isUnticked(text: string): boolean {
  return isEmptyValue(text) || isEmptyMark(text) || /^(?:n|no|false|0)$/i.test(text);
}

/** In the usual order, since that of columns says nothing: plan, assistant, distinct service, KX. */
export function inUsualOrder(modifiers: readonly Piece[]): readonly Piece[] {
  return usualOrder.flatMap((some) => modifiers.filter(({ text }) => some.includes(text.toUpperCase())));
}

const usualOrder: readonly (readonly string[])[] = [["GN", "GO", "GP"], ["CQ", "CO"], ["59"], ["KX"]];
