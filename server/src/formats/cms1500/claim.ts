import { findClinician } from "../../data/credentials.ts";
import { type Claim, type Diagnosis, type Provider, noProvider } from "../../model/claim.ts";
import type { Clinician } from "../../model/clinician.ts";
import { type CalendarDate, dateOf } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import { type Field, type Part, type Span, fieldOf, spanOf } from "../../text/span.ts";
import { type Box, behindCents, boxes, diagnosisBoxes, lineOfRow, rowCount } from "./form.ts";
import { type Origin, type ServiceShape, cellOf, rowAt, serviceShapes } from "./origin.ts";
import { readPayer } from "./payer.ts";
import { type Cell, type PrintLine, cellIn, fieldAt, partOf, wordsOf } from "./print-line.ts";
import { type Row, readRow } from "./service-row.ts";
import {
  type Target,
  parseDate,
  readDiagnosis,
  readId,
  readMoney,
  readText,
  report,
  reportUnreadable,
  toCalendarDate,
} from "./values.ts";

/** A form as it lies on its page. */
interface Laid {
  readonly lines: readonly PrintLine[];
  readonly origin: Origin;
}

type CellOf = (box: Box) => Cell | undefined;

/** Reads the form's claim, and its service lines into `rows`. */
export function readClaim(target: Target, { lines, origin }: Laid, rows: Row[]): Claim {
  const { part } = target;
  const cell: CellOf = (box) => cellOf(lines, origin, box);
  const diagnoses = readDiagnoses(target, cell);
  const letters = diagnoses.map(({ letter }) => letter);
  const beside = shapesBesideRows({ lines, origin });
  const displaced = new Set(beside.map(({ index }) => rowAt(origin, index)));
  for (let number = 1; number <= rowCount; number++) {
    if (displaced.has(number)) continue;
    const row = readRow(target, { lines, origin, number, letters });
    if (row !== undefined) rows.push(row);
  }
  for (const { index, column } of beside)
    reportDisplaced(target, cellIn(lines[index], column, Number.MAX_SAFE_INTEGER));
  const serviceLines = rows.map(({ serviceLine }) => serviceLine);
  const patient = readText(target, cell(boxes.patient));
  const beneficiaryId = readId(target, cell(boxes.beneficiaryId));
  const note = readText(target, cell(boxes.note));
  const span = extentOf(part, lines);
  const frequency = readFrequency(target, cell(boxes.resubmission));
  const head = patient ?? beneficiaryId ?? serviceLines[0]?.procedure ?? span;
  return {
    part,
    span,
    head: spanOf(part, head.start, head.end),
    kind: "professional",
    claimId: readText(target, cell(boxes.account)),
    frequency,
    originalReference: readOriginalReference(target, cell, frequency),
    patient,
    birthDate: readBirthDate(target, cell(boxes.birthDate), rows),
    beneficiaryId,
    payer: readPayer(target, cell, origin),
    billingProvider: readBilling(target, cell),
    renderingProvider: noProvider,
    referringProvider: readReferring(target, cell),
    clinician: readSignature(target, cell(boxes.signature)),
    placeOfService: undefined,
    typeOfBill: undefined,
    statementPeriod: undefined,
    occurrences: [],
    planOfCare: undefined,
    recertifications: [],
    certified: undefined,
    lastProgressReport: undefined,
    progressReports: [],
    diagnoses,
    statedAmounts: [],
    abn: undefined,
    total: readTotal(target, cell(boxes.total), origin),
    // What could not be read as a service line may be charged in the total.
    hasOtherCharges: target.problems.some(({ rule }) => rule === "unreadable-line"),
    notes: note === undefined ? [] : [note],
    hasSeveralSubjects: false,
    serviceLines,
  };
}

/** From the first to the last that is printed. */
function extentOf(part: Part, lines: readonly PrintLine[]): Span {
  const printed = lines.flatMap((line) => cellIn(line, 0, line.columns.length) ?? []);
  const [first, last] = [printed.at(0), printed.at(-1)];
  if (first === undefined || last === undefined) return spanOf(part, 0, 0);
  return spanOf(part, fieldAt(part, first, undefined).start, last.line.end);
}

function readDiagnoses(target: Target, cell: CellOf): readonly Diagnosis[] {
  const indicator = cell(boxes.codeSet)?.text;
  const codeSet = indicator === "0" ? "ICD-10" : indicator === "9" ? "ICD-9" : undefined;
  return diagnosisBoxes.flatMap((box) => {
    const code = withoutLetter(cell(box), box.letter);
    return code === undefined ? [] : [{ ...readDiagnosis(target, code), letter: box.letter, codeSet }];
  });
}

/** Some programs print the box's letter too: `A. M5450`. */
function withoutLetter(cell: Cell | undefined, letter: string): Cell | undefined {
  const label = cell && /^([A-L])(?:\. *| +)/.exec(cell.text);
  if (cell === undefined || label?.[1] !== letter) return cell;
  return label[0].length === cell.text.length ? undefined : partOf(cell, label[0].length, cell.text.length);
}

/** What is written as a service line in box 24, above, below or beside its rows. */
function shapesBesideRows({ lines, origin }: Laid): readonly ServiceShape[] {
  return serviceShapes(lines).filter(({ index, column }) => {
    const line = index - origin.line + 1;
    const isInBox = line >= lineOfRow(1) - 1 && line <= lineOfRow(rowCount) + 1;
    return isInBox && (Math.abs(column - origin.column) > 1 || rowAt(origin, index) === undefined);
  });
}

/** What stands in the boxes of a row that is printed elsewhere on its line is of other boxes. */
function reportDisplaced(target: Target, whole: Cell | undefined): void {
  if (whole === undefined) return;
  report(target, "unreadable-line", whole, "This service line stands beside the form's six rows, so it is not read");
}

/** Box 22: 7 replaces a claim, 8 takes it back. */
function readFrequency(target: Target, cell: Cell | undefined): Field<string> | undefined {
  const [word] = cell === undefined ? [] : wordsOf(cell);
  return word !== undefined && /^[1-9]$/.test(word.text) ? readText(target, word) : undefined;
}

/** Box 22, behind the frequency; where that has more behind it, the number may stand there, and is not looked for. */
function readOriginalReference(
  target: Target,
  cell: CellOf,
  frequency: Field<string> | undefined,
): Field<string> | undefined {
  const number = readText(target, cell(boxes.originalReference));
  if (number !== undefined || frequency === undefined) return number;
  const isAlone = cell(boxes.resubmission)?.text === frequency.value;
  return isAlone ? fieldOf(target.part, frequency.end, frequency.end, "") : undefined;
}

/** Of a year of two digits, the last one that is not after the services. */
function readBirthDate(
  { part }: Target,
  cell: Cell | undefined,
  rows: readonly Row[],
): Field<CalendarDate> | undefined {
  const written = parseDate(cell);
  if (cell === undefined || written === undefined) return undefined;
  const latest = rows
    .flatMap(({ serviceLine }) => serviceLine.dateOfService?.value ?? [])
    .sort()
    .at(-1);
  const date = toCalendarDate(written);
  const isLater = written.isShort && (latest === undefined || (date !== undefined && date > latest));
  const born = isLater ? dateOf(1900 + written.year, written.month, written.day) : date;
  return born && fieldAt(part, cell, born);
}

function readBilling(target: Target, cell: CellOf): Provider {
  const otherId = cell(boxes.billingOtherId);
  const [, qualifier = ""] = /^(ZZ|PXC) ?\w{10}$/i.exec(otherId?.text ?? "") ?? [];
  const taxonomy = otherId && partOf(otherId, otherId.text.length - 10, otherId.text.length);
  return {
    name: readText(target, cell(boxes.billing)),
    npi: readId(target, cell(boxes.billingNpi)),
    taxonomy: qualifier === "" ? undefined : readId(target, taxonomy),
    taxId: readText(target, cell(boxes.taxId)),
  };
}

/** Box 17 may name a supervisor, who refers nobody. */
function readReferring(target: Target, cell: CellOf): Provider {
  if (/^DQ$/i.test(cell(boxes.referringQualifier)?.text ?? "")) return noProvider;
  const name = readText(target, cell(boxes.referring));
  const npi = readId(target, cell(boxes.referringNpi));
  return name === undefined && npi === undefined ? noProvider : { ...noProvider, name, npi };
}

/** Who signed counts where a credential stands behind the name. */
function readSignature({ part }: Target, cell: Cell | undefined): Field<Clinician> | undefined {
  const clinician = cell && findClinician(cell.text);
  const isTold = clinician?.credential !== undefined || clinician?.occupation !== undefined;
  return cell && clinician && isTold ? fieldAt(part, cell, clinician) : undefined;
}

/** A word in place of the amount says that the claim goes on on the next page. */
function readTotal(target: Target, cell: Cell | undefined, { column }: Origin): Field<Cents> | undefined {
  if (cell === undefined || /^[A-Z' .-]+$/i.test(cell.text)) return undefined;
  const total = readMoney(target, cell, column + behindCents.total);
  if (total === undefined) reportUnreadable(target, cell, { item: boxes.total.item, what: "an amount" });
  return total;
}
