import type { PartList } from "../../text/part-list.ts";
import type { PartReading, Reading } from "../format.ts";
import { readFields } from "./field-line.ts";
import { contentOf, isComment, isDivider } from "./line-kind.ts";
import { type Line, lineBounds } from "./line.ts";
import { type SuperbillPart, isSuperbillPart, tableAt } from "./superbill-part.ts";
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
  const last = start + others.length;
  let open: { readonly table: Table; readonly lines: TableLine[]; place: number } | undefined;
  for (const { table, place, lines } of linesFrom(parts, beginningOfTable(parts, start), last)) {
    if (open !== undefined && !sameTable(open.table, table)) {
      if (open.place >= start) yield open;
      open = undefined;
    }
    if (table === undefined || (open === undefined && place > last)) continue;
    open ??= { table, lines: [], place };
    open.place = place;
    open.lines.push(...lines);
  }
  if (open !== undefined && open.place >= start) yield open;
}

/** The place of the part in which the table begins that is in force at a part, or of that part. */
function beginningOfTable(parts: PartList<PartReading>, place: number): number {
  let first = place;
  for (let part = parts.at(first); first > 0 && part !== undefined; part = parts.at(first)) {
    if (!isSuperbillPart(part) || part.before.table === undefined) return first;
    first--;
  }
  return first;
}

/** A line of the text, none where it can't be of a table, with the table in force there. */
interface PlacedLine {
  readonly table: Table | undefined;
  readonly place: number;
  readonly lines: readonly TableLine[];
}

/** From one part to another, and on to the end of the table in force there. */
function* linesFrom(parts: PartList<PartReading>, first: number, last: number): Generator<PlacedLine> {
  for (let place = first; place < parts.length; place++) {
    const part = parts.at(place);
    if (part === undefined || !isSuperbillPart(part)) continue;
    if (place > last && part.before.table === undefined) return;
    const headers = new Set(part.headers.map(({ start }) => start));
    for (let at = 0; at < part.text.length;) {
      const { end, next } = lineBounds(part.text, at);
      const line: Line = { text: part.text.slice(at, end), start: at };
      const kind = headers.has(at) ? "header" : kindOf(line, part);
      yield { table: tableAt(part, at), place, lines: kind === undefined ? [] : [{ part, line, kind }] };
      at = next;
    }
  }
}

function kindOf(line: Line, part: SuperbillPart): TableLine["kind"] | undefined {
  const content = contentOf(line);
  if (content.text === "" || isComment(content)) return undefined;
  if (isDivider(content)) return "divider";
  // A line that begins with a field is read as fields alone, whatever the table.
  const [first] = readFields(line.text, content.start, part.before.facts.hasItemNumbers);
  return first?.label.start === content.start ? undefined : "other";
}
