import type { Format } from "../format.ts";
import { readingWith } from "../part-reader.ts";
import { describe } from "./describe.ts";
import { csvReader } from "./reader.ts";
import { isBlankRecord, readRecord } from "./record.ts";
import { type CsvTable, findHeader, knownCount } from "./table.ts";
import { write } from "./write.ts";

/** A table of claims with commas, semicolons, tabs or bars between its cells, as billing systems export it: one row a service line. */
export const csvFormat: Format = {
  id: "csv",
  ...readingWith(csvReader),
  write,
  // A line that is none of the table would be one in the system that takes the file up.
  silence: () => ({ impossible: "CSV has no comments; a rule can be turned off in the settings." }),
  describe,
  layOut: () => undefined,
  recognizes,
};

/**
 * A header row comes first, most of whose names are known, and rows of as many cells come below it. Above it stand at most lines that a
 * spreadsheet filled up with separators to the width of the table, and the one that says which separator that is.
 */
function recognizes(beginning: string): boolean {
  const found = findHeader(beginning);
  if (found === undefined || !areFilledUp(beginning.slice(0, found.record.start), found.table)) return false;
  const { table, record } = found;
  const known = knownCount(found);
  if (known < leastKnown || known * 2 < table.columns.filter(({ name }) => name !== "").length) return false;
  for (let at = record.next, count = 0; at < beginning.length && count < rowsLookedAt; count++) {
    const row = readRecord(beginning, at, table.separator);
    if (row.next >= beginning.length) return true;
    if (!isBlankRecord(row) && row.cells.length < table.columns.length / 2) return false;
    at = row.next;
  }
  return true;
}

function areFilledUp(above: string, { columns, separator }: CsvTable): boolean {
  for (let at = 0; at < above.length;) {
    const row = readRecord(above, at, separator);
    const isMark = /^\uFEFF?sep=.$/i.test(above.slice(row.start, row.end));
    const [last] = row.cells.slice(-1);
    const isFilledUp = row.cells.length === columns.length && last?.innerStart === last?.innerEnd;
    if (!isBlankRecord(row) && !isMark && !isFilledUp) return false;
    at = row.next;
  }
  return true;
}

const leastKnown = 3;
const rowsLookedAt = 5;
