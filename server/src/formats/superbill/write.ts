import type { Change, Impossible } from "../../model/change.ts";
import type { Edit } from "../../text/edit.ts";
import { type PartEdit, spanOf } from "../../text/span.ts";
import type { Reading } from "../format.ts";
import type { Line } from "./line.ts";
import { lineAround } from "./part-lines.ts";
import { readRow } from "./row-reader.ts";
import { type RowText, type Wanted, fillCell, padded, readsAs } from "./row-text.ts";
import { type SuperbillPart, isSuperbillPart, tableAt } from "./superbill-part.ts";
import { columnOf } from "./table.ts";
import { writeField } from "./write-field.ts";
import { writeRows } from "./write-rows.ts";
import { waysToWriteModifiers } from "./write-modifiers.ts";

/** The smallest edits that make a change, in the way the line is written. Every one is read back before it is offered. */
export function write(change: Change, reading: Reading): readonly PartEdit[] | Impossible {
  if (change.kind === "field") return writeField(change, reading);
  if (change.kind === "value") return [{ span: change.at, newText: change.to }];
  if (change.kind === "removal" || change.kind === "split") return writeRows(change);
  const { part, span } = change.line;
  const at = lineAround(part.text, span.start);
  const row = isSuperbillPart(part) ? rowText(part, at) : undefined;
  if (row === undefined || !isSuperbillPart(part)) return { impossible: "The line is no service line of a superbill." };
  const [ways, wanted, reason] = plan(change, row);
  const edits = ways.find((way) => way !== undefined && readsAs(row, way, wanted));
  return edits === undefined ? { impossible: reason } : edits.map((edit) => partEdit(part, at, edit));
}

type Ways = readonly (readonly Edit[] | undefined)[];

function plan(
  change: Extract<Change, { kind: "modifiers" | "units" | "procedure" }>,
  row: RowText,
): readonly [Ways, Wanted, string] {
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

function waysToWriteUnits(row: RowText, to: number): Ways {
  const { units, procedure, modifiers, tiedModifiers } = row.row;
  const newText = String(to);
  if (units !== undefined) {
    const edit = { start: units.start, end: units.end, newText };
    return [padded(row, [edit], endOfWord(row.text, units.end)), [edit]];
  }
  const column = row.table === undefined ? undefined : columnOf(row.table, "units");
  const behind = modifiers[tiedModifiers - 1]?.end ?? procedure.end;
  const free = { start: behind, end: behind, newText: ` x${newText}` };
  return [
    column === undefined ? undefined : fillCell(row, column, newText),
    row.table?.cut === undefined ? [free] : undefined,
  ];
}

/** Behind `2` in `2u`. */
function endOfWord(text: string, offset: number): number {
  return offset + (/^\S*/.exec(text.slice(offset))?.[0].length ?? 0);
}

function rowText(part: SuperbillPart, at: Line): RowText | undefined {
  const table = tableAt(part, at.start);
  const row = readRow(at.text, table);
  return row === undefined ? undefined : { text: at.text, table, row, neighbours: () => neighboursOf(part, at) };
}

/** The other service lines of the part, the nearest first, of two as near the one above. */
function neighboursOf(part: SuperbillPart, at: Line): readonly RowText[] {
  const starts = part.claims
    .flatMap((claim) => claim.serviceLines)
    .map((line) => lineAround(part.text, line.span.start));
  const own = starts.findIndex((line) => line.start === at.start);
  return starts
    .map((line, index) => ({ line, distance: Math.abs(index - own) }))
    .filter(({ distance }) => distance > 0)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostNeighbours)
    .flatMap(({ line }) => rowText(part, line) ?? []);
}

const mostNeighbours = 20;

function partEdit(part: SuperbillPart, at: Line, { start, end, newText }: Edit): PartEdit {
  return { span: spanOf(part, at.start + start, at.start + end), newText };
}
