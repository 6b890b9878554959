import { readFreeRow } from "./free-row.ts";
import { isUnticked, withoutRowMarks } from "./row-marks.ts";
import type { Row } from "./row.ts";
import { readTableRow } from "./table-row.ts";
import type { Table } from "./table.ts";

const longestRow = 1000;

/** A line as a service line of the table in force, else as one that needs no header. */
export function readRow(line: string, table: Table | undefined): Row | undefined {
  if ((line.length > longestRow && line.trim().length > longestRow) || isUnticked(line)) return undefined;
  const plain = withoutRowMarks(line);
  return (table === undefined ? undefined : readTableRow(plain, table)) ?? readFreeRow(plain);
}
