import { findClinician } from "../../data/credentials.ts";
import { findPayer, unknownPayer } from "../../data/payers.ts";
import type { Clinician } from "../../model/clinician.ts";
import { type Field, fieldOf } from "../../text/span.ts";
import { readDiagnoses } from "./diagnoses.ts";
import { dateIn, datesOfRange, readDateIn, readPeriod } from "./field-dates.ts";
import type { FieldName } from "./field-names.ts";
import type { FieldValues, TextName } from "./field-values.ts";
import type { Piece } from "./line.ts";
import { keepProvider, nameIn } from "./named-provider.ts";
import { readOccurrences } from "./occurrences.ts";
import { readPlan, readRecertification } from "./plan-fields.ts";
import { readProgressReports } from "./progress-reports.ts";
import { type Target, field, readDate, resolveDate } from "./target.ts";
import { readSetting } from "./setting.ts";
import { readUncertainId } from "./uncertain-id.ts";
import { readUsedAmount, readUsedAmounts } from "./used-amount.ts";
import { parseDate, toCalendarDate } from "./written-date.ts";
import {
  type WrittenField,
  firstChunk,
  keepText,
  leadingAmount,
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
  uncertainId: readUncertainId,
  payer: textReader("payer"),
  coverage: readCoverage,
  payerId: textReader("payerId"),
  setting: readSetting,
  provider: (target, values, { value }) => {
    keepProvider(target, values, value, { name: "providerName", npi: "billingNpi" });
  },
  taxId: textReader("taxId"),
  npi: numberReader((company) => `${company}Npi`),
  billingNpi: numberReader(() => "billingNpi"),
  renderingNpi: numberReader(() => "renderingNpi"),
  referringNpi: numberReader(() => "referringNpi"),
  taxonomy: numberReader((company) => `${company}Taxonomy`),
  therapist: readTherapist,
  signed: readTherapist,
  referring: (target, values, { value }) => {
    keepProvider(target, values, value, { name: "referringName", npi: "referringNpi" });
  },
  statementPeriod: (target, values, written) => {
    values.statementPeriod ??= readPeriod(target, written);
  },
  occurrence: readOccurrences,
  planOfCare: readPlan,
  recertification: readRecertification,
  certified: (target, values, written) => {
    values.certified ??= readDateIn(target, written.value);
  },
  progressReport: readProgressReports,
  dateOfService: readDateOfService,
  diagnosis: readDiagnoses,
  usedPtSlp: readUsedAmount,
  usedOt: readUsedAmount,
  usedAmounts: readUsedAmounts,
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

/** A name that a known payer bears: other words say what is covered, or who pays the rest. */
function readCoverage(target: Target, values: FieldValues, { label, value }: WrittenField): void {
  if (value.text.length > longestFormed) return;
  if (/^health/i.test(label.text) || findPayer({ name: value.text }) !== unknownPayer)
    keepText(target, values, "coverage", value);
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
  const { name, npi } = nameIn(value);
  if (npi !== undefined) keepText(target, values, "renderingNpi", npi);
  const stated = name.text.length > longestFormed ? undefined : findClinician(name.text);
  if (stated === undefined) return;
  // "Treating PT: J. Smith" says in its label what the name does not.
  const clinician = stated.role === undefined ? findClinician(`${name.text} ${label.text}`) : stated;
  const next = field(target, name, clinician ?? stated);
  // A therapist may sign for an assistant, which says nothing of who treated.
  values.clinician = meaning.field === "signed" ? (values.clinician ?? next) : agreedClinician(values.clinician, next);
  if (/^render/i.test(label.text)) keepText(target, values, "renderingName", name);
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

function readDateOfService(target: Target, values: FieldValues, written: WrittenField): void {
  const { label, value, company } = written;
  if (/^date$/i.test(label.text) && (company === "signed" || company === "referring")) return;
  if (/^date$/i.test(label.text) && (company === "certified" || company === "recertification")) {
    readSignatureDate(target, values, written);
    return;
  }
  const piece = dateIn(value) ?? onlyDayIn(target, value);
  if (piece === "period") return;
  if (piece === undefined) {
    // "Visit: 3 of 12" counts visits.
    if (!/^visit(?:\W{0,3}(?:no\W{0,2})?\d{1,3})?$/i.test(label.text)) {
      unreadable(target, firstChunk(value), "The date of service is no date: write 2026-03-12 or 3/12/2026");
    }
    return;
  }
  const date = readDate(target, piece);
  if (date === undefined) return;
  values.datesOfService.push(date);
  target.dateAbove = date;
}

function readSignatureDate(target: Target, values: FieldValues, written: WrittenField): void {
  if (written.company === "recertification") readRecertification(target, values, written);
  else values.certified ??= readDateIn(target, written.value);
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
