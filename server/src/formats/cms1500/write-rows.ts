import type { Change, Impossible } from "../../model/change.ts";
import type { ServiceLine } from "../../model/claim.ts";
import type { PartEdit } from "../../text/span.ts";
import { type Box, lineOfRow, rowBoxes, rowCount } from "./form.ts";
import { overwrite } from "./overwrite.ts";
import { type Page, isPage } from "./page.ts";
import { linesOf } from "./print-line.ts";
import { readsBack, shownRow } from "./read-back.ts";
import { type RowText, blankRow, isBlank, withModifiers, withProcedure, withShare, withUnits } from "./row-text.ts";

type ChangeOfLine = Exclude<Change, { kind: "field" | "value" | "occurrence" }>;

/** Rows are written over one another: none of the page's lines becomes longer, shorter, more or fewer. */
export function writeInRows(change: ChangeOfLine): readonly PartEdit[] | Impossible {
  const { part } = change.line;
  const row = isPage(part) ? part.rows.find(({ serviceLine }) => serviceLine === change.line) : undefined;
  if (!isPage(part) || row === undefined) return { impossible: "The line is no service line of a CMS-1500." };
  const rows = rowsOf(part);
  const planned = plan(change, rows, row.number - 1);
  if ("impossible" in planned) return planned;
  const edits = editsTo(part, rows, planned);
  if (edits === undefined) return { impossible: "Tabs or printer codes stand where the line would be written." };
  return readsBack(part, edits, expectedRows(change, part.rows.indexOf(row), part))
    ? edits
    : { impossible: "The form would be read otherwise once this is written." };
}

/** What the six rows are to say, or why they can't. */
function plan(change: ChangeOfLine, rows: readonly RowText[], index: number): readonly RowText[] | Impossible {
  const row = rows[index] ?? blankRow;
  switch (change.kind) {
    case "modifiers":
      return changed(rows, index, withModifiers(row, change.to), "Box 24D has room for four modifiers.");
    case "units":
      return changed(rows, index, withUnits(row, change.to), "Box 24G has no room for so many digits.");
    case "procedure":
      return changed(rows, index, withProcedure(row, change.to), "Box 24D has no room for a code so long.");
    case "removal":
      return rows.filter((one) => !isBlank(one)).length === 1
        ? { impossible: "The form has no other service line." }
        : [...rows.toSpliced(index, 1), blankRow];
    case "split":
      return split(
        rows,
        index,
        change.into.map((share) => withShare(row, share)),
      );
  }
}

function changed(
  rows: readonly RowText[],
  index: number,
  row: RowText | undefined,
  impossible: string,
): readonly RowText[] | Impossible {
  return row === undefined ? { impossible } : rows.with(index, row);
}

/** The rows between the line and the first that is free move down by one. */
function split(
  rows: readonly RowText[],
  index: number,
  shares: readonly (RowText | undefined)[],
): readonly RowText[] | Impossible {
  const free = rows.findIndex((row, place) => place > index && isBlank(row));
  if (free < 0) return { impossible: "No row of the form is free below the line; a claim goes on on another form." };
  const written = shares.flatMap((share) => share ?? []);
  if (written.length < shares.length) return { impossible: "The row's boxes have no room for these values." };
  return rows.toSpliced(free, 1).toSpliced(index, 1, ...written);
}

const shaded: Box = { ...rowBoxes.note, to: rowBoxes.renderingNpi.to };
const lower: Box = { ...shaded, line: 0 };

/** The six rows as they stand. */
function rowsOf({ text, origin }: Page): readonly RowText[] {
  const lines = linesOf(text);
  const at = (row: number, { line, from, to }: Box): string =>
    lines[origin.line - 1 + lineOfRow(row) + line]?.columns.slice(origin.column - 1 + from, origin.column + to) ?? "";
  return Array.from({ length: rowCount }, (_one, index) => ({
    upper: at(index + 1, shaded).trimEnd(),
    lower: at(index + 1, lower).trimEnd(),
  }));
}

function editsTo(page: Page, before: readonly RowText[], after: readonly RowText[]): readonly PartEdit[] | undefined {
  const { text, origin } = page;
  const lines = linesOf(text);
  const edits: PartEdit[] = [];
  for (const [index, row] of after.entries()) {
    const old = before[index] ?? blankRow;
    for (const [shift, was, is] of [[-1, old.upper, row.upper] as const, [0, old.lower, row.lower] as const]) {
      const line = lines[origin.line - 1 + lineOfRow(index + 1) + shift];
      if (was.trimEnd() === is.trimEnd()) continue;
      const written = line && overwrite(page, line, origin.column, is.trimEnd().padEnd(was.length));
      if (written === undefined) return undefined;
      edits.push(...written);
    }
  }
  return edits;
}

/** The service lines as they are to be read behind the change. */
function expectedRows(change: ChangeOfLine, index: number, { rows }: Page): readonly string[] {
  const { line } = change;
  const fieldOf = <T>(value: T) => ({ ...line.procedure, value });
  const shown = rows.map(({ serviceLine }) => shownRow(serviceLine));
  const as = (...lines: readonly ServiceLine[]): readonly string[] => shown.toSpliced(index, 1, ...lines.map(shownRow));
  switch (change.kind) {
    case "modifiers":
      return as({ ...line, modifiers: change.to.map(fieldOf) });
    case "units":
      return as({ ...line, units: fieldOf(change.to) });
    case "procedure":
      return as({ ...line, procedure: fieldOf(change.to) });
    case "removal":
      return as();
    case "split":
      return as(
        ...change.into.map(({ modifiers, units, charge, dateOfService }) => ({
          ...line,
          modifiers: modifiers.map(fieldOf),
          units: fieldOf(units),
          ...(charge !== undefined && { charge: fieldOf(charge) }),
          ...(dateOfService !== undefined && { dateOfService: fieldOf(dateOfService), dateThrough: undefined }),
        })),
      );
  }
}
