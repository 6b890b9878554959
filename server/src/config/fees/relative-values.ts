import type { PublishedFee } from "../../ledger/fees/fee-tables.ts";
import { type RelativeValues, unitFeeOf } from "../../ledger/fees/unit-fee.ts";
import { findProcedure } from "../../data/procedures.ts";
import type { CalendarDate } from "../../model/date.ts";
import { type FoundHeader, findHeader, placeOf, readCode, readDecimal } from "./columns.ts";

/** A row of CMS's file of relative values (PPRRVU). */
export interface RelativeValueRow {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly work: number;
  readonly nonFacilityExpense: number;
  readonly facilityExpense: number;
  readonly malpractice: number;
  readonly conversionFactor: number | undefined;
  readonly isReduced: boolean;
}

export interface RelativeValueColumns extends FoundHeader {
  readonly places: Readonly<Record<Column, number>>;
  /** Columns without which nothing can be computed, and which the file lacks, in words. */
  readonly missing: readonly string[];
}

type Column = keyof typeof columns;

const columns = {
  code: /\bhcpcs(?: code)?$|\bcpt(?: code)?$/,
  modifier: /\bmod(?:ifier)?$/,
  status: /\bstatus(?: code)?$/,
  work: /\bwork rvus?$/,
  // Before 2014 two sets stand beside one another; the transitional one, which was paid, comes first.
  nonFacilityExpense: /\bnonfac pe rvus?$/,
  facilityExpense: /(?:^|\s)fac pe rvus?$/,
  malpractice: /\b(?:mp|malpractice) rvus?$/,
  multipleProcedures: /\bmult(?:iple)? (?:proc(?:edures?)?|surg(?:ery)?)\b/,
  conversionFactor: /\bconv(?:ersion)? factor$/,
};

const needed: readonly (readonly [Column, string])[] = [
  ["work", "work RVU"],
  ["nonFacilityExpense", "non-facility PE RVU"],
  ["malpractice", "MP RVU"],
];

/** Undefined where the records are not the beginning of such a file. */
export function findRelativeValues(head: readonly (readonly string[])[]): RelativeValueColumns | undefined {
  const header = findHeader(head, (name) => /^(?:hcpcs|cpt)(?: code)?$/.test(name));
  if (header === undefined || !header.names.some((name) => /\brvus?$/.test(name))) return undefined;
  const places = Object.fromEntries(
    Object.entries(columns).map(([column, kind]) => [column, placeOf(header.names, kind)]),
  ) as Record<Column, number>;
  return { ...header, places, missing: needed.flatMap(([column, words]) => (places[column] < 0 ? [words] : [])) };
}

/** Undefined for what is no row, and for codes that the schedule does not pay by these values. */
export function readRelativeValues(
  cells: readonly string[],
  { places }: RelativeValueColumns,
): RelativeValueRow | undefined {
  const code = readCode(cells[places.code]);
  const work = readDecimal(cells[places.work]);
  const nonFacilityExpense = readDecimal(cells[places.nonFacilityExpense]);
  const malpractice = readDecimal(cells[places.malpractice]);
  if (code === undefined || work === undefined || nonFacilityExpense === undefined || malpractice === undefined) {
    return undefined;
  }
  if (!isPaid(cells[places.status]) || work + nonFacilityExpense + malpractice === 0) return undefined;
  return {
    code,
    modifiers: modifiersIn(cells[places.modifier]),
    work,
    nonFacilityExpense,
    facilityExpense: readDecimal(cells[places.facilityExpense]) ?? nonFacilityExpense,
    malpractice,
    conversionFactor: readDecimal(cells[places.conversionFactor]) || undefined,
    isReduced: isReduced(code, cells[places.multipleProcedures]),
  };
}

/** The cell of a column that holds none or one. */
export function modifiersIn(cell = ""): readonly string[] {
  return cell === "" ? [] : [cell.toUpperCase()];
}

function isReduced(code: string, indicator: string | undefined): boolean {
  return indicator === undefined ? findProcedure(code)?.isReduced === true : isTherapyReduction(indicator);
}

/** Active, restricted, and injections; for the others the values are not used, or there are none. */
export function isPaid(status: string | undefined): boolean {
  return status === undefined || ["A", "R", "T"].includes(status.toUpperCase());
}

/** The indicator of the therapy reduction among those of multiple procedures. */
export function isTherapyReduction(indicator: string | undefined): boolean {
  return indicator === "5";
}

/** What the row comes to; undefined where no conversion factor is known. */
export function feeOfRelativeValues(
  row: RelativeValueRow,
  from: CalendarDate,
  setting: {
    readonly adjustment: RelativeValues;
    readonly isNational: boolean;
    readonly conversionFactor: number | undefined;
  },
): PublishedFee | undefined {
  const conversionFactor = row.conversionFactor ?? setting.conversionFactor;
  if (conversionFactor === undefined) return undefined;
  const { code, modifiers, work, malpractice, isReduced } = row;
  const { adjustment, isNational } = setting;
  const feeWith = (practiceExpense: number): PublishedFee["facility"] =>
    unitFeeOf({ work, practiceExpense, malpractice }, adjustment, { conversionFactor, isReduced });
  return {
    code,
    modifiers,
    from,
    isNational,
    nonFacility: feeWith(row.nonFacilityExpense),
    facility: feeWith(row.facilityExpense),
  };
}
