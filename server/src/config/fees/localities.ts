import type { RelativeValues } from "../../ledger/fees/unit-fee.ts";
import { type FoundHeader, findHeader, placeOf, readDecimal } from "./columns.ts";

/** A row of CMS's file of geographic adjustments (GPCI). */
export interface Locality {
  /** Five digits. */
  readonly carrier: string;
  /** Two digits. */
  readonly number: string;
  readonly name: string;
  readonly adjustment: RelativeValues;
}

export interface LocalityColumns extends FoundHeader {
  readonly places: Readonly<Record<Column, number>>;
}

type Column = keyof typeof columns;

const columns = {
  carrier: /\b(?:mac|contractor|carrier)(?: number)?$|\bmedicare administrative contractor\b/,
  number: /\blocality(?: number| code| no)?$/,
  name: /\blocality name$/,
  // Where a file has both, that with the floor of 1.0 is paid.
  work: /\b(?:pw|work) gpci\b(?! without)/,
  practiceExpense: /\b(?:pe|practice expense) gpci\b/,
  malpractice: /\b(?:mp|malpractice|pli) gpci\b/,
};

/** Undefined where the records are not the beginning of such a file. */
export function findLocalities(head: readonly (readonly string[])[]): LocalityColumns | undefined {
  const header = findHeader(head, (name) => /\bgpci\b/.test(name) && !/\bgpcis\b/.test(name));
  if (header === undefined) return undefined;
  const places = Object.fromEntries(
    Object.entries(columns).map(([column, kind]) => [column, placeOf(header.names, kind)]),
  ) as Record<Column, number>;
  return Object.values(places).every((place) => place >= 0) ? { ...header, places } : undefined;
}

/** Undefined for what is no row. */
export function readLocality(cells: readonly string[], { places }: LocalityColumns): Locality | undefined {
  const carrier = cells[places.carrier] ?? "";
  const number = cells[places.number] ?? "";
  const work = readDecimal(cells[places.work]);
  const practiceExpense = readDecimal(cells[places.practiceExpense]);
  const malpractice = readDecimal(cells[places.malpractice]);
  if (work === undefined || practiceExpense === undefined || malpractice === undefined) return undefined;
  if (!/^\d{4,5}$/.test(carrier) || !/^\d{1,2}$/.test(number)) return undefined;
  return {
    // A spreadsheet takes leading zeros away.
    carrier: carrier.padStart(5, "0"),
    number: number.padStart(2, "0"),
    name: plainName(cells[places.name] ?? ""),
    adjustment: { work, practiceExpense, malpractice },
  };
}

/** A locality as a user names it: a carrier with its number, a number alone, or a name. */
export interface WantedLocality {
  readonly carrier: string | undefined;
  readonly number: string | undefined;
  readonly name: string | undefined;
}

/** `01112 05`, `01112-05`, `0111205`, `05`, `SAN FRANCISCO`. */
export function wantedLocality(text: string): WantedLocality {
  const [, carrier, number] = /^(?:(\d{5})[\s/-]*)?(\d{2})$/.exec(text.trim()) ?? [];
  if (number !== undefined) return { carrier, number, name: undefined };
  return { carrier: undefined, number: undefined, name: plainName(text) };
}

export function isWanted(
  locality: Pick<Locality, "carrier" | "number"> & { readonly name?: string },
  wanted: WantedLocality,
): boolean {
  if (wanted.name !== undefined) return locality.name === wanted.name;
  return locality.number === wanted.number && (wanted.carrier === undefined || locality.carrier === wanted.carrier);
}

/** Without case, punctuation, and the asterisk that points to a footnote. */
function plainName(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, " ")
    .trim();
}
