import { lineBounds } from "../superbill/line.ts";
import type { SourceText } from "../../text/source-text.ts";
import type { PartReader } from "../part-reader.ts";
import { RowGroups, type RowPlace, namesCode } from "./grouping.ts";
import { isLabelLine } from "./label-lines.ts";
import { type Measured, readPart } from "./part.ts";
import { recordOf } from "./record.ts";
import { RecordScan, longestCell } from "./record-scan.ts";
import { type State, isCsvPart, sameState } from "./state.ts";
import { type CsvTable, findHeader, mayBeHeader, readHeader } from "./table.ts";
import { isDigits } from "./words-compared.ts";

/**
 * Reads a table of claims part by part: the lines above the header with it, a run of rows that are the claims of one patient, and lines
 * of labels among them.
 */
export const csvReader: PartReader<State> = {
  // A quotation mark is closed, or not, by one that stands so far behind it.
  reach: longestCell + 2,
  begin: (text) => ({ isBeginning: true, table: findHeader(text)?.table, ofFile: undefined, defaults: undefined }),

  next(text, offset, before, previous) {
    const measured = measure(text, offset, before);
    const content = text.slice(offset, measured.end);
    // What a part holds depends on its own text and state; what stands behind it only says where it ends.
    if (previous?.text === content && isCsvPart(previous) && sameState(previous.before, before)) {
      return { part: previous, state: previous.after };
    }
    const part = readPart(content, before, measured);
    return { part, state: part.after };
  },

  same: sameState,
};

function measure(text: SourceText, offset: number, { isBeginning, table }: State): Measured {
  if (isBeginning) {
    const found = findHeader(text);
    if (found === undefined) return { kind: "unknown", end: endOfStretch(text, offset) };
    const header = { table: found.table, start: found.record.start };
    return { kind: "labels", end: found.record.next, header };
  }
  if (table === undefined) return { kind: "unknown", end: endOfStretch(text, offset) };
  return measureLabels(text, offset, table) ?? measureRows(text, offset, table);
}

/** A text without a header is cut anywhere. */
function endOfStretch(text: SourceText, offset: number): number {
  return lineBounds(text, Math.min(text.length, offset + 16_384)).next;
}

/** Lines of labels, and a header that stands among them or right behind; undefined where a row comes first. */
function measureLabels(text: SourceText, offset: number, table: CsvTable): Measured | undefined {
  for (let at = offset; at < text.length; at = scan.next) {
    scan.read(text, at, table.separator.charCodeAt(0));
    const header = headerIn(text, scan, table);
    if (header !== undefined) return { kind: "labels", end: scan.next, header: { table: header, start: at - offset } };
    const isLabels = mayBeLabels(text, scan, table) && isLabelLine(text, recordOf(scan), table);
    if (at === offset && !isLabels) return undefined;
    if (!isLabels && namesCode(text, scan, table)) return { kind: "labels", end: at, header: undefined };
  }
  return { kind: "labels", end: text.length, header: undefined };
}

/** Up to a row of another patient, or to what is no row. */
function measureRows(text: SourceText, offset: number, table: CsvTable): Measured {
  const groups = new RowGroups(text, table);
  const claims = new ClaimCount();
  let at = offset;
  while (at < text.length) {
    scan.read(text, at, table.separator.charCodeAt(0));
    if (at > offset && isBoundary(text, scan, table)) break;
    const place = groups.take(scan);
    if (place === "another" && claims.isBegun) break;
    if (place !== "none") claims.take(place, isSurelyService(text, scan, table));
    at = scan.next;
  }
  return { kind: "rows", end: at, claimCount: claims.known };
}

/** Goes from row to row. */
const scan = new RecordScan();

function isBoundary(text: SourceText, row: RecordScan, table: CsvTable): boolean {
  if (headerIn(text, row, table) !== undefined) return true;
  return mayBeLabels(text, row, table) && isLabelLine(text, recordOf(row), table);
}

function headerIn(text: SourceText, row: RecordScan, { separator }: CsvTable): CsvTable | undefined {
  return mayBeHeader(text, row.start, row.end) ? readHeader(text, recordOf(row), separator) : undefined;
}

/** Most rows name a code, and are no labels at a glance. */
function mayBeLabels(text: SourceText, row: RecordScan, { code }: CsvTable): boolean {
  return !isPlainCode(text, row, code);
}

/** The claims of a run of rows, as far as they are known without reading it: one of which no row can be read as a service is none. */
class ClaimCount {
  #count = 0;
  #isSure = true;
  #hasService = true;

  get isBegun(): boolean {
    return this.#count > 0;
  }

  get known(): number | undefined {
    return this.#isSure && this.#hasService ? this.#count : undefined;
  }

  take(place: RowPlace, isService: boolean): void {
    if (place === "same claim") this.#hasService ||= isService;
    else {
      this.#count++;
      this.#isSure &&= this.#hasService;
      this.#hasService = isService;
    }
  }
}

/** A row of no more cells than columns, with five digits in the column of codes, is a service line whatever else it says. */
function isSurelyService(text: SourceText, row: RecordScan, { code, columns }: CsvTable): boolean {
  return row.count <= columns.length && !row.hasUnclosed && isPlainCode(text, row, code);
}

function isPlainCode(text: SourceText, row: RecordScan, place: number): boolean {
  if (place >= row.count || row.isUnclosed(place)) return false;
  const [start, end] = [row.innerStartOf(place), row.innerEndOf(place)];
  return end - start === 5 && isDigits(text, start, end);
}
