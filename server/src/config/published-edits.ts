import { type CalendarDate, dateOf, parseIsoDate } from "../model/date.ts";
import type { CodePair, EditSetting, UnitLimit } from "../model/tables.ts";

/** A row of CMS's published table of pairs; undefined for headings and what is no row. */
export function readPairRow(row: string): CodePair | undefined {
  const [column1, column2, , effective, deletion = "", indicator] = cellsOf(row);
  if (!isCode(column1) || !isCode(column2) || !isIndicator(indicator)) return undefined;
  const from = readDate(effective);
  const to = deletion === "" || deletion === "*" ? null : readDate(deletion);
  if (from === undefined || to === undefined) return undefined;
  // An edit that was withdrawn as if it had never been ends before it begins.
  const inForce = to !== null && to <= from ? null : { from, to };
  return { column1, column2, indicator: indicators[indicator], inForce, deletedOn: to };
}

const indicators = { "0": 0, "1": 1, "9": 9 } as const;

function isIndicator(cell: string | undefined): cell is keyof typeof indicators {
  return cell !== undefined && cell in indicators;
}

/** A row of CMS's published table of unit limits; undefined for headings and what is no row. */
export function readLimitRow(row: string): UnitLimit | undefined {
  const [code, units = "", adjudication = ""] = cellsOf(row);
  const [indicator] = /^[123](?=\b)/.exec(adjudication) ?? [];
  if (!isCode(code) || !/^\d{1,4}$/.test(units) || indicator === undefined) return undefined;
  return { code, units: Number(units), indicator: Number(indicator) as UnitLimit["indicator"] };
}

/** Which of the two tables a file is, by its headings or its name; undefined where neither tells. */
export function settingOfTable(name: string, headings: string): EditSetting | undefined {
  const words = `${name} ${headings}`.toLowerCase();
  const isHospital = /oph|hosp|opps|outpatient/.test(words);
  const isPractitioner = /pra|practitioner/.test(words);
  if (isHospital === isPractitioner) return undefined;
  return isHospital ? "outpatient-hospital" : "practitioner";
}

/** The day from which a table holds, where its name says so: `…Eff_10-01-2026.csv`. */
export function effectiveDateIn(name: string): CalendarDate | undefined {
  const [, month, day, year] = /(\d{1,2})[-_.](\d{1,2})[-_.](20\d\d)/.exec(name) ?? [];
  return year === undefined ? undefined : dateOf(Number(year), Number(month), Number(day));
}

/** Cut by tabs, else by commas; quotes around a cell go. */
function cellsOf(row: string): readonly string[] {
  const cells = row.includes("\t") ? row.split("\t") : (row.match(/"(?:[^"]|"")*"|[^,]+|(?<=,|^)(?=,|$)/g) ?? []);
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/s, "$1")
      .trim(),
  );
}

function isCode(cell: string | undefined): cell is string {
  return cell !== undefined && /^[0-9A-Z]\d{3}[0-9A-Z]$/.test(cell);
}

function readDate(cell = ""): CalendarDate | undefined {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(cell) ?? [];
  return year === undefined ? parseIsoDate(cell) : dateOf(Number(year), Number(month), Number(day));
}
