import type { Change, Impossible } from "../../model/change.ts";
import type { ServiceLine } from "../../model/claim.ts";
import { type PartEdit, fieldOf } from "../../text/span.ts";
import { plainLine } from "../claim-view.ts";
import type { Reading } from "../format.ts";
import { shownLine } from "../superbill/read-back.ts";
import { readsBack } from "./read-again.ts";
import { placeOfKind } from "./table.ts";
import { modifierChanges, nearbyRows } from "./write-modifiers.ts";
import {
  type CellChange,
  type WrittenRow,
  editsOf,
  notUnderHeader,
  placeOf,
  placedIn,
  writtenRow,
} from "./written-row.ts";

type ChangeInRow = Extract<Change, { kind: "modifiers" | "units" | "procedure" }>;

/** Changes the modifiers, the units or the code of a row. */
export function writeInRow(change: ChangeInRow, reading: Reading): readonly PartEdit[] | Impossible {
  const { line } = change;
  const row = writtenRow(line);
  if (row === undefined) return { impossible: notUnderHeader };
  const changes = changesOf(change, row, reading);
  if (changes === undefined) return { impossible: reasons[change.kind] };
  const edits = editsOf(row, changes);
  const wanted = shownLine(wantedLine(change));
  return readsBack(row.part, edits, line, (lines, index) => lines.with(index, wanted))
    ? placedIn(row.part, edits)
    : { impossible: reasons[change.kind] };
}

const reasons: Readonly<Record<ChangeInRow["kind"], string>> = {
  modifiers: "The table has no column for these modifiers.",
  units: "The table has no column for units.",
  procedure: "This code cannot stand in this row.",
};

function changesOf(change: ChangeInRow, row: WrittenRow, reading: Reading): readonly CellChange[] | undefined {
  const { procedure } = row.row;
  switch (change.kind) {
    case "modifiers":
      return modifierChanges(row, change.to, nearbyRows(change.line, reading));
    case "units":
      return unitChanges(row, change.to);
    case "procedure":
      return [{ place: placeOf(row, procedure), stretch: procedure, newText: change.to }];
  }
}

/** The change that puts units in a row; undefined where it has no place for them. */
export function unitChanges(row: WrittenRow, to: number): readonly CellChange[] | undefined {
  const place = placeOfKind(row.table, "units");
  return place === undefined ? undefined : [{ place, stretch: row.row.units, newText: String(to) }];
}

/** The line as it is meant after the change. */
function wantedLine(change: ChangeInRow): ServiceLine {
  const { line } = change;
  const { part, start, end } = line.procedure;
  if (change.kind === "units") return { ...plainLine(line), units: fieldOf(part, start, end, change.to) };
  if (change.kind === "procedure")
    return { ...plainLine(line), procedure: fieldOf(part, start, end, change.to.toUpperCase()) };
  return { ...plainLine(line), modifiers: change.to.map((value) => fieldOf(part, start, end, value.toUpperCase())) };
}
