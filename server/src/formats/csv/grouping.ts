import type { SourceText } from "../../text/source-text.ts";
import { cellOf, stretchOfCell } from "./record.ts";
import type { RecordScan } from "./record-scan.ts";
import type { CsvTable } from "./table.ts";
import {
  type Place,
  holdsDigit,
  isEmpty,
  isSameText,
  isSilent,
  nowhere,
  repeatsText,
  saysSame,
} from "./words-compared.ts";

/** Where in the text stands what tells the claim of one row from that of another; nowhere where the row does not say. */
interface RowKey {
  readonly claimId: Place;
  readonly date: Place;
  readonly payer: Place;
  /** Names, numbers and birth dates. */
  readonly persons: readonly Place[];
  /** Those of them that are names, or the office's own numbers. */
  readonly names: readonly Place[];
}

/** What the rows of a claim have said so far. */
interface Group extends RowKey {
  rowCount: number;
}

/**
 * Where a row goes: to the claim above it; it begins another claim of that patient; or one of another patient, which is read on its
 * own. `none` where its code has no digit: a line of sums, a payment, an empty one belongs to what stands above it.
 */
export type RowPlace = "none" | "same claim" | "same patient" | "another";

/** Whether a digit stands in the row's column of codes. */
export function namesCode(text: SourceText, row: RecordScan, { code }: CsvTable): boolean {
  if (code >= row.count || row.isUnclosed(code)) return false;
  return holdsDigit(text, row.innerStartOf(code), row.innerEndOf(code));
}

/** Puts the rows of a text to their claims, one row below the other. They are compared where they stand. */
export class RowGroups {
  readonly #text: SourceText;
  readonly #table: CsvTable;
  /** The row above, which mostly says the same. */
  #above: RowKey | undefined;
  #group: Group | undefined;

  constructor(text: SourceText, table: CsvTable) {
    this.#text = text;
    this.#table = table;
  }

  take(row: RecordScan): RowPlace {
    if (!namesCode(this.#text, row, this.#table)) return "none";
    if (this.#repeats(row)) return "same claim";
    const key = this.#keyOf(row);
    this.#above = key;
    const group = this.#group;
    if (group !== undefined && belongs(this.#text, key, group)) {
      this.#group = withRow(group, key);
      return "same claim";
    }
    if (group !== undefined && continuesPerson(key, group)) {
      this.#group = { ...key, persons: group.persons, names: group.names, rowCount: 1 };
      return "same patient";
    }
    this.#group = { ...key, rowCount: 1 };
    return "another";
  }

  /** Whether a row says what the one above it does, and so goes where that one went. */
  #repeats(row: RecordScan): boolean {
    const [above, group] = [this.#above, this.#group];
    if (above === undefined || group === undefined || group.rowCount >= mostRows || row.hasUnclosed) return false;
    const { claimId, date, payer, persons } = this.#table;
    const isSame =
      this.#repeatsAt(row, claimId, above.claimId) &&
      this.#repeatsAt(row, date, above.date) &&
      this.#repeatsAt(row, payer, above.payer) &&
      persons.every((place, index) => this.#repeatsAt(row, place, above.persons[index] ?? nowhere));
    if (isSame) group.rowCount++;
    return isSame;
  }

  #repeatsAt(row: RecordScan, place: number | undefined, above: Place): boolean {
    if (place === undefined || place >= row.count) return isEmpty(above);
    return repeatsText(this.#text, row.innerStartOf(place), row.innerEndOf(place), above);
  }

  #keyOf(row: RecordScan): RowKey {
    const placeOf = (place: number | undefined): Place => {
      if (place === undefined || place >= row.count) return nowhere;
      return stretchOfCell(this.#text, cellOf(row, place));
    };
    const wordAt = (place: number | undefined): Place => {
      const word = placeOf(place);
      return isSilent(this.#text, word) ? nowhere : word;
    };
    const { claimId, date, payer, persons, names } = this.#table;
    return {
      claimId: wordAt(claimId),
      date: placeOf(date),
      payer: wordAt(payer),
      persons: persons.map(wordAt),
      names: names.map(wordAt),
    };
  }
}

/**
 * Whether a row belongs to the claim above it. Rows of one claim stand together: they have its number, or, where no claim has one, its
 * patient and its date. A blank cell repeats what stands above.
 */
function belongs(text: SourceText, key: RowKey, group: Group): boolean {
  if (group.rowCount >= mostRows || !isSamePerson(text, key, group) || !agree(text, key.payer, group.payer))
    return false;
  if (!isEmpty(key.claimId) || !isEmpty(group.claimId))
    return agree(text, key.claimId, group.claimId) && !isNumberedBehind(key, group);
  return isEmpty(key.date) || isEmpty(group.date) || isSameText(text, key.date, group.date);
}

/** An institutional claim has no more lines. */
const mostRows = 999;

/** The group with one more row. */
function withRow(group: Group, key: RowKey): Group {
  return {
    claimId: filled(group.claimId, key.claimId),
    date: filled(group.date, key.date),
    payer: filled(group.payer, key.payer),
    persons: group.persons.map((person, index) => filled(person, key.persons[index] ?? nowhere)),
    names: group.names.map((name, index) => filled(name, key.names[index] ?? nowhere)),
    rowCount: group.rowCount + 1,
  };
}

function filled(above: Place, below: Place): Place {
  return isEmpty(above) ? below : above;
}

/** Whether a row begins another claim of the patient named above, whose cells it leaves blank: `Rivera, Ana` stands once above her visits. */
function continuesPerson(key: RowKey, group: Group): boolean {
  return isEmpty(key.claimId) && key.persons.every(isEmpty) && !group.persons.every(isEmpty);
}

/** Rows of one claim number and one name are one claim, though one of them has another birth date or member id: it is mistyped. */
function isSamePerson(text: SourceText, key: RowKey, group: Group): boolean {
  if (key.persons.every((person, index) => agree(text, person, group.persons[index] ?? nowhere))) return true;
  const isNamed =
    !isEmpty(key.claimId) && saysSame(text, key.claimId, group.claimId) && key.names.some((name) => !isEmpty(name));
  return isNamed && key.names.every((name, index) => saysSame(text, name, group.names[index] ?? nowhere));
}

/** A row with a number stands below rows without one. */
function isNumberedBehind(key: RowKey, group: Group): boolean {
  return isEmpty(group.claimId) && !isEmpty(key.claimId);
}

function agree(text: SourceText, first: Place, second: Place): boolean {
  return isEmpty(first) || isEmpty(second) || saysSame(text, first, second);
}
