import type { CsvTable } from "./table.ts";
import { isTicked, isUnticked, tickedUnder } from "./tick-columns.ts";
import { type CellChange, type WrittenRow, placeOf } from "./written-row.ts";

/** Which of the new modifiers a row keeps as ticks, and the changes of its cells for that; undefined where a cell holds something else. */
export function tickChanges(
  row: WrittenRow,
  to: readonly string[],
  nearby: () => readonly WrittenRow[],
): { readonly ticked: readonly string[]; readonly changes: readonly CellChange[] } | undefined {
  const elsewhere = new Set(
    row.row.modifiers
      .filter((piece) => tickedAt(row.table, placeOf(row, piece)) === undefined)
      .map(({ text }) => text.toUpperCase()),
  );
  const ticked: string[] = [];
  const changes: CellChange[] = [];
  for (const place of row.table.columns.keys()) {
    const modifier = tickedAt(row.table, place);
    if (modifier === undefined) continue;
    const isWanted = to.includes(modifier) && !elsewhere.has(modifier) && !ticked.includes(modifier);
    if (isWanted) ticked.push(modifier);
    const text = textAt(row, place);
    if (isTicked(text, modifier) === isWanted) continue;
    if (isWanted && !isUnticked(text)) return undefined;
    changes.push({ place, stretch: undefined, newText: markLike(isWanted, modifier, [row, ...nearby()]) });
  }
  return { ticked, changes };
}

function tickedAt({ columns }: CsvTable, place: number): string | undefined {
  const column = columns[place];
  return column && tickedUnder(column);
}

function textAt({ part, record }: WrittenRow, place: number): string {
  const cell = record.cells[place];
  return cell === undefined ? "" : part.text.slice(cell.innerStart, cell.innerEnd).trim();
}

/** The mark that the rows near by write for a modifier that stands on the line, or that does not. */
function markLike(isSet: boolean, modifier: string, rows: readonly WrittenRow[]): string {
  for (const row of rows) {
    for (const place of row.table.columns.keys()) {
      const another = tickedAt(row.table, place);
      if (another === undefined) continue;
      const text = textAt(row, place);
      if (isTicked(text, another) !== isSet || (!isSet && !isUnticked(text))) continue;
      return text.toUpperCase() === another ? modifier : text;
    }
  }
  return isSet ? "X" : "";
}
