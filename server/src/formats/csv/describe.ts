import { spanOf } from "../../text/span.ts";
import type { Description, PartReading } from "../format.ts";
import { fieldTexts } from "../superbill/field-names.ts";
import { textOfMeaning } from "./column.ts";
import { type CsvRecord, pieceOfCell, readRecord } from "./record.ts";
import { type CsvPart, isCsvPart } from "./state.ts";
import type { Column, CsvTable } from "./table.ts";

/** Tells what a column's name, a cell below it or a label stands for, and how else it may be written. */
export function describe(part: PartReading, offset: number): Description | undefined {
  if (!isCsvPart(part)) return undefined;
  const { header, after } = part;
  const { table } = after;
  if (table === undefined) return undefined;
  if (header !== undefined && offset >= header) return describeName(part, table, header, offset);
  return describeLabel(part, offset) ?? describeCell(part, table, offset);
}

function describeName(part: CsvPart, table: CsvTable, header: number, offset: number): Description | undefined {
  const found = cellAt(part, readRecord(part.text, header, table.separator), table, offset);
  const text = found?.column.meaning && textOfMeaning(found.column.meaning);
  return (
    found && text && { span: found.span, title: text.title, text: withSpellings(text.text, text.names, text.title) }
  );
}

function describeLabel(part: CsvPart, offset: number): Description | undefined {
  const place = part.labels.find(({ label }) => label.start <= offset && offset <= label.end);
  const text = place === undefined ? undefined : fieldTexts.find(({ field }) => field === place.field);
  if (place === undefined || text === undefined) return undefined;
  const span = spanOf(part, place.label.start, place.label.end);
  return { span, title: text.title, text: withSpellings(text.text, text.labels, text.title) };
}

/** Far below its header, a cell alone does not tell what it is. */
function describeCell(part: CsvPart, table: CsvTable, offset: number): Description | undefined {
  if (part.claims.length === 0) return undefined;
  const found = cellAt(part, recordAt(part, table, offset), table, offset);
  const text = found?.column.meaning && textOfMeaning(found.column.meaning);
  if (found === undefined || text === undefined) return undefined;
  return { span: found.span, title: `${found.column.name}: ${text.title}`, text: text.text };
}

function recordAt({ text }: CsvPart, { separator }: CsvTable, offset: number): CsvRecord {
  for (let at = 0; ;) {
    const record = readRecord(text, at, separator);
    if (offset <= record.end || record.next >= text.length || record.next === at) return record;
    at = record.next;
  }
}

interface FoundCell {
  readonly column: Column;
  readonly span: Description["span"];
}

function cellAt(part: CsvPart, record: CsvRecord, table: CsvTable, offset: number): FoundCell | undefined {
  const place = record.cells.findIndex(({ start, end }) => start <= offset && offset <= end);
  const [cell, column] = [record.cells[place], table.columns[place]];
  if (cell === undefined || column === undefined) return undefined;
  const { text, start, end } = pieceOfCell(part.text, cell, 0);
  return text === "" ? undefined : { column, span: spanOf(part, start, end) };
}

function withSpellings(text: string, names: readonly string[], title: string): string {
  return title === "Not read" ? text : `${text} Also written: ${names.slice(0, mostSpellings).join(", ")}.`;
}

/** The spellings are listed by how common they are. */
const mostSpellings = 8;
