import { readFreeRow } from "./free-row.ts";
import type { Row } from "./row.ts";
import { readTableRow } from "./table-row.ts";
import type { Table } from "./table.ts";

const longestRow = 1000;

/** A line as a service line of the table in force, else as one that needs no header. */
export function readRow(line: string, table: Table | undefined): Row | undefined {
  if (line.trim().length > longestRow) return undefined;
  return (table === undefined ? undefined : readTableRow(line, table)) ?? readFreeRow(line);
}
