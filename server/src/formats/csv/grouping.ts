import type { SourceText } from "../../text/source-text.ts";
import { type CsvRecord, pieceOfCell } from "./record.ts";
import type { CsvTable } from "./table.ts";

/** What tells the claim of one row from that of another; blank where the row does not say. */
export interface RowKey extends Words {
  readonly claimId: string;
  readonly date: string;
  readonly payer: string;
  /** Names, numbers and birth dates. */
  readonly persons: readonly string[];
  /** Those of them that are names, or the office's own numbers. */
  readonly names: readonly string[];
}

/** The cells of a key: as they are written, and as they are compared. */
interface Words {
  readonly written: readonly string[];
  readonly compared: readonly string[];
}

/** What the rows of a claim have said so far. */
export interface Group extends Omit<RowKey, keyof Words> {
  readonly rowCount: number;
}

/**
 * Undefined for a row whose code has no digit: a line of sums, a payment, an empty one belongs to what stands above it.
 *
 * @param above that of a row above, which mostly says the same
 */
export function keyOf(text: SourceText, record: CsvRecord, table: CsvTable, above?: Words): RowKey | undefined {
  const textAt = (place: number | undefined): string => {
    const cell = place === undefined ? undefined : record.cells[place];
    return cell === undefined ? "" : pieceOfCell(text, cell, 0).text;
  };
  if (!/\d/.test(textAt(table.code))) return undefined;
  const words = { written: [] as string[], compared: [] as string[] };
  const comparedAt = (place: number | undefined): string => {
    const word = textAt(place);
    const index = words.written.push(word) - 1;
    const value = (above?.written[index] === word ? above.compared[index] : undefined) ?? compared(word);
    words.compared.push(value);
    return value;
  };
  return {
    claimId: comparedAt(table.claimId),
    date: textAt(table.date),
    payer: comparedAt(table.payer),
    persons: table.persons.map(comparedAt),
    names: table.names.map(comparedAt),
    ...words,
  };
}

/** The claims that are read together, as far as the row: its own claim's group, which it may begin. */
export interface Grouping {
  readonly group: Group;
  readonly beginsClaim: boolean;
}

/** Where a row goes below the rows of a group; undefined where it begins what is read on its own. */
export function grouped(key: RowKey, group: Group | undefined): Grouping | undefined {
  if (group === undefined) return { group: { ...key, rowCount: 1 }, beginsClaim: true };
  if (belongs(key, group)) return { group: withRow(group, key), beginsClaim: false };
  if (!continuesPerson(key, group)) return undefined;
  return { group: { ...key, persons: group.persons, names: group.names, rowCount: 1 }, beginsClaim: true };
}

/**
 * Whether a row belongs to the claim above it. Rows of one claim stand together: they have its number, or, where no claim has one, its
 * patient and its date. A blank cell repeats what stands above.
 */
function belongs(key: RowKey, group: Group): boolean {
  if (group.rowCount >= mostRows || !isSamePerson(key, group) || !agree(key.payer, group.payer)) return false;
  if (key.claimId !== "" || group.claimId !== "")
    return agree(key.claimId, group.claimId) && !isNumberedBehind(key, group);
  return agree(key.date, group.date);
}

/** An institutional claim has no more lines. */
const mostRows = 999;

/** The group with one more row. */
function withRow(group: Group, key: RowKey): Group {
  return {
    claimId: group.claimId || key.claimId,
    date: group.date || key.date,
    payer: group.payer || key.payer,
    persons: filled(group.persons, key.persons),
    names: filled(group.names, key.names),
    rowCount: group.rowCount + 1,
  };
}

function filled(above: readonly string[], below: readonly string[]): readonly string[] {
  return above.map((person, index) => person || (below[index] ?? ""));
}

/** Whether a row begins another claim of the patient named above, whose cells it leaves blank: `Rivera, Ana` stands once above her visits. */
function continuesPerson(key: RowKey, group: Group): boolean {
  return (
    key.claimId === "" && key.persons.every((person) => person === "") && group.persons.some((person) => person !== "")
  );
}

/** Rows of one claim number and one name are one claim, though one of them has another birth date or member id: it is mistyped. */
function isSamePerson(key: RowKey, group: Group): boolean {
  if (key.persons.every((person, index) => agree(person, group.persons[index] ?? ""))) return true;
  const isNamed = key.claimId !== "" && key.claimId === group.claimId && key.names.some((name) => name !== "");
  return isNamed && key.names.every((name, index) => name === group.names[index]);
}

/** A row with a number stands below rows without one. */
function isNumberedBehind(key: RowKey, group: Group): boolean {
  return group.claimId === "" && key.claimId !== "";
}

function agree(first: string, second: string): boolean {
  return first === "" || second === "" || first === second;
}

/** Offices write `Moss, Edna` and `MOSS,EDNA`. */
function compared(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
