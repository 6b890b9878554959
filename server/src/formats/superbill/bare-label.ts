import { type Label, findLabel } from "./labels.ts";
import { type Piece, pieceOf } from "./line.ts";

/** A label that needs no colon: the value behind it tells itself. */
export interface BareLabel {
  readonly label: Piece;
  readonly meaning: Label;
}

const mayHoldOne = /MBI|Medicare (?:ID|No)|TOB|type|YTD/i;

const forms: readonly RegExp[] = [
  /\b(?:MBI|Medicare (?:ID|No\.?))\s?#?(?=\s{1,3}[1-9][A-Z][A-Z\d]\d-?[A-Z][A-Z\d]\d-?[A-Z]{2}\d{2}(?![\w-]))/gi,
  // Behind these, the value ends the field: in a sentence they are words.
  /\b(?:TOB|Bill type|Type of bill)(?=\s{1,3}0?[1-8][1-9]\d\s{0,3}(?:$|\s\s|[\t|]))/gi,
  /\bYTD (?:PT\/SLP|PT\/ST|PT|SLP|ST|OT)(?=\s{1,3}\$?\d[\d,]{0,9}\.\d\d\s{0,3}(?:$|\s\s|[\t|]|as of\s))/gi,
];

/** A longer line is none that people write. */
const longestLine = 1000;

/** The labels of `MBI# 4HJ7WK3QP22`, `TOB 851` and `YTD OT 220.00`. */
export function bareLabels(line: string): readonly BareLabel[] {
  if (line.length > longestLine || !mayHoldOne.test(line)) return [];
  return forms.flatMap((form) => Array.from(line.matchAll(form), (match) => bareLabel(line, match)).flat());
}

function bareLabel(line: string, { 0: text, index }: RegExpExecArray): readonly BareLabel[] {
  const meaning = findLabel(text, false);
  return meaning === undefined ? [] : [{ label: pieceOf(line, index, index + text.length), meaning }];
}
