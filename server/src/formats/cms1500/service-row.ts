import { isKnownModifier } from "../../data/modifiers.ts";
import type { Provider, ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import { type Field, cover, fieldOf } from "../../text/span.ts";
import { type Box, behindCents, diagnosisBoxes, rowBoxes } from "./form.ts";
import { type Origin, cellOf } from "./origin.ts";
import { type Cell, type PrintLine, fieldAt, offsetOf, partOf, wordsOf } from "./print-line.ts";
import {
  type Target,
  readMoney,
  readNumber,
  readServiceDate,
  readText,
  readUpperCase,
  report,
  reportUnreadable,
} from "./values.ts";

/** A service line of a page, with its place on the form. */
export interface Row {
  readonly number: number;
  readonly serviceLine: ServiceLine;
}

/** What of the form a row is read from. */
export interface RowPlace {
  readonly lines: readonly PrintLine[];
  readonly origin: Origin;
  readonly number: number;
  /** Of the page's diagnoses. */
  readonly letters: readonly string[];
}

/** Undefined where the row is empty, or holds neither a code nor an amount: then a problem says so. */
export function readRow(target: Target, place: RowPlace): Row | undefined {
  const cell = (box: Box): Cell | undefined => cellOf(place.lines, place.origin, box, place.number);
  const { first, whole } = extentOf(place);
  if (first === undefined || whole === undefined) return undefined;
  const procedure = cell(rowBoxes.procedure);
  const charge = cell(rowBoxes.charge);
  if (procedure === undefined && charge === undefined) {
    report(target, "unreadable-line", whole, "This service line has neither a code nor a charge, so it is not read");
    return undefined;
  }
  const { part } = target;
  const dateOfService = readServiceDate(target, cell(rowBoxes.dateOfService));
  const renderingProvider = readRendering(target, cell);
  const serviceLine: ServiceLine = {
    part,
    span: cover(fieldAt(part, first, undefined), fieldAt(part, whole, undefined)),
    dateOfService,
    dateThrough: readDateThrough(target, cell, dateOfService),
    procedure: readUpperCase(target, procedure) ?? missingProcedure(target, whole, place),
    modifiers: readModifiers(target, cell(rowBoxes.modifiers)),
    units: readUnits(target, cell(rowBoxes.units)),
    minutes: [],
    charge: readCharge(target, charge, place.origin),
    allowedAmount: undefined,
    diagnosisPointers: readPointers(target, cell(rowBoxes.pointers), place.letters),
    clinician: undefined,
    renderingClinician: undefined,
    renderingProvider,
    placeOfService: readText(target, cell(rowBoxes.placeOfService)),
    revenueCode: undefined,
    note: readText(target, cell(rowBoxes.note)),
    subject: undefined,
  };
  return { number: place.number, serviceLine };
}

/** What stands on the row's lower line, and what stands first on its two lines. */
function extentOf({ lines, origin, number }: RowPlace): { first: Cell | undefined; whole: Cell | undefined } {
  const lower = cellOf(lines, origin, { ...wholeLine, line: 0 }, number);
  return { first: cellOf(lines, origin, { ...wholeLine, line: -1 }, number) ?? lower, whole: lower };
}

const wholeLine = { item: "24", name: "service line", from: 1, to: 79 };

function missingProcedure(target: Target, whole: Cell, { origin }: RowPlace): Field<string> {
  report(target, "unreadable-cell", whole, "Box 24D of this service line holds no procedure code");
  const offset = offsetOf(whole.line, origin.column + rowBoxes.procedure.from);
  return fieldOf(target.part, offset, offset, "");
}

/** A line of one day states it twice. */
function readDateThrough(
  target: Target,
  cell: (box: Box) => Cell | undefined,
  first: Field<CalendarDate> | undefined,
): Field<CalendarDate> | undefined {
  const written = cell(rowBoxes.dateThrough);
  if (written?.text === cell(rowBoxes.dateOfService)?.text) return undefined;
  const last = readServiceDate(target, written);
  return last?.value === first?.value ? undefined : last;
}

/** Those that stand without a blank between them are cut where every one is known; else they are one unknown modifier. */
function readModifiers(target: Target, cell: Cell | undefined): readonly Field<string>[] {
  if (cell === undefined) return [];
  return wordsOf(cell).flatMap((word) => {
    const pairs = word.text.toUpperCase().match(/../g) ?? [];
    const isGlued = pairs.length > 1 && pairs.join("").length === word.text.length && pairs.every(isKnownModifier);
    const pieces = isGlued ? pairs.map((_pair, index) => partOf(word, index * 2, index * 2 + 2)) : [word];
    return pieces.map((piece) => fieldAt(target.part, piece, piece.text.toUpperCase()));
  });
}

function readUnits(target: Target, cell: Cell | undefined): Field<number> | undefined {
  const units = cell && readNumber(target, cell);
  if (cell !== undefined && units === undefined) {
    reportUnreadable(target, cell, { item: rowBoxes.units.item, what: "a number of units" });
  }
  return units;
}

function readCharge(target: Target, cell: Cell | undefined, { column }: Origin): Field<Cents> | undefined {
  const charge = cell && readMoney(target, cell, column + behindCents.charge);
  if (cell !== undefined && charge === undefined) {
    reportUnreadable(target, cell, { item: rowBoxes.charge.item, what: "an amount" });
  }
  return charge;
}

/** Letters; or numbers, as on the form of 08/05, of which several digits are one each unless a diagnosis of that number stands there. */
function readPointers(target: Target, cell: Cell | undefined, letters: readonly string[]): readonly Field<string>[] {
  if (cell === undefined) return [];
  return wordsOf(cell).flatMap((word) => {
    const isNumber = /^1[0-2]$/.test(word.text) && letters.includes(letterOf(word.text) ?? "");
    const pieces = isNumber ? [word] : Array.from(word.text, (_one, index) => partOf(word, index, index + 1));
    return pieces.flatMap((piece) => readPointer(target, piece) ?? []);
  });
}

function letterOf(number: string): string | undefined {
  return diagnosisBoxes[Number(number) - 1]?.letter;
}

function readPointer(target: Target, piece: Cell): Field<string> | undefined {
  if (/^[,/]$/.test(piece.text)) return undefined;
  const letter = /^\d+$/.test(piece.text) ? letterOf(piece.text) : piece.text.toUpperCase();
  if (letter !== undefined && /^[A-L]$/.test(letter)) return fieldAt(target.part, piece, letter);
  const message = "Box 24E does not point to a diagnosis: pointers are letters from A to L";
  report(target, "unreadable-cell", piece, message);
  return undefined;
}

function readRendering(target: Target, cell: (box: Box) => Cell | undefined): Provider | undefined {
  const npi = readText(target, cell(rowBoxes.renderingNpi));
  const taxonomy = readTaxonomy(target, cell(rowBoxes.otherIdQualifier), cell(rowBoxes.otherId));
  return npi === undefined && taxonomy === undefined ? undefined : { name: undefined, npi, taxonomy, taxId: undefined };
}

/** What stands behind ZZ, or PXC, is a taxonomy code. */
function readTaxonomy(target: Target, qualifier: Cell | undefined, id: Cell | undefined): Field<string> | undefined {
  return /^(?:ZZ|PXC)$/i.test(qualifier?.text ?? "") && /^\w{10}$/.test(id?.text ?? "")
    ? readUpperCase(target, id)
    : undefined;
}
