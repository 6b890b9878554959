import { readFreeRow } from "./free-row.ts";
import { isUnticked, withoutRowMarks } from "./row-marks.ts";
import type { Row } from "./row.ts";
import { readTableRow } from "./table-row.ts";
import type { Table } from "./table.ts";

const longestRow = 1000;

/** A line as a service line of the table in force, else as one that needs no header. */
export function readRow(line: string, table: Table | undefined): Row | undefined {
  if (!mayBeRow(line)) return undefined;
  const plain = withoutRowMarks(line);
  return (table === undefined ? undefined : readTableRow(plain, table)) ?? readFreeRow(plain);
}

/** A line as a service line of a table; undefined where it is one only that needs no header. */
export function readRowOf(table: Table, line: string): Row | undefined {
  return mayBeRow(line) ? readTableRow(withoutRowMarks(line), table) : undefined;
}

function mayBeRow(line: string): boolean {
  return (line.length <= longestRow || line.trim().length <= longestRow) && !isUnticked(line);
}
