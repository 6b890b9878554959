import type { Edit } from "../../text/edit.ts";
import { type RowText, fillCell, padded } from "./row-text.ts";
import { columnOf } from "./table.ts";

/** The ways to write a row's units, the likeliest first. Not every one reads back as it should. */
export function waysToWriteUnits(row: RowText, to: number): readonly (readonly Edit[] | undefined)[] {
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
export function endOfWord(text: string, offset: number): number {
  return offset + (/^\S*/.exec(text.slice(offset))?.[0].length ?? 0);
}
