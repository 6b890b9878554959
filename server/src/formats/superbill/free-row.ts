import { findModifier } from "../../data/modifiers.ts";
import { findClinician } from "../../data/credentials.ts";
import { fits, readCell } from "./cells.ts";
import { type Piece, pieceOf } from "./line.ts";
import { isCodeShaped, isCodeWithModifiers, isKnownCode, readCodeCell, readModifiers } from "./modifiers.ts";
import { type Row, type RowDraft, isRow, newRow, tieModifiers } from "./row.ts";
import { wordsOf } from "./words.ts";
import { parseDate } from "./written-date.ts";
import { isEmptyValue, isPlainlyMoney } from "./written-value.ts";

/**
 * A service line without a header: a date, or a code that the tables know, comes first; then modifiers; then, in any
 * order, `x2` or `2 units`, `30 min`, `$78.00`, `allowed $58.24`, and who treated.
 */
export function readFreeRow(line: string): Row | undefined {
  const words = wordsOf(withoutCommas(line));
  const [first, second, third] = words;
  if (first === undefined) return undefined;
  const row = newRow(false);
  const dates = [first, second].filter(
    (word, index) => word !== undefined && isDate(word) && (index === 0 || isDate(first)),
  );
  const code = [first, second, third][dates.length];
  if (code === undefined || !isCodeWithModifiers(code.text)) return undefined;
  if (dates.length === 0 && !isKnownCode(readCodeCell(code)?.code.text ?? "")) return undefined;
  for (const [index, date] of dates.entries()) {
    if (date !== undefined) readCell(row, index === 0 ? "date" : "dateThrough", date);
  }
  readCell(row, "code", code);
  readRest(row, line, words.slice(dates.length + 1));
  return isRow(row) ? row : undefined;
}

function readRest(row: RowDraft, line: string, words: readonly Piece[]): void {
  const modifierCount = countModifiers(words);
  for (const word of words.slice(0, modifierCount)) {
    tieModifiers(row, readModifiers(word));
    row.readCount++;
  }
  for (let index = modifierCount; index < words.length; index++) {
    const word = words[index];
    if (word === undefined || readWord(row, word, words[index - 1])) continue;
    const clinician = clinicianAt(line, words, index);
    if (clinician !== undefined && row.clinician === undefined) {
      readCell(row, "clinician", clinician.piece);
      index += clinician.wordCount - 1;
    } else row.unreadable.push({ piece: word, message: complaintOf(word) });
  }
}

/** Commas and pipes part words; within an amount they do not. Offsets stay as they are. */
function withoutCommas(line: string): string {
  return /[|,;]/.test(line) ? line.replace(/(?<![$x×])[|,;](?!\d{3}(?!\d))/gi, " ") : line;
}

/**
 * Modifiers stand right behind the code. `PT` and `X1` are modifiers of other trades; here they say who treated and how many units, and
 * so does any credential at the end.
 */
function countModifiers(words: readonly Piece[]): number {
  const end = words.findIndex((word, index) => {
    if (!isWrittenAsModifiers(word) || /^(?:[PO]T|X\d)$/i.test(word.text)) return true;
    return index === words.length - 1 && findClinician(word.text)?.credential !== undefined;
  });
  return end === -1 ? words.length : end;
}

/** In small letters only modifiers of therapy are believed: many short words have the shape of one. */
function isWrittenAsModifiers(word: Piece): boolean {
  if (!fits("modifiers", word)) return false;
  const isCapital = word.text === word.text.toUpperCase();
  return (
    isCapital ||
    readModifiers(word).every(({ text }) => text !== "at" && findModifier(text.toUpperCase()) !== undefined)
  );
}

/** Reads a word that says by itself what it is. */
function readWord(row: RowDraft, word: Piece, previous: Piece | undefined): boolean {
  const { text } = word;
  if (isEmptyValue(text) || /^[|@=·•]$/.test(text) || /^(?:by|allowed|charge|fee)$/i.test(text)) {
    row.readCount++;
    return true;
  }
  if (isPlainlyMoney(text)) return readAmount(row, word, previous);
  if (/^[x×]\s*\d|\d\s*(?:units?|u)$/i.test(text) && row.units === undefined) return readInto(row, "units", word);
  if (/\d\s*(?:min|mins|minutes?|m)\.?$|\d'$/i.test(text)) return readInto(row, "minutes", word);
  return false;
}

function readAmount(row: RowDraft, word: Piece, previous: Piece | undefined): boolean {
  const isAllowed = /^allowed$/i.test(previous?.text ?? "");
  if ((isAllowed ? row.allowedAmount : row.charge) !== undefined) return false;
  return readInto(row, isAllowed ? "allowed" : "charge", word);
}

function readInto(row: RowDraft, kind: "units" | "minutes" | "charge" | "allowed", word: Piece): boolean {
  readCell(row, kind, word);
  return true;
}

/** Who treated: a credential, or a name that ends in one. */
function clinicianAt(
  line: string,
  words: readonly Piece[],
  index: number,
): { piece: Piece; wordCount: number } | undefined {
  const first = words[index];
  if (first === undefined) return undefined;
  let found: { piece: Piece; wordCount: number } | undefined;
  for (let last = index; last < Math.min(words.length, index + 6); last++) {
    const word = words[last];
    if (word === undefined || /\d/.test(word.text)) break;
    const piece = pieceOf(line, first.start, word.end);
    if (findClinician(word.text)?.credential !== undefined) found = { piece, wordCount: last - index + 1 };
  }
  return found;
}

function complaintOf({ text }: Piece): string {
  if (/^\d{1,3}$/.test(text)) return `Units or minutes? Write x${text} or ${text} min`;
  if (isCodeShaped(text)) return "A second code needs a line of its own";
  return "This is not read: no modifier, units (x2), minutes (30 min), amount ($78.00) or therapist";
}

function isDate(word: Piece): boolean {
  return parseDate(word.text) !== undefined;
}
