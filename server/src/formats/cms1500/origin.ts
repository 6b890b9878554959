import { type Box, boxes, diagnosisBoxes, footLine, lineOfRow, payerMarks, rowBoxes, rowCount } from "./form.ts";
import { type Cell, type PrintLine, cellIn } from "./print-line.ts";

/** Where the form's first line and first column lie on a page; outside it where a printer cuts the form's head off. */
export interface Origin {
  readonly line: number;
  readonly column: number;
}

/** A line that is written as the form's service lines are. */
export interface ServiceShape {
  readonly index: number;
  /** Where its first date begins, which is the form's first column. */
  readonly column: number;
}

export type Placing = { readonly origin: Origin } | { readonly unplaced: "nowhere" | "twice" | "old form" };

/**
 * Finds the first form on a page, which every office's printer moves by some lines and columns: where a service line, the head and the
 * foot stand together as on the form. Where two places fit equally, neither is taken.
 */
export function placeForm(lines: readonly PrintLine[]): Placing {
  const shapes = serviceShapes(lines);
  const scored = candidates(shapes).flatMap((origin) => {
    const score = scoreOf(lines, origin, shapes);
    return score === 0 ? [] : [{ origin, score }];
  });
  const top = Math.min(...scored.map(({ origin }) => origin.line));
  const [best, next] = scored
    .filter(({ origin }) => origin.line < top + footLine)
    .sort((one, other) => other.score - one.score);
  if (best === undefined) return { unplaced: "nowhere" };
  if (best.score === next?.score) return { unplaced: "twice" };
  return isOldForm(lines, best.origin) ? { unplaced: "old form" } : { origin: best.origin };
}

/** Undefined where nothing stands in the box. Where it has several lines, the first on which something stands. */
export function cellOf(
  lines: readonly PrintLine[],
  { line, column }: Origin,
  box: Box,
  row?: number,
): Cell | undefined {
  const first = line - 1 + box.line + (row === undefined ? 0 : lineOfRow(row));
  const last = first + (box.lastLine ?? box.line) - box.line;
  for (let index = first; index <= last; index++) {
    const cell = cellIn(lines[index], column - 1 + box.from, column + box.to);
    if (cell !== undefined) return cell;
  }
  return undefined;
}

/** The form's row that a line of the page is the lower line of; undefined where it is none. */
export function rowAt({ line }: Origin, index: number): number | undefined {
  const row = (index - line + 1 - lineOfRow(0)) / 2;
  return Number.isInteger(row) && row >= 1 && row <= rowCount ? row : undefined;
}

/** The lines that begin with a date and have a code or an amount where a service line has it. */
export function serviceShapes(lines: readonly PrintLine[]): readonly ServiceShape[] {
  const shapes: ServiceShape[] = [];
  for (const [index, line] of lines.entries()) {
    const column = serviceColumn(line);
    if (column !== undefined) shapes.push({ index, column });
  }
  return shapes;
}

const date = /^ *(\d\d \d\d \d\d|\d{8}|\d{6})(?!\S)/;
const code = /^[\dA-Z]{3,7}$/i;
const charge = /^\$?[\d,]*\d[ .]?\d\d$/;

/** Where such a line begins. */
function serviceColumn({ columns }: PrintLine): number | undefined {
  const found = date.exec(columns);
  if (found === null) return undefined;
  const column = found[0].length - (found[1]?.length ?? 0);
  const at = ({ from, to }: Box): string => columns.slice(column - 1 + from, column + to).trim();
  return charge.test(at(rowBoxes.charge)) || code.test(at(rowBoxes.procedure)) ? column : undefined;
}

/** Wherever a line that is written as a service line would be one of the form's. */
function candidates(shapes: readonly ServiceShape[]): readonly Origin[] {
  const found = new Map<string, Origin>();
  for (const { index, column } of shapes) {
    for (let row = 1; row <= rowCount; row++) {
      const line = index + 1 - lineOfRow(row);
      found.set(`${line} ${column}`, { line, column });
    }
  }
  return [...found.values()];
}

/** How much stands as on the form there; 0 where its head, its foot or its service lines do not. */
function scoreOf(lines: readonly PrintLine[], origin: Origin, shapes: readonly ServiceShape[]): number {
  const count = (anchors: readonly Anchor[]): number =>
    anchors.filter(({ box, test }) => test(cellOf(lines, origin, box), origin)).length;
  const rows = shapes.filter(({ index, column }) => column === origin.column && rowAt(origin, index) !== undefined);
  const [atHead, atFoot] = [count(head), count(foot)];
  return atHead === 0 || atFoot === 0 ? 0 : rows.length + atHead + atFoot + count(middle);
}

/** What tells of a place on the form by the way in which it is written. */
interface Anchor {
  readonly box: Box;
  readonly test: (cell: Cell | undefined, origin: Origin) => boolean;
}

const head: readonly Anchor[] = [
  { box: boxes.payerMark, test: (cell, origin) => cell !== undefined && markAt(cell, origin) !== undefined },
  { box: boxes.birthDate, test: reads(/^\d\d ?\d\d ?(?:\d\d){1,2}$/) },
];
const middle: readonly Anchor[] = [
  ...diagnosisBoxes.slice(0, 1).map((box) => ({ box, test: reads(/^[A-Z]\d[\dA-Z.]{1,6}$/i) })),
  { box: boxes.referringNpi, test: reads(/^\d{10}$/) },
];
const foot: readonly Anchor[] = [
  { box: boxes.taxId, test: reads(/^\d\d-?\d{7}$|^\d{3}-\d\d-\d{4}$/) },
  { box: boxes.total, test: reads(charge) },
  { box: boxes.billingNpi, test: reads(/^\d{10}$/) },
];

function reads(pattern: RegExp): Anchor["test"] {
  return (cell) => cell !== undefined && pattern.test(cell.text);
}

/** The box of box 1 that an X stands in, or right beside which it does. */
export function markAt({ text, from }: Cell, { column }: Origin): (typeof payerMarks)[number] | undefined {
  if (!/^x$/i.test(text)) return undefined;
  return payerMarks.find((mark) => Math.abs(column - 1 + mark.column - from) <= 1);
}

/**
 * The form of 08/05 has places for four diagnoses, of which the second stands where box 21I of the form of 02/12 is: there a diagnosis
 * stands in the third line, and none before it in the second.
 */
function isOldForm(lines: readonly PrintLine[], origin: Origin): boolean {
  const stands = diagnosisBoxes.map((box) => cellOf(lines, origin, box) !== undefined);
  return stands.slice(8).some(Boolean) && !stands.slice(4, 8).some(Boolean);
}
