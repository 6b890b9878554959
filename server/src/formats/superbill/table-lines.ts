import type { PartReading, Reading } from "../format.ts";
import { readFields } from "./field-line.ts";
import { contentOf, isComment, isDivider } from "./line-kind.ts";
import { type Line, lineBounds } from "./line.ts";
import { type SuperbillPart, isSuperbillPart } from "./superbill-part.ts";
import { type Table, sameTable } from "./table.ts";

/** A table as it stands in the text: its header, and every line up to where another header or a title ends it. */
export interface TableText {
  readonly table: Table;
  /** Those that may be of the table: no comments, no lines of fields, none that are blank. */
  readonly lines: readonly TableLine[];
}

export interface TableLine {
  readonly part: SuperbillPart;
  readonly line: Line;
  readonly kind: "header" | "divider" | "other";
}

/** The tables of which some part of the run holds a line. A table may go on over many claims, and is given whole. */
export function* tablesIn(run: Iterable<PartReading>, { parts }: Reading): Generator<TableText> {
  const [first, ...others] = run;
  if (first === undefined) return;
  const start = parts.placeOf(first);
  const end = start + others.length;
  let place = start;
  while (place > 0 && tableBefore(parts.at(place)) !== undefined) place--;
  let open: { readonly table: Table; readonly lines: TableLine[]; place: number } | undefined;
  for (; place < parts.length; place++) {
    const part = parts.at(place);
    if (part === undefined || !isSuperbillPart(part)) continue;
    if (open !== undefined && !sameTable(open.table, part.before.table)) {
      if (open.place >= start) yield open;
      open = undefined;
    }
    if (open === undefined && place > end) return;
    for (const one of linesOf(part)) {
      if (one.kind === "header" && open?.table.header !== one.line.text) {
        if (open !== undefined && open.place >= start) yield open;
        const table = part.tables.findLast((known) => known.start === one.line.start)?.table;
        open = table === undefined || place > end ? undefined : { table, lines: [], place };
      }
      if (open === undefined) continue;
      open.lines.push(one);
      open.place = place;
    }
  }
  if (open !== undefined && open.place >= start) yield open;
}

function tableBefore(part: PartReading | undefined): Table | undefined {
  return part !== undefined && isSuperbillPart(part) ? part.before.table : undefined;
}

function* linesOf(part: SuperbillPart): Generator<TableLine> {
  const headers = new Set(part.tables.slice(1).map(({ start }) => start));
  for (let at = 0; at < part.text.length;) {
    const { end, next } = lineBounds(part.text, at);
    const line: Line = { text: part.text.slice(at, end), start: at };
    at = next;
    const content = contentOf(line);
    if (headers.has(line.start)) yield { part, line, kind: "header" };
    else if (content.text === "" || isComment(content)) continue;
    else if (isDivider(content)) yield { part, line, kind: "divider" };
    else if (!beginsWithField(part, line)) yield { part, line, kind: "other" };
  }
}

/** Such a line is read as fields alone, whatever the table. */
function beginsWithField(part: SuperbillPart, line: Line): boolean {
  const { start } = contentOf(line);
  return readFields(line.text, start, part.before.facts.hasItemNumbers)[0]?.label.start === start;
}
