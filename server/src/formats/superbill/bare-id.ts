import { type Piece, pieceOf } from "./line.ts";

const bareMbi =
  /\b(?:MBI|Medicare (?:ID|No\.?))\s?#?(?=\s{1,3}[1-9][A-Z][A-Z\d]\d-?[A-Z][A-Z\d]\d-?[A-Z]{2}\d{2}(?![\w-]))/gi;

/** A longer line is none that people write. */
const longestLine = 1000;

/** The labels of `MBI# 4HJ7WK3QP22`, which need no colon: the value tells itself. */
export function bareIdLabels(line: string): readonly Piece[] {
  if (line.length > longestLine || !/MBI|Medicare/i.test(line)) return [];
  return [...line.matchAll(bareMbi)].map((match) => pieceOf(line, match.index, match.index + match[0].length));
}
