import { isCredential, isWrittenAsModifiers, kindOf } from "./free-word.ts";
import { type Piece, joinedPiece } from "./line.ts";
import { isHours } from "./written-minutes.ts";

/** Makes one word of `2 hrs` between values; in a description it may be anything. */
export function withHours(line: string, words: readonly Piece[]): readonly Piece[] {
  const at = words.findIndex((_, index) => isHoursAt(line, words, index));
  const [number, word] = [words[at], words[at + 1]];
  if (number === undefined || word === undefined) return words;
  return words.toSpliced(at, 2, joinedPiece(line, [number, word]));
}

function isHoursAt(line: string, words: readonly Piece[], index: number): boolean {
  const [number, word] = [words[index], words[index + 1]];
  if (number === undefined || word === undefined || !/^h(?:ou)?rs?\.?$/i.test(word.text)) return false;
  if (!isHours(joinedPiece(line, [number, word]).text)) return false;
  return [words[index - 1], words[index + 2]].every((beside) => beside === undefined || isValue(beside));
}

function isValue(word: Piece): boolean {
  return kindOf(word) !== undefined || isWrittenAsModifiers(word) || isCredential(word);
}
