/** The names of a table's columns, lower case, letters and digits alone, and the record under which its rows stand. */
export interface FoundHeader {
  readonly names: readonly string[];
  /** Among the records at the file's beginning, from 0. */
  readonly place: number;
  /** What stands above it. */
  readonly title: string;
}

/**
 * Finds the header among a file's first records. CMS writes one over several rows, of which the last holds a cell that `isKey` knows;
 * a column's name is then all that stands over one another.
 */
export function findHeader(
  head: readonly (readonly string[])[],
  isKey: (name: string) => boolean,
): FoundHeader | undefined {
  const place = head.findIndex(
    (cells) => cells.filter((cell) => cell !== "").length > 1 && cells.some((cell) => isKey(plain(cell))),
  );
  const last = head[place];
  if (last === undefined) return undefined;
  const above = head.slice(0, place).filter((cells) => cells.length > 1);
  const names = last.map((cell, column) => plain([...above.map((cells) => cells[column] ?? ""), cell].join(" ")));
  return { names, place, title: head.slice(0, place).flat().join(" ") };
}

/** The first column whose name is of the kind; -1 where there is none. */
export function placeOf(names: readonly string[], kind: RegExp): number {
  return names.findIndex((name) => kind.test(name));
}

/** `NON-FAC PE RVU` is `nonfac pe rvu`; so is `Non Facility PE RVU`. */
function plain(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/\bnon ?fac(?:ility)?\b/g, "nonfac")
    .replace(/\bfacility\b/g, "fac");
}

/** `0.45`, `.45`, `1`; undefined where it is no such number. */
export function readDecimal(cell: string | undefined): number | undefined {
  return cell !== undefined && /^(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})$/.test(cell) ? Number(cell) : undefined;
}

/** A code of five letters and digits as it is billed; undefined for anything else. */
export function readCode(cell: string | undefined): string | undefined {
  const code = cell?.toUpperCase();
  return code !== undefined && /^[0-9A-Z]\d{3}[0-9A-Z]$/.test(code) ? code : undefined;
}
