import { lineBounds } from "../superbill/line.ts";
import type { SourceText } from "../../text/source-text.ts";
import type { PartReader } from "../part-reader.ts";
import { type Group, type RowKey, grouped, keyOf } from "./grouping.ts";
import { isLabelLine } from "./label-lines.ts";
import { type Measured, readPart } from "./part.ts";
import { type CsvRecord, longestCell, readRecord } from "./record.ts";
import { type State, isCsvPart, sameState } from "./state.ts";
import { type CsvTable, findHeader, readHeader } from "./table.ts";

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
    if (found === undefined) return { end: endOfStretch(text, offset), kind: "unknown", header: undefined };
    return { end: found.record.next, kind: "labels", header: { table: found.table, start: found.record.start } };
  }
  if (table === undefined) return { end: endOfStretch(text, offset), kind: "unknown", header: undefined };
  const first = readRecord(text, offset, table.separator);
  const header = readHeader(text, first, table.separator);
  if (header !== undefined) return { end: first.next, kind: "labels", header: { table: header, start: 0 } };
  return isLabelLine(text, first, table) ? measureLabels(text, offset, table) : measureRows(text, offset, table);
}

/** A text without a header is cut anywhere. */
function endOfStretch(text: SourceText, offset: number): number {
  return lineBounds(text, Math.min(text.length, offset + 16_384)).next;
}

/** Lines of labels, and a header that stands among them or right behind. */
function measureLabels(text: SourceText, offset: number, table: CsvTable): Measured {
  let at = offset;
  while (at < text.length) {
    const record = readRecord(text, at, table.separator);
    const header = readHeader(text, record, table.separator);
    if (header !== undefined)
      return { end: record.next, kind: "labels", header: { table: header, start: at - offset } };
    if (keyOf(text, record, table) !== undefined && !isLabelLine(text, record, table)) break;
    at = record.next;
  }
  return { end: at, kind: "labels", header: undefined };
}

function measureRows(text: SourceText, offset: number, table: CsvTable): Measured {
  let group: Group | undefined;
  let above: RowKey | undefined;
  let at = offset;
  while (at < text.length) {
    const record = readRecord(text, at, table.separator);
    if (at > offset && isBoundary(text, record, table)) break;
    const key = keyOf(text, record, table, above);
    if (key !== undefined) {
      above = key;
      const next = grouped(key, group);
      if (next === undefined) break;
      ({ group } = next);
    }
    at = record.next;
  }
  return { end: at, kind: "rows", header: undefined };
}

function isBoundary(text: SourceText, record: CsvRecord, table: CsvTable): boolean {
  return readHeader(text, record, table.separator) !== undefined || isLabelLine(text, record, table);
}
