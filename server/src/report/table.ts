import { visible } from "../text/visible.ts";
import { type AmountScale, scaleFor } from "./amount-scale.ts";
import { boundsInWords, percentOf } from "./figure.ts";
import { type Standing, type ThresholdReport, byYear } from "./threshold-report.ts";
import { count, distanceInWords, doubtInWords, placeInWords, sourceInWords, thresholdsInWords } from "./words.ts";

const longestLabel = 24;
const shortestBar = 12;
const longestBar = 40;

/** Plain text for a terminal of so many columns, in pieces: a line with a bar for each standing, and what it rests on below it. */
export function* reportTable({ standings }: ThresholdReport, width: number): Generator<string> {
  if (standings.length === 0) {
    yield "No therapy services were found.\n";
    return;
  }
  const layout = layOut(standings, width);
  let separator = "";
  for (const [year, ofYear] of byYear(standings)) {
    const [first] = ofYear;
    if (first === undefined) continue;
    yield `${separator}${String(year)}: ${thresholdsInWords(first)}\n`;
    separator = "\n";
    for (const standing of ofYear) {
      yield standingLine(standing, layout);
      for (const note of notesOf(standing)) yield wrapped(note, width);
    }
  }
}

/** The same for every year, so that all bars compare. */
interface Layout {
  readonly scale: AmountScale;
  readonly widths: readonly number[];
  /** 0 where there is no room for bars. */
  readonly barWidth: number;
}

function layOut(standings: readonly Standing[], width: number): Layout {
  const widths = [0, 0, 0, 0];
  let distance = 0;
  for (const standing of standings) {
    for (const [column, cell] of cellsOf(standing).entries())
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    distance = Math.max(distance, distanceInWords(standing).length);
  }
  const taken = widths.reduce((sum, columns) => sum + columns + 2, 4 + distance);
  const barWidth = Math.min(longestBar, width - taken);
  return { scale: scaleFor(standings), widths, barWidth: barWidth < shortestBar ? 0 : barWidth };
}

function standingLine(standing: Standing, { scale, widths, barWidth }: Layout): string {
  const cells = cellsOf(standing).map((cell, column) => {
    const columns = widths[column] ?? 0;
    return column < 2 ? cell.padEnd(columns) : cell.padStart(columns);
  });
  if (barWidth > 0) cells.push(barOf(standing, scale, barWidth));
  return `  ${[...cells, distanceInWords(standing)].join("  ")}\n`;
}

function cellsOf({ beneficiary, bucket, used, figure, kxThreshold }: Standing): readonly string[] {
  const label = visible(beneficiary);
  const shown = label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label;
  const share = figure.cents === undefined || !kxThreshold ? "" : percentOf(figure.cents, kxThreshold);
  return [shown, bucket, boundsInWords(used), share];
}

/** What is certainly used is full, what may be used is half full; the thresholds cut through both. */
function barOf({ used, kxThreshold, reviewThreshold }: Standing, scale: AmountScale, width: number): string {
  const columnOf = (amount: number): number => Math.round(scale.partOf(amount) * (width - 1));
  const characters = Array.from({ length: width }, (_, column): string => {
    if (column < columnOf(used.low)) return "█";
    return column < columnOf(used.high) ? "░" : " ";
  });
  if (reviewThreshold !== undefined) characters[columnOf(reviewThreshold)] = "┊";
  if (kxThreshold !== undefined) characters[columnOf(kxThreshold)] = "│";
  if (scale.isBeyond(used.low)) characters[width - 1] = "▶";
  return characters.join("");
}

function notesOf({ crossing, sources, doubts }: Standing): readonly string[] {
  const notes: string[] = [];
  if (crossing !== undefined) {
    const { date, code, place } = crossing;
    notes.push(["over KX from", date, code ?? "", place ? placeInWords(place) : ""].filter(Boolean).join(" "));
  }
  if (sources.length > 0) notes.push(sources.map(sourceInWords).join(", "));
  notes.push(...doubts.slice(0, mostDoubts).map((doubt) => `? ${doubtInWords(doubt)}`));
  if (doubts.length > mostDoubts) notes.push(`? ${count(doubts.length - mostDoubts, "further doubt")}`);
  return notes.map(visible);
}

const mostDoubts = 8;
const indent = "    ";

function wrapped(text: string, width: number): string {
  const room = Math.max(20, width - indent.length);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  return [...lines, line].map((part) => `${indent}${part}\n`).join("");
}
