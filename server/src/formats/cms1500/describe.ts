import { spanOf } from "../../text/span.ts";
import type { Description, PartReading } from "../format.ts";
import { boxAt } from "./box-at.ts";
import { isPage } from "./page.ts";
import { cellIn, columnOf, fieldAt, linesOf } from "./print-line.ts";

/** The box of the form in which something stands: `Item 24G · days or units`. */
export function describeBox(part: PartReading, offset: number): Description | undefined {
  if (!isPage(part)) return undefined;
  const { origin } = part;
  const lines = linesOf(part.text);
  const index = lines.findIndex(({ start, end }) => start <= offset && offset <= end);
  const line = lines[index];
  if (line === undefined) return undefined;
  const column = columnOf(line, offset);
  const box = boxAt(origin, index, column);
  const cell = box && cellIn(line, origin.column - 1 + box.from, origin.column + box.to);
  if (box === undefined || cell === undefined || column < cell.from || column > cell.to) return undefined;
  const { start, end } = fieldAt(part, cell, undefined);
  const title = box.item === "" ? `Above the form · ${box.name}` : `Item ${box.item} · ${box.name}`;
  return { span: spanOf(part, start, end), title, text: box.note ?? "" };
}
