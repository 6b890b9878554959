import { findClinician } from "../../data/credentials.ts";
import { fits, isClockTime, readCell } from "./cells.ts";
import {
  type FreeWord,
  isCredential,
  isDescription,
  isLabelOf,
  isName,
  isPlainlyModifiers,
  isPublishedModifiers,
  isQuantity,
  isWrittenAsModifiers,
  kindOf,
} from "./free-word.ts";
import { lengthOfClinician } from "./free-clinician.ts";
import { complaintOf, gravest } from "./free-complaint.ts";
import { withBareNumbers } from "./free-number.ts";
import { withHours } from "./free-hours.ts";
import { withRoles } from "./free-role.ts";
import { type Parted, partTail } from "./free-tail.ts";
import { type Piece, joinedPiece } from "./line.ts";
import {
  type CodeCell,
  isCodeShaped,
  isCodeWithModifiers,
  isKnownCode,
  isListedCodeShaped,
  isOfTherapy,
  readCodeCell,
  readModifiers,
} from "./modifiers.ts";
import { isDiagnosisShaped } from "./pointers.ts";
import { readSharedMinutes } from "./minutes-shares.ts";
import { type Row, type RowDraft, isRow, newRow, tieModifiers } from "./row.ts";
import { withoutBracketsOfUnits, withoutColonOfModifier } from "./row-marks.ts";
import { wordsOf } from "./words.ts";
import { parseDate } from "./written-date.ts";

/**
 * A service line without a header: a date, or a code, comes first; then, in any order, modifiers, `x2` or `2 units`,
 * `30 min`, `$78.00`, `allowed $58.24`, pointers, and who treated. Words that describe the service are passed over.
 */
export function readFreeRow(line: string): Row | undefined {
  if (!/\d{3}/.test(line)) return undefined;
  const shared = readSharedMinutes(line);
  const plain = withoutCommas(withoutColonOfModifier(withoutBracketsOfUnits(shared?.line ?? line)));
  const words = withoutBullet(wordsOf(plain));
  const beginning = beginningOf(words);
  const code = withoutColon(words[beginning.length]);
  const rest = withRoles(line, withHours(line, words.slice(beginning.length + 1)));
  if (code === undefined || !isService(code, rest, beginning)) return undefined;
  const row = newRow(false);
  for (const [index, date] of beginning.dates.entries()) readCell(row, index === 0 ? "date" : "dateThrough", date);
  if (beginning.clinician !== undefined) readCell(row, "clinician", beginning.clinician);
  readCell(row, "code", code);
  readRest(row, line, partTail(line, withBareNumbers(rest)));
  if (!isRow(row)) return undefined;
  if (shared !== undefined && row.minutes.length === 1) row.minutes.splice(0, 1, ...shared.minutes);
  row.unreadable.splice(0, Infinity, ...gravest(line, row.unreadable));
  return row;
}

/** Commas and pipes part words, and so does `=` before `$`; within an amount they do not. Offsets stay as they are. */
function withoutCommas(line: string): string {
  return /[|,;]|[=:]\$/.test(line) ? line.replace(/(?<![$x×])[|,;](?!\d{3}(?!\d))|[=:](?=\$)/gi, " ") : line;
}

/** `1.`, `-` and `CPT` may stand before the first word. */
function withoutBullet(words: readonly Piece[]): readonly Piece[] {
  const [first] = words;
  return first !== undefined && /^(?:[-*•]|\d{1,2}[.)]|cpt:?|hcpcs:?)$/i.test(first.text) ? words.slice(1) : words;
}

/** What stands before the code. */
interface Beginning {
  readonly dates: readonly Piece[];
  readonly clinician: Piece | undefined;
  /** In words. */
  readonly length: number;
}

/** One date or two, with or without the time of day; or the credential of who treated. */
function beginningOf(words: readonly Piece[]): Beginning {
  const [first, second] = words;
  if (first === undefined || !isDate(first)) {
    const clinician = first !== undefined && isTherapist(first) ? first : undefined;
    return { dates: [], clinician, length: clinician === undefined ? 0 : 1 };
  }
  const dates = second !== undefined && isDate(second) ? [first, second] : [first];
  let { length } = dates;
  while (isTimeOfDay(words[length])) length++;
  return { dates, clinician: undefined, length };
}

function isTimeOfDay(word: Piece | undefined): boolean {
  return word !== undefined && (isClockTime(word.text) || /^[ap]\.?m\.?$/i.test(word.text));
}

/** `PA` does not count: it stands before postal codes too. */
function isTherapist({ text }: Piece): boolean {
  return text.length <= 8 && /^[A-Z/-]+$/.test(text) && findClinician(text)?.discipline !== undefined;
}

function withoutColon(word: Piece | undefined): Piece | undefined {
  if (word?.text.endsWith(":") !== true) return word;
  return { text: word.text.slice(0, -1), start: word.start, end: word.end - 1 };
}

function isService(code: Piece, rest: readonly FreeWord[], beginning: Beginning): boolean {
  const cell = isCodeWithModifiers(code.text) ? readCodeCell(code) : undefined;
  if (cell === undefined) return false;
  return isInPlace(cell, rest, beginning) || (isListedCodeShaped(cell.code.text) && isInCompany(cell, rest));
}

/** A code is believed where the tables know it, and behind a date where no text follows. */
function isInPlace({ code }: CodeCell, [next]: readonly FreeWord[], { dates, clinician }: Beginning): boolean {
  if (clinician === undefined && isKnownCode(code.text)) return true;
  return dates.length > 0 && (next === undefined || isWrittenAsModifiers(next) || saysSomething(next));
}

/** Right behind the code stands what only a service has. */
function isInCompany({ modifiers }: CodeCell, [next, ...others]: readonly FreeWord[]): boolean {
  if (modifiers.some(({ text }) => isOfTherapy(text))) return true;
  if (next === undefined) return false;
  return isPlainlyModifiers(next) || isQuantity(next) || (isPublishedModifiers(next) && others.some(isQuantity));
}

function readRest(row: RowDraft, line: string, { words, quiet, note }: Parted): void {
  if (note !== undefined) readCell(row, "note", note);
  const unread: FreeWord[] = [];
  let index = readModifierRun(row, words, 0, true);
  while (index < words.length) {
    const count = readAt(row, line, words, index);
    const word = words[index];
    if (count === 0 && word !== undefined && (!quiet.has(word) || isSecondCode(word))) unread.push(word);
    // What stands behind a second code is that code's.
    index = count === 0 && isSecondCode(word) ? words.length : index + Math.max(1, count);
  }
  // What is missing tells what a bare number may be.
  row.unreadable.push(...unread.map((piece) => ({ piece, message: complaintOf(piece, row) })));
}

function isSecondCode(word: Piece | undefined): boolean {
  return word !== undefined && isCodeShaped(word.text);
}

/** Reads what stands at the index, and tells how many words that are; none where it says nothing. */
function readAt(row: RowDraft, line: string, words: readonly FreeWord[], index: number): number {
  const [word, previous] = [words[index], words[index - 1]];
  if (word === undefined) return 1;
  if (isPlainlyModifiers(word) || (isLabelOf(previous, "modifiers") && isWrittenAsModifiers(word)))
    return readModifierRun(row, words, index, false);
  const timesLength = row.units === undefined ? lengthOfTimes(words.slice(index)) : 0;
  if (timesLength > 0) return readTimes(row, word, timesLength);
  if (isLabelOf(word, "pointers")) return 1 + readPointers(row, words.slice(index + 1));
  return readWord(row, word, previous) ? 1 : readText(row, line, words, index);
}

/** How many words are `2 x 15 min`: so many units, of so many minutes each. */
function lengthOfTimes(words: readonly Piece[]): number {
  const texts = words.slice(0, 3).map(({ text }) => text.replace(/\s/g, ""));
  return [1, 2, 3].find((length) => times.test(texts.slice(0, length).join(""))) ?? 0;
}

const times = /^\d{1,2}[x×]\d{1,3}(?:min\.?|mins\.?|minutes?|')$/i;

function readTimes(row: RowDraft, { text, start }: Piece, length: number): number {
  const units = /^\d+/.exec(text)?.[0] ?? "";
  readCell(row, "units", { text: units, start, end: start + units.length });
  return length;
}

/** Reads the modifiers from the index on. Right behind the code they are tied to it, unless marks hold them apart. */
function readModifierRun(row: RowDraft, words: readonly FreeWord[], index: number, isBehindCode: boolean): number {
  const count = countModifiers(words, index);
  for (const word of words.slice(index, index + count)) {
    const isTied = isBehindCode && row.modifiers.length === row.tiedModifiers && /^\w.*\w$/.test(word.text);
    if (isTied) tieModifiers(row, readModifiers(word));
    else row.modifiers.push(...readModifiers(word));
    row.readCount++;
  }
  return count;
}

/** How many words from the index on are modifiers. A credential at the end of the line is none. */
function countModifiers(words: readonly FreeWord[], index: number): number {
  let end = index;
  for (let word = words[end]; word !== undefined && isWrittenAsModifiers(word); word = words[++end]) {
    if (end === words.length - 1 && isCredential(word)) break;
  }
  return end - index;
}

/** Reads a word that says by itself, or by the one before it, what it is. */
function readWord(row: RowDraft, word: FreeWord, previous: Piece | undefined): boolean {
  const kind = kindOf(word);
  if (kind === undefined) return false;
  const known = kind === "charge" && isLabelOf(previous, "allowed") ? "allowed" : kind;
  const isSecond =
    (known === "units" && row.units !== undefined) ||
    (known === "charge" && row.charge !== undefined && !isLabelOf(previous, "charge")) ||
    (known === "allowed" && row.allowedAmount !== undefined);
  if (!isSecond) readCell(row, known, word);
  return !isSecond;
}

/** Reads who treated, or passes over a description. */
function readText(row: RowDraft, line: string, words: readonly FreeWord[], index: number): number {
  const clinicianLength = row.clinician === undefined ? lengthOfClinician(line, words, index) : 0;
  const length = clinicianLength > 0 ? clinicianLength : lengthOfText(row, words, index);
  const [first, ...others] = words.slice(index, index + length);
  const isWho = clinicianLength > 0 || index + length === words.length;
  if (first !== undefined && isWho && row.clinician === undefined)
    readCell(row, "clinician", joinedPiece(line, [first, ...others]));
  return length;
}

/** Reads the pointers that the words begin with, all letters or all numbers, and counts their words. */
function readPointers(row: RowDraft, words: readonly FreeWord[]): number {
  const isNumber = /^\d/.test(words[0]?.text ?? "");
  const other = words.findIndex((word) => !mayPoint(word) || /^\d/.test(word.text) !== isNumber);
  const pointers = other === -1 ? words : words.slice(0, other);
  for (const pointer of pointers) readCell(row, "pointers", pointer);
  return pointers.length;
}

function mayPoint(word: Piece): boolean {
  return fits("pointers", word) || isDiagnosisShaped(word.text);
}

const longestText = 20;

/** How many words describe the service, with something that is read behind them; or are a name at the line's end. */
function lengthOfText(row: RowDraft, words: readonly FreeWord[], index: number): number {
  let end = index;
  for (let word = words[end]; word !== undefined && !saysSomething(word); word = words[++end]) {
    if (!isDescription(word) || end - index >= longestText) return 0;
  }
  if (end < words.length) return end - index;
  const isBehindValues = row.units !== undefined || row.charge !== undefined || row.minutes.length > 0;
  return isBehindValues && words.slice(index).every(isName) ? end - index : 0;
}

function saysSomething(word: FreeWord): boolean {
  return kindOf(word) !== undefined || isPlainlyModifiers(word);
}

function isDate(word: Piece): boolean {
  return parseDate(word.text) !== undefined;
}
