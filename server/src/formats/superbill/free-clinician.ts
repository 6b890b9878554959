import { findClinician } from "../../data/credentials.ts";
import { type FreeWord, isCredential, isWrittenAsModifiers, kindOf } from "./free-word.ts";
import { joinedPiece } from "./line.ts";

/** How many words are a credential, or a name that ends in one; or at the line's end an occupation, such as `PT aide`. */
export function lengthOfClinician(line: string, words: readonly FreeWord[], index: number): number {
  if (isHelper(line, words, index)) return words.length - index;
  let length = 0;
  for (const [place, word] of words.slice(index, index + 6).entries()) {
    if (/\d/.test(word.text) || word.role !== undefined || (/^pt$|^patient/i.test(word.text) && !isCredential(word)))
      break;
    if (isCredential(word)) length = place + 1;
  }
  return length;
}

const mostWords = 5;

/** Right behind a value or the modifiers: behind a text, as in `transfers with aide`, it tells who helped. */
function isHelper(line: string, words: readonly FreeWord[], index: number): boolean {
  const [previous, first] = [words[index - 1], words[index]];
  const others = words.slice(index + 1, index + mostWords);
  if (first === undefined || index + 1 + others.length < words.length || !isValue(previous)) return false;
  const text = joinedPiece(line, [first, ...others]).text;
  return text.length <= 60 && !/\d/.test(text) && findClinician(text)?.occupation !== undefined;
}

function isValue(word: FreeWord | undefined): boolean {
  if (word === undefined) return true;
  if (word.role === "ignored" || word.role === "text") return false;
  return kindOf(word) !== undefined || isWrittenAsModifiers(word);
}
