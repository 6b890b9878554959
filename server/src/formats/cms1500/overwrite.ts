import { type PartEdit, type Part, spanOf } from "../../text/span.ts";
import { type PrintLine, isCut } from "./print-line.ts";

/**
 * The edits after which `text` stands in a line from column `from` on, every other character in its column; none where it stands there
 * already. Undefined where a tab, or what speaks to the printer, stands there. What ends a line in blanks is not written.
 */
export function overwrite(part: Part, line: PrintLine, from: number, text: string): readonly PartEdit[] | undefined {
  const old = line.columns.slice(from, from + text.length).padEnd(text.length);
  const differs = Array.from(text, (_one, index) => index).filter((index) => text.charAt(index) !== old.charAt(index));
  const [first, last] = [differs.at(0), differs.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { columns } = line;
  const [start, behind] = [from + first, from + last + 1];
  if (behind > columns.length && isCut(line)) return undefined;
  const padding = " ".repeat(Math.max(0, start - columns.length));
  const span = spanBetween(line, Math.min(start, columns.length), Math.min(behind, columns.length));
  if (span === undefined) return undefined;
  return [{ span: spanOf(part, span.start, span.end), newText: padding + text.slice(first, last + 1) }];
}

/** Where the characters of some columns stand; undefined where they are not one character each, one behind the other. */
function spanBetween(line: PrintLine, from: number, to: number): { start: number; end: number } | undefined {
  const { start, places } = line;
  if (places === undefined) return { start: start + from, end: start + to };
  const first = places[from] ?? line.end;
  const last = to > from ? places[to - 1] : first - 1;
  return last !== undefined && last - first === to - from - 1 && isOneEach(places, from, to)
    ? { start: first, end: last + 1 }
    : undefined;
}

/** A tab takes several columns, the first and the last of which may stand outside. */
function isOneEach(places: readonly number[], from: number, to: number): boolean {
  return from === to || (places[from - 1] !== places[from] && places[to - 1] !== places[to]);
}
