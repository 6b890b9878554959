import { findClinician } from "../../data/credentials.ts";
import type { Clinician } from "../../model/clinician.ts";
import { type Field, fieldOf, spanOf } from "../../text/span.ts";
import { readDiagnoses } from "./diagnoses.ts";
import { dateIn, datesOfRange, readDateIn, readPeriod } from "./field-dates.ts";
import type { FieldName } from "./field-names.ts";
import type { FieldValues, TextName } from "./field-values.ts";
import { type Piece, trimmedPiece } from "./line.ts";
import { readOccurrences } from "./occurrences.ts";
import { type Target, field, readDate, resolveDate, shifted } from "./target.ts";
import { readSetting } from "./setting.ts";
import { wordsOf } from "./words.ts";
import { parseDate, toCalendarDate } from "./written-date.ts";
import {
  type WrittenField,
  firstChunk,
  keepText,
  longestFormed,
  pieceWithin,
  unreadable,
  withoutTies,
} from "./written-field.ts";
import { isEmptyValue, parseMoney } from "./written-value.ts";

type FieldReader = (target: Target, values: FieldValues, written: WrittenField) => void;

const readers: Readonly<Record<FieldName, FieldReader>> = {
  claimId: (target, values, { value }) => {
    keepText(target, values, "claimId", value.text.startsWith("#") ? pieceWithin(value, 1, value.text.length) : value);
  },
  frequency: readFrequency,
  patient: textReader("patient"),
  birthDate: readBirthDate,
  beneficiaryId: (target, values, { value }) => {
    keepText(target, values, "beneficiaryId", value, withoutTies(value.text));
  },
  payer: textReader("payer"),
  payerId: textReader("payerId"),
  setting: readSetting,
  provider: textReader("providerName"),
  taxId: textReader("taxId"),
  npi: numberReader((company) => `${company}Npi`),
  billingNpi: numberReader(() => "billingNpi"),
  renderingNpi: numberReader(() => "renderingNpi"),
  referringNpi: numberReader(() => "referringNpi"),
  taxonomy: numberReader((company) => `${company}Taxonomy`),
  therapist: readTherapist,
  signed: readTherapist,
  referring: textReader("referringName"),
  statementPeriod: (target, values, written) => {
    values.statementPeriod ??= readPeriod(target, written);
  },
  occurrence: readOccurrences,
  planOfCare: (target, values, written) => {
    values.planOfCare ??= readPeriod(target, written);
  },
  certified: (target, values, written) => {
    values.certified ??= readDateIn(target, written.value);
  },
  progressReport: (target, values, written) => {
    values.lastProgressReport ??= readDateIn(target, written.value);
  },
  dateOfService: readDateOfService,
  diagnosis: readDiagnoses,
  usedPtSlp: readUsedAmount,
  usedOt: readUsedAmount,
  abn: textReader("abn"),
  total: readTotal,
  note: (target, values, { value }) => values.notes.push(field(target, value, value.text)),
  ignored: () => undefined,
};

/** Reads the value of a field. An empty one says nothing, but that a used amount is not known, or that there is no ABN. */
export function readField(target: Target, values: FieldValues, written: WrittenField): void {
  const name = written.meaning.field;
  const isUsed = name === "usedPtSlp" || name === "usedOt";
  const saysNone = name === "abn" && /^none$/i.test(written.value.text);
  if (isUsed || saysNone || !isEmptyValue(written.value.text)) readers[name](target, values, written);
}

function textReader(name: TextName): FieldReader {
  return (target, values, { value }) => {
    keepText(target, values, name, value);
  };
}

/** Reads a number, whose owner the company on the line may tell. */
function numberReader(nameOf: (company: "billing" | "rendering" | "referring") => TextName): FieldReader {
  return (target, values, { value, company }) => {
    const isTen = /^\d{10}(?!\w)/.test(value.text);
    const piece = isTen ? pieceWithin(value, 0, 10) : firstChunk(value);
    keepText(target, values, nameOf(ownerOf(company)), piece, withoutTies(piece.text));
  };
}

function ownerOf(company: FieldName | undefined): "billing" | "rendering" | "referring" {
  if (company === "therapist" || company === "signed") return "rendering";
  return company === "referring" || company === "certified" ? "referring" : "billing";
}

function readFrequency(target: Target, values: FieldValues, { value }: WrittenField): void {
  const digit = /^[178](?!\w|\s*(?:x|times|per|visits?|days?)\b)/i.exec(value.text);
  if (digit !== null) {
    keepText(target, values, "frequency", pieceWithin(value, 0, 1));
    return;
  }
  const words: readonly [RegExp, string][] = [
    [/^original/i, "1"],
    [/^(?:replace|correct)/i, "7"],
    [/^(?:void|cancel)/i, "8"],
  ];
  const code = words.find(([word]) => word.test(value.text))?.[1];
  if (code !== undefined) keepText(target, values, "frequency", firstChunk(value), code);
  // How often a patient comes is a frequency too, and none of the claim's.
  else if (!/\dx|\bx\b|week|times|daily|day|month|visit|\bper\b|\bprn\b/i.test(value.text)) {
    unreadable(target, firstChunk(value), "The claim's frequency is 1 (original), 7 (replacement) or 8 (void)");
  }
}

function readTotal(target: Target, values: FieldValues, { value }: WrittenField): void {
  const amount = leadingAmount(value);
  if (amount !== undefined) values.total ??= field(target, amount, parseMoney(amount.text) ?? 0);
  else unreadable(target, firstChunk(value), "The total is no amount: write 168.00 or $1,234.56");
}

function readTherapist(target: Target, values: FieldValues, { label, meaning, value }: WrittenField): void {
  const stated = value.text.length > longestFormed ? undefined : findClinician(value.text);
  if (stated === undefined) return;
  // "Treating PT: J. Smith" says in its label what the name does not.
  const clinician = stated.role === undefined ? findClinician(`${value.text} ${label.text}`) : stated;
  const next = field(target, value, clinician ?? stated);
  // A therapist may sign for an assistant, which says nothing of who treated.
  values.clinician = meaning.field === "signed" ? (values.clinician ?? next) : agreedClinician(values.clinician, next);
  if (/^render/i.test(label.text)) keepText(target, values, "renderingName", value);
}

/** The first one holds, but where a later field names one of another role or discipline, nobody knows whose a row is. */
function agreedClinician(first: FieldValues["clinician"], next: Field<Clinician>): Field<Clinician> {
  if (first === undefined) return next;
  const { role, discipline } = next.value;
  const isSame = first.value.role === role && first.value.discipline === discipline;
  if (isSame || role === undefined) return first;
  return fieldOf(first.part, first.start, first.end, { role: undefined, discipline: undefined, credential: undefined });
}

/** A sex may stand beside the date. */
function readBirthDate(target: Target, values: FieldValues, { value }: WrittenField): void {
  const piece = dateIn(value);
  const written = piece === undefined ? undefined : parseDate(piece.text);
  if (piece === undefined || written === undefined) {
    unreadable(target, firstChunk(value), "The birth date is no date: write 2/11/1948 or 1948-02-11");
  } else if (written.isShort && toCalendarDate(written) !== undefined)
    values.birthDate ??= field(target, piece, written);
  else if (resolveDate(target, piece, written, undefined) !== undefined)
    values.birthDate ??= field(target, piece, written);
}

function readDateOfService(target: Target, values: FieldValues, { label, value, company }: WrittenField): void {
  if (/^date$/i.test(label.text) && (company === "signed" || company === "referring")) return;
  if (/^date$/i.test(label.text) && company === "certified") {
    values.certified ??= readDateIn(target, value);
    return;
  }
  const piece = dateIn(value) ?? onlyDayIn(target, value);
  if (piece === "period") return;
  if (piece === undefined) {
    // "Visit: 3 of 12" counts visits.
    if (!/^visit$/i.test(label.text)) {
      unreadable(target, firstChunk(value), "The date of service is no date: write 2026-03-12 or 3/12/2026");
    }
    return;
  }
  const date = readDate(target, piece);
  if (date === undefined) return;
  values.datesOfService.push(date);
  target.dateAbove = date;
}

/** Of a first and a last day, the one day where they are the same; a period of several says on no service's day but its year. */
function onlyDayIn(target: Target, value: Piece): Piece | "period" | undefined {
  const [first, last] = datesOfRange(value) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const from = readDate(target, first);
  const to = readDate(target, last);
  if (from !== undefined && from.value === to?.value) return first;
  target.dateAbove = from ?? target.dateAbove;
  return "period";
}

function readUsedAmount(target: Target, values: FieldValues, { label, meaning, value }: WrittenField): void {
  const text = value.text.slice(0, longestFormed);
  const separator = /\b(?:as\s+of|through|thru|until|on)\b:?/i.exec(text);
  const amount = pieceWithin(value, 0, separator?.index ?? text.length);
  const date = separator === null ? undefined : pieceWithin(value, separator.index + separator[0].length, text.length);
  const asOf = date === undefined || isEmptyValue(date.text) ? undefined : readAsOf(target, date);
  // An amount of an unknown day could be taken for one of another year.
  const isDated = date === undefined || isEmptyValue(date.text) || asOf !== undefined;
  values.statedAmounts.push({
    bucket: meaning.field === "usedOt" ? "OT" : "PT/SLP",
    span: spanOf(target.part, label.start, Math.max(label.end, value.end)),
    amount: isDated ? readAmount(target, amount) : undefined,
    asOf,
  });
}

function readAsOf(target: Target, value: Piece): ReturnType<typeof readDate> {
  const date = dateIn(value);
  if (date !== undefined) return readDate(target, date);
  const words = trimmedPiece(value.text, 0, value.text.length);
  unreadable(target, shifted(words, value.start), "This is no date: write as of 2026-03-10");
  return undefined;
}

/** Digits behind the amount, such as a date, would say what it includes, so it is not taken as it stands. */
function readAmount(target: Target, value: Piece): ReturnType<typeof field<number>> | undefined {
  if (isEmptyValue(value.text) || /^\W*(?:unknown|tbd)\W*$/i.test(value.text)) return undefined;
  const amount = leadingAmount(value);
  const rest = amount === undefined ? "" : value.text.slice(amount.end - value.start);
  const cents = amount === undefined ? undefined : parseMoney(amount.text);
  if (amount !== undefined && cents !== undefined && cents >= 0 && !/\d/.test(rest))
    return field(target, amount, cents);
  const words = trimmedPiece(value.text, 0, value.text.length);
  unreadable(
    target,
    shifted(words, value.start),
    "The used amount is no amount: write 1,900.00, or 1,900.00 as of 2026-03-10",
  );
  return undefined;
}

/** A value that is an amount, or its first word that is one. */
function leadingAmount(value: Piece): Piece | undefined {
  if (parseMoney(value.text) !== undefined) return value;
  const [first] = wordsOf(value.text.slice(0, longestFormed));
  return first === undefined || parseMoney(first.text) === undefined ? undefined : shifted(first, value.start);
}
