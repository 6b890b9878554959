import { type FreeWord, isCredential, isWrittenAsModifiers, kindOf } from "./free-word.ts";
import { type Piece, pieceOf } from "./line.ts";

/** Marks the words that have the shape of a value, but by the words beside them are part of a text. */
export function withRoles(line: string, words: readonly Piece[]): readonly FreeWord[] {
  const ignored = new Set(words.flatMap((_, index) => ignoredAt(words, index)));
  return words.map((word, index) => {
    if (isCountOf(words[index - 1], word)) return { ...word, role: "units" };
    if (isCountOf(word, words[index + 1])) return { ...word, role: "ignored" };
    if (ignored.has(index)) return { ...word, role: "ignored" };
    if (index === words.length - 1 && isSmallCredential(word, words[index - 1])) return { ...word, role: "clinician" };
    return isText(line, words, index) ? { ...word, role: "text" } : word;
  });
}

/** `Units 2`. */
function isCountOf(label: Piece | undefined, word: Piece | undefined): boolean {
  return label !== undefined && word !== undefined && /^units?:?$/i.test(label.text) && /^\d{1,2}$/.test(word.text);
}

/** `pta`, at the line's end right behind a value. In small letters `pt` is the patient. */
function isSmallCredential(word: Piece, previous: Piece | undefined): boolean {
  if (!/^(?:l?pta|c?ota|slp|dpt)$/.test(word.text) || previous === undefined) return false;
  return kindOf(previous) !== undefined || isWrittenAsModifiers(previous);
}

/** The places of a word, and of the label before it, that say nothing about the charge, the units or who treated. */
function ignoredAt(words: readonly Piece[], index: number): readonly number[] {
  const [word, label, beforeLabel] = [words[index], words[index - 1], words[index - 2]];
  if (word === undefined || label === undefined) return [];
  const kind = kindOf(word);
  if (kind === "charge" && otherAmount.test(label.text)) return [index - 1, index];
  if (kind === "units" && /^[x×]/i.test(word.text) && isRepetition(words, index)) return [index];
  return isCredential(word) ? deniedAt(label, beforeLabel, index) : [];
}

/** Who referred, watched or was not there did not treat. */
function deniedAt(label: Piece, beforeLabel: Piece | undefined, index: number): readonly number[] {
  if (/^by$/i.test(label.text) && /^ref/i.test(beforeLabel?.text ?? "")) return [index - 2, index - 1, index];
  return /^(?:no|with|ref\.?|referred|under)$/i.test(label.text) ? [index - 1, index] : [];
}

const otherAmount = /^(?:co-?pay(?:ment)?|pay|paid|balance|due|@)[.:]?$/i;
const measure = /^\d*(?:ft|feet|foot|yards?|yds?|meters?|steps?|stairs|laps?|reps?|sets?|secs?|seconds?)\.?$/i;

/** `150 ft x 2`, or any `x 2` behind a text where the units are written out too. */
function isRepetition(words: readonly Piece[], index: number): boolean {
  const before = words[index - 1];
  if (before === undefined) return false;
  return measure.test(before.text) || (isWord(before) && words.some(({ text }) => /\d\s*(?:units?|u)$/i.test(text)));
}

function isText(line: string, words: readonly Piece[], index: number): boolean {
  const [previous, word, next] = [words[index - 1], words[index], words[index + 1]];
  if (word === undefined) return false;
  if (/^\d{1,3}$/.test(word.text)) return isCount(previous, next);
  if (next === undefined || !isProse(next) || !isWrittenAsModifiers(word)) return false;
  // A comma, a bracket or a wide gap parts the modifiers from a description.
  if (pieceOf(line, word.end, next.start).text.length !== 1 || !/\w$/.test(word.text)) return false;
  if (remark.test(next.text)) return true;
  // A description may follow: 97140 GP manual therapy. To lose a plan modifier would call a right line wrong.
  return !isBehindCode(words, index) && !/^G[NOP]$/.test(word.text);
}

const remark = /^(?:not|no|over|pay|was|is|if|isn't|needs?|needed|required|removed|unless|when|will|would)$/;

function isBehindCode(words: readonly Piece[], index: number): boolean {
  return words.slice(0, index).every(isWrittenAsModifiers);
}

/** `3 sets of 10`: a number in a description, not units or minutes. */
function isCount(previous: Piece | undefined, next: Piece | undefined): boolean {
  if (previous === undefined || !isWord(previous)) return false;
  return (next !== undefined && isProse(next)) || /^(?:of|to|at|level)$/i.test(previous.text);
}

function isProse(word: Piece): boolean {
  return /^[a-z][a-z'-]+[.:)]*$/.test(word.text) && isWord(word);
}

function isWord(word: Piece): boolean {
  if (!/^\W?[a-z]/i.test(word.text) || kindOf(word) !== undefined || isWrittenAsModifiers(word)) return false;
  return !isCredential(word);
}
