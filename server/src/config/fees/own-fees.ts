import { parseDate, toCalendarDate } from "../../formats/superbill/written-date.ts";
import { isEmptyValue, parseMoney } from "../../formats/superbill/written-value.ts";
import type { OwnFee } from "../../ledger/fees/fee-tables.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import type { Dated } from "../../model/tables.ts";
import { type FoundHeader, findHeader, placeOf, readCode } from "./columns.ts";

export interface OwnFeeColumns extends FoundHeader {
  readonly places: Readonly<Record<Column, number>>;
}

type Column = keyof typeof columns;

/** As offices and systems head their lists. A column of charges is none of allowed amounts. */
const columns = {
  code: /^(?:cpt|hcpcs|cpt hcpcs|hcpcs cpt|proc|procedure|service|svc)?(?: ?code)?$/,
  modifier: /^(?:mods?|modifiers?)(?: ?1| codes?)?$/,
  amount:
    /^(?:(?:(?:medicare|allowed|contract(?:ed)?|nonfac|unit|max(?:imum)?|approved|our)\b ?)*(?:amount|amt|fee|rate|allowed|allowable|allowance|price)(?: schedule)?(?: amount| amt)?(?: per unit)?)$/,
  from: /^(?:valid |effective |eff |start |begin )?(?:from|start|begin|effective|eff)(?: date)?$|^(?:effective|eff|start|begin) date$/,
  to: /^(?:valid |effective )?(?:to|thru|through|until|end|term|termination|expires|expiration)(?: date)?$/,
};

/** Undefined where the records are not the beginning of such a list. */
export function findOwnFees(head: readonly (readonly string[])[]): OwnFeeColumns | undefined {
  for (const [place, cells] of head.entries()) {
    // What stands above the header of an office's list is a title, and no part of the names.
    const header = findHeader([cells], (name) => name !== "" && columns.code.test(name));
    if (header === undefined) continue;
    const places = Object.fromEntries(
      Object.entries(columns).map(([column, kind]) => [
        column,
        placeOf(header.names, new RegExp(`(?=.)(?:${kind.source})`)),
      ]),
    ) as Record<Column, number>;
    if (places.amount >= 0) return { names: header.names, place, title: "", places };
  }
  return undefined;
}

/** `blank` where nothing is stated, an amount of nothing included; undefined where something can't be read. */
export function readOwnFee(cells: readonly string[], { places }: OwnFeeColumns): OwnFee | "blank" | undefined {
  if (cells.every((cell) => isEmptyValue(cell))) return "blank";
  const code = readCode(cells[places.code]);
  // A heading among the rows has neither.
  if (code === undefined && isEmptyValue(cells[places.amount] ?? "")) return "blank";
  const dates = readDates(cells[places.from], cells[places.to]);
  const modifiers = readModifiers(cells[places.modifier]);
  if (code === undefined || dates === undefined || modifiers === undefined) return undefined;
  const amount = readAmount(cells[places.amount]);
  if (amount === undefined || amount < 0) return undefined;
  return amount === 0 ? "blank" : { code, modifiers, amount, ...dates };
}

/** Undefined also where the row ends before its column: a quotation mark may have swallowed it. */
function readAmount(cell: string | undefined): Cents | undefined {
  if (cell === undefined) return undefined;
  return isEmptyValue(cell) ? 0 : parseMoney(cell);
}

function readDates(first: string | undefined, last: string | undefined): Dated | undefined {
  const from = readDay(first);
  const to = readDay(last);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** Null where none is written; undefined where what is written is no date. */
function readDay(cell = ""): CalendarDate | null | undefined {
  if (isEmptyValue(cell)) return null;
  const date = parseDate(cell);
  return date && toCalendarDate(date);
}

function readModifiers(cell = ""): readonly string[] | undefined {
  if (isEmptyValue(cell)) return [];
  const modifiers = cell.toUpperCase().split(/[\s,;/:+-]+/);
  return modifiers.every((modifier) => /^[A-Z0-9]{2}$/.test(modifier)) ? modifiers : undefined;
}
