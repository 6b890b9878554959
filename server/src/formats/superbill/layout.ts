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
import { type Table, readHeader, sameTable } from "./table.ts";

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
  const before = new MeaningsUnder(table);
  for (let trial = 0; trial < mostTrials; trial++) {
    let stubborn: ReadonlySet<TableLine> = new Set();
    for (const spacing of spacings) {
      const moved = moveLines(movable, before, measureTable(movable, table, spacing));
      if (moved === undefined) continue;
      stubborn = moved.stubborn;
      if (stubborn.size === 0 && keepMeaning(lines, moved, before)) return moved.edits;
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
function moveLines(movable: readonly CutLine[], before: MeaningsUnder, layout: TableLayout): Moved | undefined {
  const header = movable.find(({ kind }) => kind === "header");
  const table = header && readHeader(applyEdits(header.line.text, editsOfLine(header, layout)));
  if (table === undefined || meaningOfHeader(table) !== meaningOfHeader(before.table)) return undefined;
  const now = new MeaningsUnder(table);
  const cutter = cutterFor(table);
  const edits: PartEdit[] = [];
  const stubborn = new Set<TableLine>();
  for (const line of movable) {
    const { part, line: at, kind } = line;
    const own = editsOfLine(line, layout);
    if (own.length === 0 && sameTable(table, before.table)) continue;
    const moved = { part, kind, line: { text: applyEdits(at.text, own), start: at.start } };
    const isKept = isCutAlike(line, moved, cutter) && areAlike(before.of(line), now.of(moved));
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
  const textOf = ({ line }: TableLine, { start, end }: CutLine["cells"][number]): string => line.text.slice(start, end);
  return (
    cells?.length === before.cells.length &&
    cells.every((cell, index) => {
      const old = before.cells[index];
      return cell.column === old?.column && textOf(now, cell) === textOf(before, old);
    })
  );
}

/** Whether the lines that stay where they are mean the same under the new header. */
function keepMeaning(lines: readonly TableLine[], { table, lines: moved }: Moved, before: MeaningsUnder): boolean {
  if (sameTable(table, before.table)) return true;
  const now = new MeaningsUnder(table);
  return lines.every((line) => moved.has(line.line) || areAlike(before.of(line), now.of(line)));
}

/** What lines mean under a header; each is read once. */
class MeaningsUnder {
  readonly table: Table;
  readonly #meanings = new Map<Line, unknown>();

  constructor(table: Table) {
    this.table = table;
  }

  /** Undefined of headers and dividers, which say nothing by themselves. */
  of({ part, line, kind }: TableLine): unknown {
    if (kind !== "other") return undefined;
    const known = this.#meanings.get(line);
    if (known !== undefined) return known;
    const meaning = meaningOf(line.text, this.table, part.before.facts.hasItemNumbers);
    this.#meanings.set(line, meaning);
    return meaning;
  }
}

function meaningOfHeader({ cut, columns }: Table): string {
  return JSON.stringify([cut, columns.map(({ kind, clinician, isNumbered }) => [kind, clinician, isNumbered])]);
}

/** All that reading a line gives. */
function meaningOf(text: string, table: Table, hasItemNumbers: boolean): object {
  const content = contentOf({ text, start: 0 });
  const fields = readFields(text, content.start, hasItemNumbers).map(({ label, value }) => [label.text, value.text]);
  const row = readRow(text, table);
  const total = isTotal(content) ? (totalIn(text, table)?.text ?? "none") : undefined;
  const other = row === undefined && total === undefined ? meaningOfOther(text, table) : undefined;
  return { fields, isTitle: readTitle(content) !== undefined, total, row, other };
}

/** Whether two values that were read say the same, wherever they stand. */
function areAlike(first: unknown, second: unknown): boolean {
  if (first === second || !isObject(first) || !isObject(second)) return first === second;
  const names = Object.keys(first);
  return (
    names.length === Object.keys(second).length &&
    names.every((name) => ofPlace.has(name) || areAlike(first[name], second[name]))
  );
}

const ofPlace: ReadonlySet<string> = new Set(["start", "end", "readCount"]);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
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
