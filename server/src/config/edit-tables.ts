import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { builtInLimits, builtInPairs, indexLimits, indexPairs } from "../data/edits.ts";
import { findProcedure } from "../data/procedures.ts";
import type { OwnTables } from "../lint/environment.ts";
import type { CalendarDate } from "../model/date.ts";
import type { CodePair, EditSetting, EditTable, UnitLimit } from "../model/tables.ts";
import { effectiveDateIn, readLimitRow, readPairRow, settingOfTable } from "./published-edits.ts";
import type { TablePaths } from "./settings.ts";

export interface TablesReading {
  readonly tables: OwnTables;
  /** What could not be read, a sentence each, with the file's name and nothing of its folder. */
  readonly problems: readonly string[];
}

/** Rows at the top of a file that are read as its headings. */
const headingRows = 12;

/**
 * Reads CMS's own files, as text or CSV, in place of the built-in tables. A whole table of pairs has millions of rows: what is no
 * therapy code's is let go while the file is read. `today` dates limits whose file does not say from when they hold.
 */
export async function loadTables({ ncci, mue }: TablePaths, today: CalendarDate): Promise<TablesReading> {
  const problems: string[] = [];
  const pairs = await loadPairs(ncci, problems);
  const limits = await loadLimits(mue, today, problems);
  return { tables: { ...(pairs && { pairs }), ...(limits && { limits }) }, problems };
}

async function loadPairs(
  paths: readonly string[],
  problems: string[],
): Promise<EditTable<ReturnType<typeof indexPairs>> | undefined> {
  const found: Record<EditSetting, CodePair[]> = { practitioner: [], "outpatient-hospital": [] };
  let newest: CalendarDate | undefined;
  for (const path of paths) {
    let newestOfFile: CalendarDate | undefined;
    const file = await readTable(path, readPairRow, problems, (pair) => {
      newestOfFile = later(newestOfFile, pair.inForce?.from ?? undefined);
      return isOfTherapy(pair.column1) && isOfTherapy(pair.column2);
    });
    if (file === undefined) continue;
    newest = later(newest, newestOfFile);
    found[file.setting].push(...file.rows);
  }
  if (newest === undefined) return undefined;
  const { practitioner, "outpatient-hospital": hospital } = found;
  return {
    snapshot: newest,
    source: { title: "CMS NCCI procedure-to-procedure edits, your own file", evidence: "verified" },
    edits: {
      practitioner: practitioner.length > 0 ? indexPairs(practitioner) : builtInPairs.edits.practitioner,
      "outpatient-hospital": hospital.length > 0 ? indexPairs(hospital) : builtInPairs.edits["outpatient-hospital"],
    },
  };
}

async function loadLimits(
  paths: readonly string[],
  today: CalendarDate,
  problems: string[],
): Promise<EditTable<ReturnType<typeof indexLimits>> | undefined> {
  const found: Record<EditSetting, UnitLimit[]> = { practitioner: [], "outpatient-hospital": [] };
  let snapshot: CalendarDate | undefined;
  for (const path of paths) {
    const file = await readTable(path, readLimitRow, problems, ({ code }) => isOfTherapy(code));
    if (file === undefined) continue;
    snapshot ??= effectiveDateIn(basename(path)) ?? today;
    found[file.setting].push(...file.rows);
  }
  if (snapshot === undefined) return undefined;
  const { practitioner, "outpatient-hospital": hospital } = found;
  return {
    snapshot,
    source: { title: "CMS medically unlikely edits, your own file", evidence: "verified" },
    edits: {
      practitioner: practitioner.length > 0 ? indexLimits(practitioner) : builtInLimits.edits.practitioner,
      "outpatient-hospital": hospital.length > 0 ? indexLimits(hospital) : builtInLimits.edits["outpatient-hospital"],
    },
  };
}

function later(one: CalendarDate | undefined, other: CalendarDate | undefined): CalendarDate | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one;
}

/** The codes of the table, and the office visits that stand beside them. */
function isOfTherapy(code: string): boolean {
  return findProcedure(code) !== undefined || /^99(?:20[2-5]|21[1-5])$/.test(code);
}

interface ReadTable<Row> {
  readonly setting: EditSetting;
  readonly rows: readonly Row[];
}

async function readTable<Row>(
  path: string,
  readRow: (row: string) => Row | undefined,
  problems: string[],
  isKept: (row: Row) => boolean,
): Promise<ReadTable<Row> | undefined> {
  const name = basename(path);
  const rows: Row[] = [];
  let count = 0;
  const headings: string[] = [];
  try {
    const lines = createInterface({ input: createReadStream(path, "latin1"), crlfDelay: Infinity });
    for await (const line of lines) {
      const row = readRow(line);
      if (row !== undefined) {
        count++;
        if (isKept(row)) rows.push(row);
      } else if (headings.length < headingRows) headings.push(line);
    }
  } catch {
    problems.push(`${name} could not be read.`);
    return undefined;
  }
  const setting = settingOfTable(name, headings.join(" "));
  if (count === 0) problems.push(`${name} holds no row of CMS's table, as text or CSV.`);
  else if (setting === undefined) {
    problems.push(`${name} does not say whether it is the practitioners' table or the outpatient hospitals'.`);
  }
  return count === 0 || setting === undefined ? undefined : { setting, rows };
}
