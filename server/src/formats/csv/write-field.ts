import type { Change, Impossible, SettableField } from "../../model/change.ts";
import { type PartEdit, textOf } from "../../text/span.ts";
import { plainClaim } from "../claim-view.ts";
import { holdsSpan } from "../superbill/write-value.ts";
import { readAgain } from "./read-again.ts";
import { escaped } from "./record.ts";
import { type CsvTable, placeOfField, placeOfKind } from "./table.ts";
import { writeValue } from "./write-value.ts";
import { type WrittenRow, editsOf, notUnderHeader, placedIn, writtenRow } from "./written-row.ts";

type FieldChange = Extract<Change, { kind: "field" }>;

/** Sets a field in its column, in every row of the claim; a payer that a line above the rows names, there. No column is added. */
export function writeField(change: FieldChange): readonly PartEdit[] | Impossible {
  const { claim, field } = change;
  const rows = claim.serviceLines.flatMap((line) => writtenRow(line) ?? []);
  const [first] = rows;
  if (first === undefined || rows.length < claim.serviceLines.length) return { impossible: notUnderHeader };
  const place = settable[field].place(first.table);
  if (place === undefined) return writeAbove(change);
  if (field !== "note") return writeInRows(change, [first, ...rows.slice(1)], place);
  if (!isEmptyCell(first, place)) return { impossible: "The first row of the claim has a note already." };
  return writeInRows(change, [first], place);
}

function writeAbove({ claim, field, to }: FieldChange): readonly PartEdit[] | Impossible {
  const stated = field === "payer" ? claim.payer.name : undefined;
  if (stated !== undefined && stated.part !== claim.part)
    return writeValue({ kind: "value", of: claim, at: stated, to });
  return { impossible: `The table has no column for ${settable[field].name}, and none is added by itself.` };
}

function writeInRows(
  { claim, to }: FieldChange,
  rows: readonly [WrittenRow, ...WrittenRow[]],
  place: number,
): readonly PartEdit[] | Impossible {
  const [{ part }] = rows;
  const edits = rows.flatMap((row) => editsOf(row, [{ place, stretch: undefined, newText: to }]));
  const after = readAgain(part, edits)?.claims[part.claims.indexOf(claim)];
  const isRead =
    after !== undefined && (to === "" || holdsSpan(plainClaim(after), (span) => textOf(span) === escaped(to)));
  const isWhole = after?.serviceLines.length === claim.serviceLines.length;
  return isRead && isWhole ? placedIn(part, edits) : { impossible: "The value would not be read." };
}

interface Settable {
  readonly name: string;
  place(table: CsvTable): number | undefined;
}

const settable: Readonly<Record<SettableField, Settable>> = {
  payer: { name: "the payer", place: (table) => table.payer },
  usedAmountPtSlp: { name: "the used amount", place: (table) => placeOfField(table, "usedPtSlp") },
  usedAmountOt: { name: "the used amount", place: (table) => placeOfField(table, "usedOt") },
  note: { name: "notes", place: (table) => placeOfKind(table, "note") },
};

function isEmptyCell({ record }: WrittenRow, place: number): boolean {
  const cell = record.cells[place];
  return cell === undefined || cell.innerStart === cell.innerEnd;
}
