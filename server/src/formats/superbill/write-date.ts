import type { Edit } from "../../text/edit.ts";
import { type RowText, fillCell } from "./row-text.ts";
import { columnOf } from "./table.ts";

/** The edits that put a date into a row that has none: in its column, or before all else; undefined where it has no place. */
export function fillDate(row: RowText, date: string): readonly Edit[] | undefined {
  const column = row.table === undefined ? undefined : columnOf(row.table, "date");
  if (column !== undefined) return fillCell(row, column, date);
  const start = /^\uFEFF?\s*/.exec(row.text)?.[0].length ?? 0;
  return row.table === undefined ? [{ start, end: start, newText: `${date} ` }] : undefined;
}
