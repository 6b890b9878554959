import { applyEdits } from "../../text/edit.ts";
import { type PartEdit, spanOf } from "../../text/span.ts";
import type { Layout, PartReading, Reading } from "../format.ts";
import { readFields } from "./field-line.ts";
import { contentOf, readTitle } from "./line-kind.ts";
import { type OtherTarget, isTotal, readOtherLine, totalIn } from "./other-line.ts";
import type { Line } from "./line.ts";
import { readRow } from "./row-reader.ts";
import { type Cutter, cutterFor } from "./table-cells.ts";
import { type CutLine, type TableLayout, editsOfLine, measureTable, spacings } from "./table-layout.ts";
import { type TableLine, type TableText, tablesIn } from "./table-lines.ts";
import { type Table, readHeader } from "./table.ts";

/**
 * Puts the columns of service tables below one another, their headers, dividers and totals with them. A table is laid out as a whole,
 * or not at all where its lines would read differently. Lines outside tables, comments and tables cut by tabs stay as they are.
 */
export function layOut(
  parts: Iterable<PartReading>,
  reading: Reading,
  layout: Layout,
): Iterable<readonly PartEdit[]> | undefined {
  return layout === "readable" ? layOutTables(parts, reading) : undefined;
}

function* layOutTables(parts: Iterable<PartReading>, reading: Reading): Generator<readonly PartEdit[]> {
  for (const text of tablesIn(parts, reading)) yield layOutTable(text);
}

/** A row that can't be moved is left out, and what is left of the table tried again, so often. */
const mostTrials = 3;

function layOutTable({ table, lines }: TableText): readonly PartEdit[] {
  const cutter = cutterFor(table);
  if (cutter === undefined) return [];
  let movable = lines.flatMap((line): CutLine[] => {
    const cells = cutter(line);
    return cells === undefined ? [] : [{ ...line, cells }];
  });
  for (let trial = 0; trial < mostTrials; trial++) {
    let stubborn: ReadonlySet<TableLine> = new Set();
    for (const spacing of spacings) {
      const moved = moveLines(movable, table, measureTable(movable, table, spacing));
      if (moved === undefined) continue;
      stubborn = moved.stubborn;
      if (stubborn.size === 0 && keepMeaning(lines, moved, table)) return moved.edits;
    }
    movable = movable.filter((line) => !stubborn.has(line));
  }
  return [];
}

/** A table whose lines were moved. */
interface Moved {
  readonly edits: readonly PartEdit[];
  /** As its new header lays it out. */
  readonly table: Table;
  readonly lines: ReadonlySet<Line>;
  /** Lines that would read differently, or be cut differently when they are laid out again. */
  readonly stubborn: ReadonlySet<TableLine>;
}

/** Undefined where the header would be another. */
function moveLines(movable: readonly CutLine[], before: Table, layout: TableLayout): Moved | undefined {
  const header = movable.find(({ kind }) => kind === "header");
  const table = header && readHeader(applyEdits(header.line.text, editsOfLine(header, layout)));
  if (table === undefined || meaningOfHeader(table) !== meaningOfHeader(before)) return undefined;
  const cutter = cutterFor(table);
  const edits: PartEdit[] = [];
  const stubborn = new Set<TableLine>();
  for (const line of movable) {
    const { part, line: at, kind } = line;
    const own = editsOfLine(line, layout);
    const moved = { part, kind, line: { text: applyEdits(at.text, own), start: at.start } };
    const isKept = isCutAlike(line, moved, cutter) && meansTheSame(line, before, moved, table);
    if (!isKept) stubborn.add(line);
    for (const { start, end, newText } of own) {
      edits.push({ span: spanOf(part, at.start + start, at.start + end), newText });
    }
  }
  return { edits, table, lines: new Set(movable.map(({ line }) => line)), stubborn };
}

function isCutAlike(before: CutLine, now: TableLine, cutter: Cutter | undefined): boolean {
  if (before.kind === "divider") return true;
  const cells = cutter?.(now);
  const told = (line: TableLine, all: CutLine["cells"]): string =>
    JSON.stringify(all.map(({ column, start, end }) => [column, line.line.text.slice(start, end)]));
  return cells !== undefined && told(now, cells) === told(before, before.cells);
}

/** Whether the lines that stay where they are mean the same under the new header. */
function keepMeaning(lines: readonly TableLine[], moved: Moved, before: Table): boolean {
  return lines.every((line) => moved.lines.has(line.line) || meansTheSame(line, before, line, moved.table));
}

function meansTheSame(line: TableLine, under: Table, other: TableLine, otherTable: Table): boolean {
  const { hasItemNumbers } = line.part.before.facts;
  return (
    line.kind !== "other" ||
    meaningOf(line.line.text, under, hasItemNumbers) === meaningOf(other.line.text, otherTable, hasItemNumbers)
  );
}

function meaningOfHeader({ cut, columns }: Table): string {
  return JSON.stringify([cut, columns.map(({ kind, clinician, isNumbered }) => [kind, clinician, isNumbered])]);
}

/** All that reading a line gives, but where it stands. */
function meaningOf(text: string, table: Table, hasItemNumbers: boolean): string {
  const content = contentOf({ text, start: 0 });
  const fields = readFields(text, content.start, hasItemNumbers).map(({ label, value }) => [label.text, value.text]);
  const row = readRow(text, table);
  const total = isTotal(content) ? (totalIn(text, table)?.text ?? "none") : undefined;
  const other = row === undefined && total === undefined ? meaningOfOther(text, table) : undefined;
  const isTitle = readTitle(content) !== undefined;
  return JSON.stringify([fields, isTitle, total, row, other], (key, value: unknown) =>
    key === "start" || key === "end" || key === "readCount" ? undefined : value,
  );
}

function meaningOfOther(text: string, table: Table): unknown {
  const target: OtherTarget = {
    part: { text },
    problems: [],
    unreadLines: [],
    hasOtherCharges: false,
    dateAbove: undefined,
  };
  readOtherLine(target, { text, start: 0 }, table);
  const { problems, unreadLines, hasOtherCharges } = target;
  return [problems.map(({ rule }) => rule), unreadLines.map(({ message }) => message), hasOtherCharges];
}
