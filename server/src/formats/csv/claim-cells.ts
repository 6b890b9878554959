import type { DateRange } from "../../model/claim.ts";
import type { Cents } from "../../model/money.ts";
import type { Field } from "../../text/span.ts";
import { readField } from "../superbill/field-reader.ts";
import { readDateIn } from "../superbill/field-dates.ts";
import type { FieldName } from "../superbill/field-names.ts";
import { type FieldValues, newFieldValues } from "../superbill/field-values.ts";
import type { Label } from "../superbill/labels.ts";
import type { Piece } from "../superbill/line.ts";
import { type Target, field, shifted } from "../superbill/target.ts";
import { type WrittenField, unreadable } from "../superbill/written-field.ts";
import type { WrittenDate } from "../superbill/written-date.ts";
import { parseMoney } from "../superbill/written-value.ts";
import type { OwnColumn } from "./column-texts.ts";
import type { TableCell } from "./row.ts";
import type { Column } from "./table.ts";

/** A claim whose rows repeat its fields. */
export interface Repeating extends Target {
  readonly values: FieldValues;
  /** What each column last said: it is read once. */
  readonly said: Map<Column, string>;
  /** What each row says that the whole claim is charged. */
  readonly totals: Field<Cents>[];
}

/** Reads what a row says of its claim. The first of a kind holds, as in the fields of a superbill. */
export function readClaimCells(claim: Repeating, rowStart: number, cells: readonly TableCell[]): void {
  const own: Partial<Record<OwnColumn, Piece>> = {};
  for (const { column, piece } of cells) {
    const { meaning } = column;
    if (meaning === undefined || meaning.of === "line") continue;
    const isTotal = meaning.of === "own" && meaning.column === "claimTotal";
    if (!isTotal && claim.said.get(column) === piece.text) continue;
    const isRepeated = claim.said.has(column);
    claim.said.set(column, piece.text);
    const value = shifted(piece, rowStart);
    if (meaning.of === "own") own[meaning.column] = value;
    else readClaimCell(claim, writtenField(column.name, meaning.label, value), isRepeated);
  }
  readOwn(claim, own);
}

function readClaimCell(claim: Repeating, written: WrittenField, isRepeated: boolean): void {
  const name = written.meaning.field;
  if (isRepeated && contradicts(claim, written)) unreadable(claim, written.value, otherwise);
  if (!isReadElsewhere(name) && !(isRepeated && isUsed(name))) readField(claim, claim.values, written);
}

const otherwise = "An earlier row of this claim says otherwise, and that one counts";

/** Whether a value is another one than the claim has, of those of which a claim has one only. */
function contradicts(claim: Repeating, written: WrittenField): boolean {
  const name = ofWholeClaim.find((one) => one === written.meaning.field);
  if (name === undefined) return false;
  const alone = newFieldValues();
  readField({ ...claim, problems: [] }, alone, written);
  const [first, second] = [claim.values, alone].map(({ texts, birthDate }) =>
    name === "birthDate" ? birthDate && dayOf(birthDate.value) : texts[name]?.value,
  );
  return first !== undefined && second !== undefined && first !== second;
}

const ofWholeClaim = ["birthDate", "beneficiaryId", "referringNpi", "billingNpi", "taxId", "frequency"] as const;

/** One row may write the year with two digits, another with four. */
function dayOf({ year = 0, month, day }: WrittenDate): string {
  return [year % 100, month, day].join("-");
}

/** A column of used amounts that is left empty says that the amount is not known. */
export function readEmptyAmounts(claim: Repeating, columns: readonly Column[], at: number): void {
  for (const column of columns) {
    const { meaning, name } = column;
    if (meaning?.of !== "claim" || !isUsed(meaning.label.field) || claim.said.has(column)) continue;
    readField(claim, claim.values, writtenField(name, meaning.label, { text: "", start: at, end: at }));
  }
}

/** The value of a cell as that of a label; the label itself stands in another part. */
export function writtenField(name: string, meaning: Label, value: Piece): WrittenField {
  const label = { text: name, start: value.start, end: value.start };
  return { label, meaning, value, company: companyIn(name) };
}

/** Whose taxonomy a column is, by its name. */
function companyIn(name: string): FieldName | undefined {
  if (/^(?:rend|provider|therapist)/i.test(name)) return "therapist";
  return /^ref/i.test(name) ? "referring" : undefined;
}

/** Diagnoses are read row by row, and a line's charge is no total. */
function isReadElsewhere(name: FieldName): boolean {
  return name === "diagnosis" || name === "total" || name === "ignored" || name === "dateOfService";
}

function isUsed(name: FieldName): boolean {
  return name === "usedPtSlp" || name === "usedOt";
}

function readOwn(claim: Repeating, own: Partial<Record<OwnColumn, Piece>>): void {
  const { values } = claim;
  const plan = periodOf(claim, own.planStart, own.planEnd);
  if (plan !== undefined) values.plans.push({ period: plan, isRenewal: false, discipline: undefined });
  values.statementPeriod ??= periodOf(claim, own.statementStart, own.statementEnd);
  if (own.usedAsOf !== undefined) dateUsedAmounts(claim, own.usedAsOf);
  if (own.claimTotal !== undefined) readTotal(claim, own.claimTotal);
}

/** Its span is that of the first day: its halves need not stand side by side. */
function periodOf(claim: Repeating, first: Piece | undefined, last: Piece | undefined): Field<DateRange> | undefined {
  const from = first && readDateIn(claim, first);
  const to = last && readDateIn(claim, last);
  return from && { ...from, value: { from: from.value, to: to?.value } };
}

function dateUsedAmounts(claim: Repeating, piece: Piece): void {
  const asOf = readDateIn(claim, piece);
  const { statedAmounts } = claim.values;
  // An amount of an unknown day could be taken for one of another year.
  const dated = statedAmounts.map((stated) =>
    stated.asOf === undefined ? { ...stated, asOf, ...(asOf === undefined && { amount: undefined }) } : stated,
  );
  statedAmounts.splice(0, statedAmounts.length, ...dated);
}

function readTotal(claim: Repeating, piece: Piece): void {
  const cents = parseMoney(piece.text);
  if (cents === undefined) unreadable(claim, piece, "The total is no amount: write 168.00 or $1,234.56");
  else claim.totals.push(field(claim, piece, cents));
}
