import type { Change, Impossible } from "../../model/change.ts";
import type { Edit } from "../../text/edit.ts";
import { type PartEdit, spanOf } from "../../text/span.ts";
import type { Reading } from "../format.ts";
import { lineAround } from "./part-lines.ts";
import { leavesOtherLines } from "./read-back.ts";
import { rowAt } from "./row-at.ts";
import { type RowText, type Wanted, padded, readsAs } from "./row-text.ts";
import { isSuperbillPart } from "./superbill-part.ts";
import { writeField } from "./write-field.ts";
import { waysToWriteModifiers } from "./write-modifiers.ts";
import { removeRow } from "./write-removal.ts";
import { splitRow } from "./write-split.ts";
import { writeOccurrence } from "./write-occurrence.ts";
import { waysToWriteUnits } from "./write-units.ts";
import { writeValue } from "./write-value.ts";

/** The smallest edits that make a change, in the way the line is written. Every one is read back before it is offered. */
export function write(change: Change, reading: Reading): readonly PartEdit[] | Impossible {
  switch (change.kind) {
    case "field":
      return writeField(change, reading);
    case "value":
      return writeValue(change, reading);
    case "occurrence":
      return writeOccurrence(change, reading);
    case "removal":
      return removeRow(change.line, reading);
    case "split":
      return splitRow(change.line, change.into, reading);
    default:
      return writeInRow(change, reading);
  }
}

type ChangeInRow = Extract<Change, { kind: "modifiers" | "units" | "procedure" }>;

function writeInRow(change: ChangeInRow, reading: Reading): readonly PartEdit[] | Impossible {
  const { part, span } = change.line;
  const at = lineAround(part.text, span.start);
  const row = isSuperbillPart(part) ? rowAt(part, at) : undefined;
  if (row === undefined) return { impossible: "The line is no service line of a superbill." };
  const [ways, wanted, reason] = plan(change, row);
  const edits = ways.find((way) => way !== undefined && readsAs(row, way, wanted));
  if (edits === undefined) return { impossible: reason };
  const placed = edits.map(({ start, end, newText }) => ({
    span: spanOf(part, at.start + start, at.start + end),
    newText,
  }));
  const isAlone = change.kind !== "units" || placed.length === 0 || leavesOtherLines(reading, placed, change.line);
  return isAlone ? placed : { impossible: "Another row of the table would be read otherwise." };
}

type Ways = readonly (readonly Edit[] | undefined)[];

function plan(change: ChangeInRow, row: RowText): readonly [Ways, Wanted, string] {
  switch (change.kind) {
    case "modifiers":
      return [
        waysToWriteModifiers(row, change.to),
        { modifiers: change.to },
        "The line has no place for these modifiers.",
      ];
    case "units":
      return [waysToWriteUnits(row, change.to), { units: change.to }, "The table has no column for units."];
    case "procedure": {
      const { start, end } = row.row.procedure;
      const way = padded(
        row,
        [{ start, end, newText: change.to }],
        row.row.modifiers[row.row.tiedModifiers - 1]?.end ?? end,
      );
      return [[way], { procedure: change.to }, "This code cannot stand in this line."];
    }
  }
}
