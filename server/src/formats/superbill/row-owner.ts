import { findPayer, unknownPayer } from "../../data/payers.ts";
import { type Field, type Part, fieldOf } from "../../text/span.ts";
import type { Line, Piece } from "./line.ts";
import type { Row } from "./row.ts";
import { type Table, columnOf, sameTable } from "./table.ts";
import type { Target } from "./target.ts";

/** Whose line a row is, and who pays for it, as columns of its table say. */
export interface RowOwner {
  /** Upper case, letters and digits alone. */
  readonly subject: Field<string> | undefined;
  readonly payer: Field<string> | undefined;
}

interface OwnedRow {
  readonly table: Table | undefined;
  readonly owner: RowOwner;
}

/** A blank cell under a name repeats it; under a payer, where the patient is the same. */
export function readOwner(
  { part }: Target,
  line: Line,
  row: Row,
  table: Table | undefined,
  above: OwnedRow | undefined,
): RowOwner {
  const own = row.subject === undefined && row.payer === undefined ? nobody : ownerIn(part, line, row);
  return table !== undefined && sameTable(above?.table, table) ? completed(own, above?.owner ?? own) : own;
}

const nobody: RowOwner = { subject: undefined, payer: undefined };

function ownerIn(part: Part, line: Line, row: Row): RowOwner {
  const fieldIn = (piece: Piece | undefined, valueOf: (text: string) => string): Field<string> | undefined => {
    const value = piece && valueOf(piece.text);
    return piece && value ? fieldOf(part, line.start + piece.start, line.start + piece.end, value) : undefined;
  };
  return { subject: fieldIn(row.subject, nameIn), payer: fieldIn(row.payer, String) };
}

function completed(own: RowOwner, above: RowOwner): RowOwner {
  if (own === nobody && above === nobody) return nobody;
  const subject = own.subject ?? above.subject;
  const isOfSame = subject?.value === above.subject?.value;
  return { subject, payer: own.payer ?? (isOfSame ? above.payer : undefined) };
}

/** How a name or number is compared: offices write `Moss, Edna` and `MOSS,EDNA`. */
function nameIn(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * The payer of rows that name theirs: the one that all of them say, or an empty name, which is no payer's, where they differ.
 * Undefined where no row names one.
 */
export function payerOfRows(rows: readonly OwnedRow[]): Field<string> | undefined {
  const asked = rows.filter(({ table }) => table !== undefined && columnOf(table, "payer") !== undefined);
  const first = asked.find(({ owner }) => owner.payer !== undefined)?.owner.payer;
  if (first === undefined || asked.every(({ owner }) => isSamePayer(first.value, owner.payer?.value))) return first;
  return fieldOf(first.part, first.start, first.end, "");
}

function isSamePayer(first: string, second: string | undefined): boolean {
  if (second === undefined) return false;
  if (nameIn(first) === nameIn(second)) return true;
  const profile = findPayer({ name: first });
  return profile !== unknownPayer && profile === findPayer({ name: second });
}
