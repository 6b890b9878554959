import { findClinician } from "../../data/credentials.ts";
import { findPlaceOfService } from "../../data/places-of-service.ts";
import type { Minutes } from "../../model/claim.ts";
import type { ColumnKind } from "./column-names.ts";
import type { Piece } from "./line.ts";
import {
  isCodeWithModifiers,
  isModifierShaped,
  isOfTherapy,
  readCodeCell,
  readModifiers,
  withoutMarks,
} from "./modifiers.ts";
import { areDiagnosesShaped, notAPointer } from "./pointers.ts";
import { type RowDraft, tieModifiers } from "./row.ts";
import { parseDate } from "./written-date.ts";
import { isHours } from "./written-minutes.ts";
import { isEmptyValue, isPlainlyMoney, parseMoney } from "./written-value.ts";

/** How the cells of one column are told from others, and read. */
interface CellReader {
  /** Whether a word has exactly the shape of the column's values, so that it may be moved there from another's zone. */
  fits(text: string): boolean;
  /** Whether a word in the column's own zone is taken for its value, though its shape is not quite right. */
  tolerates(text: string): boolean;
  /** False: the cell can't be read, and the row is as before. */
  read(row: RowDraft, cell: Piece, clinician: Minutes["clinician"]): boolean;
  readonly complaint: string;
}

const notADate = "This is no date of service: write 2026-03-12 or 3/12/2026";
const notAnAmount = "This is no amount: write 78.00 or $1,234.56";
const unitsForm = /^(?:[x×]\s*)?(-?\d+(?:\.\d+)?|-?\.\d+)(?:\s*(?:units?|u))?$/i;
const minutesForm = /^(\d{1,4})(?:\s*(?:min|mins|minutes?|m)\.?|')?$/i;
const clockTime = /^\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*(?:[-–]|to)\s*\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?)?$/i;

const readers: Readonly<Record<ColumnKind, CellReader>> = {
  date: { fits: isDate, tolerates: never, read: readDates, complaint: notADate },
  dateThrough: {
    fits: isDate,
    tolerates: never,
    read: (row, cell) => (row.dateThrough = dateIn(cell)) !== undefined,
    complaint: notADate,
  },
  code: { fits: isCodeWithModifiers, tolerates: mayBeCode, read: readCode, complaint: "This is no procedure code" },
  modifiers: {
    // X1 is a modifier of other trades; here it says how many units.
    fits: (text) => areModifiers(text) && !/^x\d$/i.test(text),
    tolerates: (text) => mayBeModifier(text) && /[A-Z]/i.test(text) && !/^x\d{1,2}$/i.test(text),
    read: readOwnModifiers,
    complaint: "This is no modifier",
  },
  units: {
    fits: (text) => text.length <= 10 && /^(?:[x×]\s*\d{1,3}|-?\d{1,3}(?:\.\d)?(?:\s*(?:units?|u))?)$/i.test(text),
    tolerates: (text) => unitsForm.test(text),
    read: (row, cell) => (row.units = numberIn(cell, unitsForm)) !== undefined,
    complaint: "These are no units: write a whole number",
  },
  minutes: {
    fits: (text) => minutesForm.test(text),
    tolerates: (text) => clockTime.test(text),
    read: readMinutes,
    complaint: "These are no minutes: write a whole number",
  },
  pointers: {
    fits: (text) =>
      /^(?:[A-L]{1,4}|\d{1,2}|[A-L](?:(?:[,/:;-]| ?& ?)[A-L]){1,11}|\d{1,2}(?:(?:[,/:;-]| ?& ?)\d{1,2}){1,11})$/i.test(
        text,
      ),
    tolerates: (text) => (text.length <= 12 && /^[A-Z0-9,/-]+$/i.test(text)) || areDiagnosesShaped(text),
    read: (row, cell) => row.pointers.push(cell) > 0,
    complaint: notAPointer,
  },
  charge: {
    fits: isAmount,
    tolerates: never,
    read: (row, cell) => keep(isAmount(cell.text), () => (row.charge = cell)),
    complaint: notAnAmount,
  },
  allowed: {
    fits: isAmount,
    tolerates: never,
    read: (row, cell) => keep(isAmount(cell.text), () => (row.allowedAmount = cell)),
    complaint: notAnAmount,
  },
  clinician: {
    fits: isCredential,
    tolerates: (text) => !/\d/.test(text),
    read: readClinician,
    complaint: "This is no therapist: write a credential such as PT or COTA, with or without a name",
  },
  rendering: {
    fits: isCredential,
    tolerates: (text) => !/\d/.test(text) || isNpi(text),
    read: readRendering,
    complaint: "This is no rendering provider: write a name with its credential, or an NPI",
  },
  renderingNpi: {
    fits: isNpi,
    tolerates: (text) => /^\d{8,12}$/.test(text),
    read: (row, cell) => keep(true, () => (row.renderingNpi = cell)),
    complaint: "This is no NPI: write its ten digits",
  },
  place: {
    fits: (text) => /^\d\d$/.test(text) && isPlace(text),
    tolerates: isPlace,
    read: (row, cell) => keep(isPlace(cell.text), () => (row.place = cell)),
    complaint: "This is no place of service: write its two digits, or a word such as office or home",
  },
  revenue: {
    fits: (text) => /^0\d{3}$/.test(text),
    tolerates: (text) => /^\d{3,4}$/.test(text),
    read: (row, cell) => keep(/^\d{3,4}$/.test(cell.text), () => (row.revenueCode = cell)),
    complaint: "This is no revenue code: write its four digits",
  },
  note: { fits: never, tolerates: always, read: (row, cell) => keep(true, () => (row.note = cell)), complaint: "" },
  subject: {
    fits: never,
    tolerates: always,
    read: (row, cell) => keep(true, () => (row.subject = isPlainlyMoney(cell.text) ? undefined : cell)),
    complaint: "",
  },
  payer: {
    fits: never,
    tolerates: always,
    read: (row, cell) => keep(true, () => (row.payer = mayBePayer(cell.text) ? cell : undefined)),
    complaint: "",
  },
  ignored: { fits: never, tolerates: always, read: (row) => (row.isPrinted = true), complaint: "" },
};

/** Reads a cell into the row; what can't be read is noted there. */
export function readCell(row: RowDraft, kind: ColumnKind, written: Piece, clinician?: Minutes["clinician"]): void {
  const cell = withoutGuard(written);
  const isEmpty = isEmptyValue(cell.text);
  if (isEmpty || readers[kind].read(row, cell, clinician)) row.readCount++;
  else refuseCell(row, kind, cell);
  if (isEmpty) row.isPrinted = true;
}

/** Spreadsheets keep a number as it is written in `="97110"`. */
export function withoutGuard(cell: Piece): Piece {
  if (!cell.text.startsWith("=")) return cell;
  const [, guard = "", text] = /^(="{1,2})([^"]*)"{1,2}$/.exec(cell.text) ?? [];
  if (text === undefined) return cell;
  const start = cell.start + guard.length;
  return { text, start, end: start + text.length };
}

/** Notes a word that can't be read: as a value of a column's kind, or as one that fits no column. */
export function refuseCell(row: RowDraft, kind: ColumnKind | undefined, cell: Piece): void {
  if (kind === "date") row.isDateUnreadable = true;
  const complaint = kind === undefined ? "" : readers[kind].complaint;
  row.unreadable.push({ piece: cell, message: complaint === "" ? unfitting : complaint });
}

const unfitting = "This fits no column of the table, so it is not read";

export function fits(kind: ColumnKind, word: Piece): boolean {
  return readers[kind].fits(word.text);
}

export function tolerates(kind: ColumnKind, word: Piece): boolean {
  return readers[kind].tolerates(word.text);
}

function keep(isReadable: boolean, store: () => unknown): boolean {
  if (isReadable) store();
  return isReadable;
}

/** One date, or the first and last of a range. */
function readDates(row: RowDraft, cell: Piece): boolean {
  const date = dateIn(cell);
  if (date !== undefined) {
    row.date = date;
    return true;
  }
  const [, first = "", second = ""] = /^(\S{3,10})\s*(?:\s-\s|–|\sto\s|\s)\s*(\S{3,10})$/i.exec(cell.text) ?? [];
  if (!isDate(first) || !isDate(second)) return false;
  row.date = { text: first, start: cell.start, end: cell.start + first.length };
  row.dateThrough = { text: second, start: cell.end - second.length, end: cell.end };
  return true;
}

/** The date of a cell, in a spelling that is read everywhere; in a column of dates stand `030226` and `03 02 26` too. */
function dateIn(cell: Piece): Piece | undefined {
  if (parseDate(cell.text) !== undefined) return cell;
  if (cell.text.length > 40 || cell.text.length < 6 || !/^\d/.test(cell.text)) return undefined;
  const text = cell.text.replace(timeBehind, "");
  const [, month, day, year] = bareDate.exec(text) ?? [];
  if (month === undefined && text.length === cell.text.length) return undefined;
  const date = month === undefined ? text : [month, day, year].join("/");
  return parseDate(date) === undefined ? undefined : { text: date, start: cell.start, end: cell.start + text.length };
}

const timeBehind = /(?:\s+|(?<=\d)T(?=\d))\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:\s*[ap]\.?m\.?|Z)?$/i;
const bareDate = /^(0[1-9]|1[0-2]) ?(0[1-9]|[12]\d|3[01]) ?((?:20)?[23]\d)$/;

function readCode(row: RowDraft, cell: Piece): boolean {
  const found = readCodeCell(cell);
  if (found === undefined) return false;
  row.procedure = found.code;
  tieModifiers(row, found.modifiers);
  return true;
}

/** A longer word is not taken for a bad modifier: it may be anything, a name too. */
function readOwnModifiers(row: RowDraft, cell: Piece): boolean {
  const modifiers = readModifiers(cell);
  const isReadable = modifiers.length > 0 && modifiers.every(({ text }) => mayBeModifier(text));
  if (isReadable) row.modifiers.push(...modifiers);
  return isReadable;
}

function mayBeModifier(text: string): boolean {
  return /^[A-Z0-9]{1,8}$/i.test(text) && (text.length <= 4 || isOfTherapy(text.slice(0, 2)));
}

function readClinician(row: RowDraft, cell: Piece): boolean {
  const value = findClinician(cell.text);
  if (value !== undefined) row.clinician = { piece: cell, value };
  return value !== undefined;
}

/** An assistant bills for nobody: one who is named there treated. */
function readRendering(row: RowDraft, cell: Piece): boolean {
  if (isNpi(cell.text)) row.renderingNpi ??= cell;
  if (isNpi(cell.text)) return true;
  const value = findClinician(cell.text);
  if (value?.role === "assistant") row.clinician ??= { piece: cell, value };
  else if (value !== undefined) row.rendering = { piece: cell, value };
  return value !== undefined;
}

function isCredential(text: string): boolean {
  return /^[A-Z./-]{2,12}$/i.test(text) && findClinician(text)?.credential !== undefined;
}

function isNpi(text: string): boolean {
  return /^\d{10}$/.test(text);
}

/** A clock time in a column of minutes is no mistake, but says nothing that is read. */
function readMinutes(row: RowDraft, cell: Piece, clinician: Minutes["clinician"]): boolean {
  const piece = isHours(cell.text) ? cell : numberIn(cell, minutesForm);
  if (piece !== undefined) row.minutes.push({ piece, clinician });
  return piece !== undefined || isClockTime(cell.text);
}

function numberIn(cell: Piece, form: RegExp): Piece | undefined {
  if (/^\d{1,3}$/.test(cell.text)) return cell;
  const text = cell.text.length > 20 ? undefined : form.exec(cell.text)?.[1];
  const start = cell.start + cell.text.indexOf(text ?? "");
  return text === undefined ? undefined : { text, start, end: start + text.length };
}

/** Whatever stands in the code column is a code, if a bad one, unless it is plainly something else. */
function mayBeCode(text: string): boolean {
  if (!/^\S{3,20}$/.test(text) || !/[A-Z0-9]/i.test(text)) return false;
  return !isDate(text) && !isPlainlyMoney(text);
}

function areModifiers(cell: string): boolean {
  const text = withoutMarks(cell);
  if (text.length === 2) return isModifierShaped(text);
  if (text.length > 20 || !/^(?:[A-Z0-9]{2}[,;:/+&-]?)+$/i.test(text)) return false;
  const parts = readModifiers({ text, start: 0, end: text.length });
  return parts.length > 1 && parts.every((part) => isModifierShaped(part.text));
}

function isDate(text: string): boolean {
  return dateIn({ text, start: 0, end: text.length }) !== undefined;
}

function isAmount(text: string): boolean {
  return parseMoney(text) !== undefined;
}

/** A time of day, or the first and last of a treatment. */
export function isClockTime(text: string): boolean {
  return text.length <= 24 && text.includes(":") && clockTime.test(text);
}

function isPlace(text: string): boolean {
  return /^\d{1,2}$/.test(text) || findPlaceOfService(text) !== undefined;
}

/** A column may hold the payer's share, and one of plans the plan modifier. */
function mayBePayer(text: string): boolean {
  return !isPlainlyMoney(text) && !/^(?:G[PON]|PT|OT|ST|SLP)$/i.test(text);
}

function never(): boolean {
  return false;
}

function always(): boolean {
  return true;
}
