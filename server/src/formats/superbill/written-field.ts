import type { FieldName } from "./field-names.ts";
import type { FieldValues, TextName } from "./field-values.ts";
import type { Label } from "./labels.ts";
import { type Piece, pieceOf } from "./line.ts";
import { type Target, field, report, shifted } from "./target.ts";
import { wordsOf } from "./words.ts";
import { parseMoney } from "./written-value.ts";

/** A field to be read; the pieces count from the part's beginning. */
export interface WrittenField {
  readonly label: Piece;
  readonly meaning: Label;
  readonly value: Piece;
  /** The person or practice named before it on the line, whom a bare `NPI` or `Date` belongs to. */
  readonly company: FieldName | undefined;
}

/** Values that have a form are no longer than this; what stands behind is free text. */
export const longestFormed = 100;

/** Keeps the first value of a kind. */
export function keepText(target: Target, values: FieldValues, name: TextName, piece: Piece, value = piece.text): void {
  if (piece.text !== "") values.texts[name] ??= field(target, piece, value);
}

/** The value up to its first gap, for values that have a form: what stands behind a gap is then free text. */
export function firstChunk(value: Piece): Piece {
  const gap = /\s\s|\t|\s\|/.exec(value.text);
  return gap === null ? value : pieceWithin(value, 0, gap.index);
}

/** A value that is an amount, or its first word that is one. */
export function leadingAmount(value: Piece): Piece | undefined {
  if (parseMoney(value.text) !== undefined) return value;
  const [first] = wordsOf(value.text.slice(0, longestFormed));
  return first === undefined || parseMoney(first.text) === undefined ? undefined : shifted(first, value.start);
}

/** Identifiers without blanks and hyphens, upper case. */
export function withoutTies(text: string): string {
  return text.replace(/[\s-]/g, "").toUpperCase();
}

export function unreadable(target: Target, piece: Piece, message: string): void {
  report(target, "unreadable-field", piece, message);
}

/** A part of a piece; the offsets count from the piece's beginning. */
export function pieceWithin(piece: Piece, start: number, end: number): Piece {
  return shifted(pieceOf(piece.text, start, end), piece.start);
}
