import type { PublishedFee } from "../../ledger/fees/fee-tables.ts";
import type { UnitFee } from "../../ledger/fees/unit-fee.ts";
import type { CalendarDate } from "../../model/date.ts";
import { type WantedLocality, isWanted } from "./localities.ts";
import { readCode, readDecimal } from "./columns.ts";
import { isPaid, isTherapyReduction, modifiersIn } from "./relative-values.ts";

/** A row of CMS's file of payment amounts (PFALL and its revisions), which has no header. */
export interface PaymentRow {
  readonly year: number;
  /** Five digits. */
  readonly carrier: string;
  /** Two digits. */
  readonly number: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  /** In dollars. */
  readonly nonFacility: number;
  readonly facility: number;
  /** With half of the practice expense, in an office; undefined where nothing is reduced. */
  readonly reduced: number | undefined;
}

/**
 * Undefined for what is no row, and for rows of other localities than the one that is wanted. The order of cells is that of CMS's own description: year, carrier, locality, code, modifier,
 * non-facility and facility amount, an empty one, PC/TC, status, multiple procedures, reduced amounts of offices and of institutions,
 * and what the outpatient hospital's rate limits.
 */
export function readPayment(cells: readonly string[], wanted?: WantedLocality): PaymentRow | undefined {
  const place = placeIn(cells);
  if (place === undefined || (wanted !== undefined && !isWanted(place, wanted))) return undefined;
  const code = readCode(cells[3]);
  const nonFacility = readDecimal(cells[5]);
  const facility = readDecimal(cells[6]);
  if (code === undefined || nonFacility === undefined || facility === undefined) return undefined;
  return {
    ...place,
    code,
    modifiers: modifiersIn(cells[4]),
    nonFacility: isPaid(cells[9]) ? nonFacility : 0,
    facility,
    reduced: isTherapyReduction(cells[10]) ? reducedAmount(cells[11], nonFacility) : undefined,
  };
}

/** A spreadsheet takes leading zeros away. */
function placeIn(cells: readonly string[]): Pick<PaymentRow, "year" | "carrier" | "number"> | undefined {
  const [year = "", carrier = "", number = ""] = cells;
  if (cells.length < leastCells || !/^20\d\d$/.test(year)) return undefined;
  if (!/^\d{4,5}$/.test(carrier) || !/^\d\d?$/.test(number)) return undefined;
  return { year: Number(year), carrier: carrier.padStart(5, "0"), number: number.padStart(2, "0") };
}

/** Half of the practice expense is at most half of the whole. */
function reducedAmount(cell: string | undefined, full: number): number | undefined {
  const amount = readDecimal(cell);
  return amount !== undefined && amount * 2 >= full && amount < full ? amount : undefined;
}

/** As far as the amount with half of the practice expense; what stands behind is not needed. */
const leastCells = 12;

/** Undefined where nothing is paid by this amount. */
export function feeOfPayment(row: PaymentRow, from: CalendarDate): PublishedFee | undefined {
  if (row.nonFacility === 0) return undefined;
  const { code, modifiers, nonFacility, facility, reduced = nonFacility } = row;
  const full = cents(nonFacility);
  return {
    code,
    modifiers,
    from,
    isNational: false,
    nonFacility: { full, reduced: cents(reduced) },
    facility: unreduced(cents(facility)),
  };
}

function unreduced(full: number): UnitFee {
  return { full, reduced: full };
}

function cents(dollars: number): number {
  return Math.round(dollars * 100);
}
