import type { Change, Impossible } from "../../model/change.ts";
import type { Claim } from "../../model/claim.ts";
import type { Edit } from "../../text/edit.ts";
import { type PartEdit, type Span, textOf } from "../../text/span.ts";
import { plainClaim } from "../claim-view.ts";
import { holdsSpan } from "../superbill/write-value.ts";
import { readAgain } from "./read-again.ts";
import { type CsvRecord, type Separator, escaped } from "./record.ts";
import { type CsvPart, isCsvPart } from "./state.ts";
import type { Column, CsvTable } from "./table.ts";
import { editOfCell, placedIn, recordAround } from "./written-row.ts";

type ValueChange = Extract<Change, { kind: "value" }>;

/** Replaces the text of one value. What every row of the claim repeats is replaced in all of them. */
export function writeValue(change: ValueChange): readonly PartEdit[] | Impossible {
  const { of, at } = change;
  const { part } = at;
  // A value that holds quotation marks is known as it stands, with each of them doubled.
  const to = textOf(at).includes('""') ? change.to.replaceAll('""', '"') : change.to;
  const table = isCsvPart(part) ? part.after.table : undefined;
  if (!isCsvPart(part) || table === undefined) return { impossible: "The value is none of a table of claims." };
  const edits = editsOfValue(part, table, of, at, to);
  return readsBack(part, edits, at, to) ? placedIn(part, edits) : { impossible: "The value would not be read." };
}

function editsOfValue(part: CsvPart, table: CsvTable, claim: Claim, at: Span, to: string): readonly Edit[] {
  const record = recordAround(at, table.separator);
  const place = placeIn(record, at);
  const cell = record.cells[place];
  if (cell === undefined) return [];
  const edit = editOfCell(part.text, cell, table.separator, at, to);
  if (part !== claim.part || !isRepeated(table.columns[place])) return [edit];
  const [from, end] = [at.start - cell.innerStart, at.end - cell.innerStart];
  const said = part.text.slice(cell.innerStart, cell.innerEnd);
  const others = otherRecords(claim, record, table.separator).flatMap((other) => {
    const same = other.cells[place];
    if (same === undefined || part.text.slice(same.innerStart, same.innerEnd) !== said) return [];
    const stretch = { start: same.innerStart + from, end: same.innerStart + end };
    return [editOfCell(part.text, same, table.separator, stretch, to)];
  });
  return [edit, ...others];
}

function placeIn({ cells }: CsvRecord, { start }: Span): number {
  return cells.findIndex((cell) => cell.start <= start && start <= cell.end);
}

/** Whether the rows of a claim say the same in a column: a field of the claim, or its diagnoses. */
function isRepeated(column: Column | undefined): boolean {
  const meaning = column?.meaning;
  return meaning !== undefined && (meaning.of !== "line" || meaning.kind === "pointers");
}

function otherRecords(claim: Claim, own: CsvRecord, separator: Separator): readonly CsvRecord[] {
  return claim.serviceLines.map(({ span }) => recordAround(span, separator)).filter(({ start }) => start !== own.start);
}

/** Whether as many claims and lines are read as before, with no other problem, and the value where it stands now. */
function readsBack(part: CsvPart, edits: readonly Edit[], at: Span, to: string): boolean {
  const [own] = edits;
  const after = own === undefined ? undefined : readAgain(part, edits);
  if (own === undefined || after === undefined || after.problems.length > part.problems.length) return false;
  const counts = (one: CsvPart): string => one.claims.map(({ serviceLines }) => serviceLines.length).join();
  if (counts(part) !== counts(after)) return false;
  const shift = edits
    .filter(({ start }) => start < own.start)
    .reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0);
  const isWhole = own.newText.startsWith('"') && !to.startsWith('"');
  const start = at.start + shift + (isWhole ? 1 : 0);
  const stands = (span: Span): boolean =>
    span.part === after && span.start === start && span.end - span.start === escaped(to).length;
  return to === "" || holdsSpan({ claims: after.claims.map(plainClaim), defaults: after.after.defaults }, stands);
}
