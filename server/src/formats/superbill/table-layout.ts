import { type Edit, differenceOf } from "../../text/edit.ts";
import { contentOf } from "./line-kind.ts";
import { isTotal } from "./other-line.ts";
import { isText } from "./positions.ts";
import type { CellText } from "./table-cells.ts";
import type { TableLine } from "./table-lines.ts";
import type { Table } from "./table.ts";
import type { Cut } from "./words.ts";

/** A line of a table, and what of it stands in columns. */
export interface CutLine extends TableLine {
  readonly cells: readonly CellText[];
}

/**
 * `kept`: columns whose values end below one another go on doing so, the others begin there. `left`: all begin there. `wide`: they do,
 * and a name stands so far to the right that no word of the column before it lies in its zone.
 */
export type Spacing = "kept" | "left" | "wide";

export const spacings: readonly Spacing[] = ["kept", "left", "wide"];

/** Where columns stand in a table that is laid out. */
export interface TableLayout {
  readonly cut: Cut | undefined;
  /** Before each line that is cut by a character. */
  readonly indentation: string;
  /** The header begins with a `|`. */
  readonly isFramed: boolean;
  readonly columns: readonly ColumnLayout[];
}

interface ColumnLayout {
  readonly start: number;
  readonly width: number;
  readonly isRight: boolean;
}

/** The blanks between columns that are told by position. */
const gap = 2;

export function measureTable(lines: readonly CutLine[], table: Table, spacing: Spacing): TableLayout {
  const header = lines.find(({ kind }) => kind === "header");
  const texts = textsByColumn(lines);
  const columns: ColumnLayout[] = [];
  let start = marginOf(lines, header);
  for (const [index, column] of texts.entries()) {
    const width = Math.max(1, ...column.map(({ text }) => text.length));
    const isRight = spacing === "kept" && (sideOfDivider(lines, index) ?? endsBelowOneAnother(valuesIn(column)));
    start = Math.max(start, table.cut === undefined ? startNow(column, width, isRight) : 0);
    columns.push({ start, width, isRight });
    start += Math.max(width + gap, spacing === "wide" && !holdsText(table, index) ? widthForZone(column) : 0);
  }
  const [indentation = ""] = /^\s*/.exec(header?.line.text.replace(/^\uFEFF/, "") ?? "") ?? [];
  const isFramed = header?.line.text.trimStart().startsWith("|") === true;
  return { cut: table.cut, indentation, isFramed, columns };
}

/** The edits that lay one line out; offsets count from its beginning. None where the columns have no room for it. */
export function editsOfLine(line: CutLine, layout: TableLayout): readonly Edit[] {
  const { text } = line.line;
  const written = layout.cut === undefined ? writeByPosition(line, layout) : writeByCut(line, layout, layout.cut);
  if (written === undefined) return [];
  const edits: Edit[] = [];
  let from = 0;
  for (const [index, { start, end }] of line.cells.entries()) {
    const { before = "", value = "" } = written.cells[index] ?? {};
    edits.push(...differenceOf(text.slice(from, start), before, from));
    edits.push(...differenceOf(text.slice(start, end), value, start));
    from = end;
  }
  return [...edits, ...differenceOf(text.slice(from), written.ending, from)];
}

/** A line as it shall stand: of each cell what is before it, and itself. */
interface Written {
  readonly cells: readonly { readonly before: string; readonly value: string }[];
  readonly ending: string;
}

interface PlacedText {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: TableLine["kind"];
}

/** What stands in each column; dividers fill any width. */
function textsByColumn(lines: readonly CutLine[]): readonly (readonly PlacedText[])[] {
  const columns: PlacedText[][] = [];
  for (const { kind, line, cells } of lines) {
    if (kind === "divider") continue;
    for (const { column, start, end } of cells) {
      while (columns.length <= column) columns.push([]);
      columns[column]?.push({ start, end, text: line.text.slice(start, end), kind });
    }
  }
  return columns;
}

/** As far in as the header stands, and farther where marks stand before rows. */
function marginOf(lines: readonly CutLine[], header: CutLine | undefined): number {
  const rows = lines.filter(({ kind, line }) => kind === "other" && !isTotal(contentOf(line)));
  const leads = rows.map((row) => leadOf(row).length).filter((length) => length > 0);
  return Math.max(header?.cells[0]?.start ?? 0, ...leads.map((length) => length + 1));
}

/** What stands before the first column: a ticked box, the words of a total. */
function leadOf({ line: { text }, cells }: CutLine): string {
  return text.slice(0, cells[0]?.start ?? 0).replace(/[^\S\uFEFF]+$/, "");
}

function valuesIn(column: readonly PlacedText[]): readonly PlacedText[] {
  return column.filter(({ kind, text }) => kind === "other" && text !== "");
}

/** Whether a divider says by a colon at its end that values end below one another; undefined where none says anything. */
function sideOfDivider(lines: readonly CutLine[], column: number): boolean | undefined {
  for (const { kind, line, cells } of lines) {
    const cell = cells[column];
    const stroke = kind === "divider" && cell !== undefined ? line.text.slice(cell.start, cell.end) : "";
    if (stroke.startsWith(":") || stroke.endsWith(":")) return !stroke.startsWith(":");
  }
  return undefined;
}

/** Whether more values end in one place than begin in one; a row may have drifted. */
function endsBelowOneAnother(values: readonly PlacedText[]): boolean {
  return commonest(values.map(({ end }) => end)).count > commonest(values.map(({ start }) => start)).count;
}

function commonest(places: readonly number[]): { readonly place: number; readonly count: number } {
  const counts = new Map<number, number>();
  let best = { place: 0, count: 0 };
  for (const place of places) {
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    if (count > best.count) best = { place, count };
  }
  return best;
}

/** Where a column stands already: there it stays if there is room, so that a table that is laid out with more room is left alone. */
function startNow(column: readonly PlacedText[], width: number, isRight: boolean): number {
  if (isRight) return commonest(valuesIn(column).map(({ end }) => end)).place - width;
  return column.find(({ kind }) => kind === "header")?.start ?? 0;
}

function holdsText({ columns }: Table, column: number): boolean {
  const kind = columns[column]?.kind;
  return kind !== undefined && isText(kind);
}

/** The zone of a column begins half-way between its name and the end of the name before. */
function widthForZone(texts: readonly PlacedText[]): number {
  const name = texts.find(({ kind }) => kind === "header")?.text ?? "";
  const lastWord = Math.max(0, ...texts.map(({ text }) => text.search(/\S+$/)));
  return 2 * (lastWord + 1) - name.length;
}

function writeByPosition(line: CutLine, { columns }: TableLayout): Written | undefined {
  const cells: { before: string; value: string }[] = [];
  const lead = leadOf(line);
  let end = 0;
  for (const [index, cell] of line.cells.entries()) {
    const { start, width, isRight } = columns[cell.column] ?? nowhere;
    const value = valueIn(line, cell, width);
    const target = start + (isRight ? width - value.length : 0);
    const before = index === 0 ? lead : "";
    const blanks = target - end - before.length;
    // The words of a total may reach too far.
    if (blanks < (end + before.length === 0 ? 0 : 1)) return undefined;
    cells.push({ before: before + " ".repeat(blanks), value });
    end = target + value.length;
  }
  return { cells, ending: "" };
}

const nowhere: ColumnLayout = { start: 0, width: 0, isRight: false };

function writeByCut(line: CutLine, layout: TableLayout, cut: Cut): Written {
  if (line.kind === "divider") return writeDivider(line, layout);
  const { text } = line.line;
  const isFramed = cut === "|" && text.trimStart().startsWith("|");
  const lastFull = line.cells.findLastIndex(({ start, end }) => end > start);
  let before = startOf(text) + layout.indentation + (isFramed ? "| " : layout.isFramed ? "  " : "");
  const cells = line.cells.map((cell, index) => {
    const { width, isRight } = layout.columns[cell.column] ?? nowhere;
    const value = text.slice(cell.start, cell.end);
    const room = " ".repeat(Math.max(0, width - value.length));
    // Behind the last value of a comma table nothing is to be aligned.
    const isBehind = cut === "," && index > lastFull;
    const written = { before: isBehind ? before.trimEnd() : before + (isRight ? room : ""), value };
    before = (isRight ? "" : room) + " | ";
    if (cut === ",") before = `,${isRight ? "" : room} `;
    return written;
  });
  const ending = text.slice(line.cells.at(-1)?.end);
  return { cells, ending: cut === "|" && ending.includes("|") ? before.trimEnd() : "" };
}

/** With what it has between its strokes, and blanks there or not. */
function writeDivider(line: CutLine, layout: TableLayout): Written {
  const { text } = line.line;
  const joints = [...line.cells, undefined].map((cell, index) =>
    text.slice(line.cells[index - 1]?.end ?? 0, cell?.start ?? text.length),
  );
  const isTight = !joints.some((joint) => /[|+] | [|+]/.test(joint.trimStart()));
  const pad = (joint: string): string => (isTight ? joint : ` ${joint} `);
  const first = joints[0]?.trim() ?? "";
  const last = joints.at(-1)?.trim() ?? "";
  const margin = first === "" ? (layout.isFramed ? "  " : "") : pad(first).trimStart();
  const cells = line.cells.map((cell, index) => {
    const { width } = layout.columns[cell.column] ?? nowhere;
    const touches = Number(index > 0 || first !== "") + Number(index < line.cells.length - 1 || last !== "");
    const value = drawn(text.slice(cell.start, cell.end), width + (isTight ? touches : 0));
    const before = index === 0 ? startOf(text) + layout.indentation + margin : pad(joints[index]?.trim() ?? "");
    return { before, value };
  });
  return { cells, ending: last === "" ? "" : pad(last).trimEnd() };
}

/** The byte-order mark stays. */
function startOf(text: string): string {
  return text.startsWith("\uFEFF") ? "\uFEFF" : "";
}

function valueIn({ line, kind }: CutLine, { start, end }: CellText, width: number): string {
  const value = line.text.slice(start, end);
  return kind === "divider" ? drawn(value, width) : value;
}

/** The stroke of a divider in another length; colons at its ends stay. */
function drawn(stroke: string, length: number): string {
  const left = stroke.startsWith(":") ? ":" : "";
  const right = stroke.length > 1 && stroke.endsWith(":") ? ":" : "";
  const character = stroke.charAt(left.length);
  return left + character.repeat(Math.max(1, length - left.length - right.length)) + right;
}
