import type { Format } from "../format.ts";
import { readingWith } from "../part-reader.ts";
import { describe } from "./describe.ts";
import { csvReader } from "./reader.ts";
import { isBlankRecord, readRecord } from "./record.ts";
import { findHeader, knownCount } from "./table.ts";
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

/** A header row comes first, most of whose names are known, and rows of as many cells come below it. */
function recognizes(beginning: string): boolean {
  const found = findHeader(beginning);
  if (found === undefined || beginning.slice(0, found.record.start).trim() !== "") return false;
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

const leastKnown = 3;
const rowsLookedAt = 5;
