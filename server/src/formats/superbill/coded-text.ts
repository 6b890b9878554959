import { deniesService } from "./free-tail.ts";
import { isPlainlyModifiers } from "./free-word.ts";
import type { Piece } from "./line.ts";
import { isCodeWithModifiers, looksLikeCode } from "./modifiers.ts";
import { zoneOf } from "./positions.ts";
import type { Table } from "./table.ts";
import { isPlainlyMoney } from "./written-value.ts";

/**
 * A row told by position without the words that describe its code in the code's own column: `97110 - Ther Ex (15 min)`.
 * They stand one blank apart, up to a gap, a modifier, an amount or a number that is in no brackets. Offsets stay as they
 * are; the same line where nothing describes the code.
 */
export function withoutDescription(line: string, words: readonly Piece[], table: Table): string {
  const at = words.findIndex(({ text }) => isCodeWithModifiers(text) && looksLikeCode(text.slice(0, 5)));
  if (at === -1) return line;
  let from = at + 1;
  while (isBeside(line, words, from) && isPlainlyModifiers(words[from] ?? none)) from++;
  const [first, last] = [words[from], words[endOf(line, words, from) - 1]];
  if (first === undefined || last === undefined || last.end < first.end) return line;
  if (zoneOf(first, table)?.kind !== "code" || !beginsText(first.text)) return line;
  const text = line.slice(first.start, last.end);
  return deniesService(text) ? line : line.slice(0, first.start) + " ".repeat(text.length) + line.slice(last.end);
}

const none: Piece = { text: "", start: 0, end: 0 };

/** A short word in capitals may be a bad modifier. */
function beginsText(text: string): boolean {
  return /^[-–—]$/.test(text) || /^\W?(?:[A-Z]?[a-z][\w'/.-]+|[A-Z][A-Z'/.-]{3,})/.test(text);
}

/** The place behind the words of the description that begins at `from`. */
function endOf(line: string, words: readonly Piece[], from: number): number {
  let at = from;
  let isInBrackets = false;
  for (let word = words[at]; word !== undefined && isBeside(line, words, at); word = words[++at]) {
    isInBrackets ||= word.text.startsWith("(");
    if (!isInBrackets && (isPlainlyModifiers(word) || isPlainlyMoney(word.text) || /^\d+$/.test(word.text))) break;
    if (word.text.endsWith(")")) isInBrackets = false;
  }
  return at;
}

/** One blank behind the word before, perhaps with a comma. */
function isBeside(line: string, words: readonly Piece[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return before !== undefined && word !== undefined && /^[,;]?\s$/.test(line.slice(before.end, word.start));
}
