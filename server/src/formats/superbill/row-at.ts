import type { Line } from "./line.ts";
import { lineAround } from "./part-lines.ts";
import { readRow } from "./row-reader.ts";
import type { RowText } from "./row-text.ts";
import { type SuperbillPart, tableAt } from "./superbill-part.ts";

/** The service line that stands in a line of a part, as text to be changed. */
export function rowAt(part: SuperbillPart, at: Line): RowText | undefined {
  const table = tableAt(part, at.start);
  const row = readRow(at.text, table);
  return row === undefined ? undefined : { text: at.text, table, row, neighbours: () => neighboursOf(part, at) };
}

/** The other service lines of the part, the nearest first, of two as near the one above. */
function neighboursOf(part: SuperbillPart, at: Line): readonly RowText[] {
  const starts = part.claims
    .flatMap((claim) => claim.serviceLines)
    .map((line) => lineAround(part.text, line.span.start));
  const own = starts.findIndex((line) => line.start === at.start);
  return starts
    .map((line, index) => ({ line, distance: Math.abs(index - own) }))
    .filter(({ distance }) => distance > 0)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostNeighbours)
    .flatMap(({ line }) => rowAt(part, line) ?? []);
}

const mostNeighbours = 20;
