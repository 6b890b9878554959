import type { SourceText } from "../../text/source-text.ts";
import type { ColumnKind } from "../superbill/column-names.ts";
import type { FieldName } from "../superbill/field-names.ts";
import { parseDate } from "../superbill/written-date.ts";
import { isPlainlyMoney } from "../superbill/written-value.ts";
import { type Meaning, findMeaning, isVague, nearestColumn } from "./column.ts";
import { type CsvRecord, type Separator, pieceOfCell, readRecord, separators } from "./record.ts";

export interface Column {
  /** As the header writes it. */
  readonly name: string;
  /** Undefined where it is not known, or where another column says the same. */
  readonly meaning: Meaning | undefined;
  /** The known name that this one is nearly; only modifiers are read under such a name. */
  readonly nearest?: string;
}

/** What a header row says of the rows below it. Two of the same text are the same. */
export interface CsvTable {
  readonly header: string;
  readonly separator: Separator;
  readonly columns: readonly Column[];
  /** Places of the columns that tell claims apart. */
  readonly code: number;
  readonly date: number | undefined;
  readonly claimId: number | undefined;
  readonly payer: number | undefined;
  readonly persons: readonly number[];
  /** Of those, names and the office's own numbers. */
  readonly names: readonly number[];
}

/** Wider tables are exports of something else. */
const mostColumns = 400;

/** Every name of the code column holds one of these: most rows are no header at a glance. */
const codeColumn = /code|cpt|hcpc|proc|24d|fl\s?44/i;

/** The table whose columns a record names, or undefined where it is no header. */
export function readHeader(text: SourceText, record: CsvRecord, separator: Separator): CsvTable | undefined {
  const { cells, start, end } = record;
  if (cells.length < 2 || cells.length > mostColumns) return undefined;
  if (!mayBeHeader(text, start, end)) return undefined;
  const header = text.slice(start, end);
  const names = cells.map((cell) => pieceOfCell(text, cell, start).text.replace(/\s+/g, " "));
  if (names.some((name) => isPlainlyMoney(name) || parseDate(name) !== undefined)) return undefined;
  const meanings = withoutSeconds(
    names,
    names.map((name) => (name === "" ? undefined : findMeaning(name))),
  );
  return isHeader(meanings) ? tableOf(header, separator, names, meanings) : undefined;
}

/** Whether a stretch of the text holds what every header does. */
export function mayBeHeader(text: SourceText, start: number, end: number): boolean {
  return end - start <= longestHeader && codeColumn.test(text.slice(start, end));
}

const longestHeader = 16_000;

/** The first column of a kind that the table has. */
export function placeOfKind({ columns }: CsvTable, kind: ColumnKind): number | undefined {
  return placeWhere(columns, (meaning) => meaning.of === "line" && meaning.kind === kind);
}

export function placesOfKind({ columns }: CsvTable, kind: ColumnKind): readonly number[] {
  return placesWhere(columns, (meaning) => meaning.of === "line" && meaning.kind === kind);
}

export function placeOfField({ columns }: CsvTable, field: FieldName): number | undefined {
  return placeWhere(columns, (meaning) => meaning.of === "claim" && meaning.label.field === field);
}

export function sameTable(first: CsvTable | undefined, second: CsvTable | undefined): boolean {
  return first?.header === second?.header && first?.separator === second?.separator;
}

/** A header row and where it stands. */
export interface FoundHeader {
  readonly table: CsvTable;
  readonly record: CsvRecord;
}

/** The first header row in the text's beginning, cut by whichever separator makes the most known columns of it. */
export function findHeader(text: SourceText): FoundHeader | undefined {
  let best: FoundHeader | undefined;
  for (const separator of separators) {
    const found = firstHeader(text, separator);
    if (found === undefined) continue;
    const isEarlier = best === undefined || found.record.start < best.record.start;
    if (isEarlier || (found.record.start === best?.record.start && knownCount(found) > knownCount(best))) best = found;
  }
  return best;
}

/** Where a header row is looked for. */
const beginning = { characters: 16_384, records: 100 };

function firstHeader(text: SourceText, separator: Separator): FoundHeader | undefined {
  let at = 0;
  for (let count = 0; at < text.length && at < beginning.characters && count < beginning.records; count++) {
    const record = readRecord(text, at, separator);
    const table = readHeader(text, record, separator);
    if (table !== undefined) return { table, record };
    at = record.next;
  }
  return undefined;
}

export function knownCount({ table }: FoundHeader): number {
  return table.columns.filter(({ meaning }) => meaning !== undefined).length;
}

/** Beside codes a service has a date, units, modifiers or an amount. */
function isHeader(meanings: readonly (Meaning | undefined)[]): boolean {
  const kinds = new Set(meanings.flatMap((meaning) => (meaning?.of === "line" ? [meaning.kind] : [])));
  return kinds.has("code") && besideCodes.some((kind) => kinds.has(kind));
}

const besideCodes: readonly ColumnKind[] = ["date", "units", "modifiers", "charge", "minutes", "allowed"];

function tableOf(
  header: string,
  separator: Separator,
  names: readonly string[],
  meanings: readonly (Meaning | undefined)[],
): CsvTable {
  const columns = columnsOf(names, meanings);
  const ofField = (...fields: FieldName[]): readonly number[] =>
    placesWhere(columns, (meaning) => meaning.of === "claim" && fields.includes(meaning.label.field));
  const keys = placesWhere(columns, (meaning) => meaning.of === "own" && meaning.column === "patientKey");
  return {
    header,
    separator,
    columns,
    code: placeWhere(columns, (meaning) => meaning.of === "line" && meaning.kind === "code") ?? 0,
    date: placeWhere(columns, (meaning) => meaning.of === "line" && meaning.kind === "date"),
    claimId: ofField("claimId")[0],
    payer: ofField("payer")[0],
    persons: [...ofField("patient", "birthDate", "beneficiaryId", "uncertainId"), ...keys],
    names: [...ofField("patient"), ...keys],
  };
}

/**
 * A mistyped column of modifiers is read all the same, since lines without them would be found wrong, and mended; of all others it is
 * only said.
 */
function columnsOf(names: readonly string[], meanings: readonly (Meaning | undefined)[]): readonly Column[] {
  const held = new Set(meanings.flatMap((meaning) => (meaning === undefined ? [] : [kindOf(meaning)])));
  return names.map((name, place): Column => {
    const meaning = meanings[place];
    const nearest = meaning !== undefined || findMeaning(name) !== undefined ? undefined : nearestColumn(name);
    if (nearest === undefined || (held.has(kindOf(nearest.meaning)) && !mayRepeat(nearest.meaning)))
      return { name, meaning };
    const isModifiers = nearest.meaning.of === "line" && nearest.meaning.kind === "modifiers";
    return { name, meaning: isModifiers ? nearest.meaning : undefined, nearest: nearest.name };
  });
}

type Test = (meaning: Meaning) => boolean;

function placeWhere(columns: readonly Column[], test: Test): number | undefined {
  const place = columns.findIndex(({ meaning }) => meaning !== undefined && test(meaning));
  return place < 0 ? undefined : place;
}

function placesWhere(columns: readonly Column[], test: Test): readonly number[] {
  return columns.flatMap(({ meaning }, place) => (meaning !== undefined && test(meaning) ? [place] : []));
}

/** Of several columns of one kind the first holds, or the first whose name is not vague. Lists may have several columns. */
function withoutSeconds(
  names: readonly string[],
  meanings: readonly (Meaning | undefined)[],
): readonly (Meaning | undefined)[] {
  const holding = new Map<string, number>();
  for (const [place, meaning] of meanings.entries()) {
    if (meaning === undefined) continue;
    const kind = kindOf(meaning);
    const known = holding.get(kind);
    if (known === undefined || (isVague(names[known] ?? "") && !isVague(names[place] ?? ""))) holding.set(kind, place);
  }
  return meanings.map((meaning, place) =>
    meaning === undefined || mayRepeat(meaning) || holding.get(kindOf(meaning)) === place ? meaning : undefined,
  );
}

function kindOf(meaning: Meaning): string {
  if (meaning.of === "own") return meaning.column;
  if (meaning.of === "claim") return `${meaning.label.field} ${meaning.label.letter ?? ""}`;
  return `${meaning.kind} ${meaning.clinician ?? ""}`;
}

function mayRepeat(meaning: Meaning): boolean {
  if (meaning.of === "own") return meaning.column === "patientKey";
  if (meaning.of === "line")
    return meaning.kind === "modifiers" || meaning.kind === "pointers" || meaning.kind === "ignored";
  return repeatable.has(meaning.label.field);
}

/** A claim has several of these. */
const repeatable: ReadonlySet<FieldName> = new Set<FieldName>([
  "diagnosis",
  "occurrence",
  "recertification",
  "taxonomy",
  "ignored",
]);
