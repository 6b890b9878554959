import { stripVTControlCharacters } from "node:util";
import type { Paint } from "./paint.ts";

const width = 100;

/** With a group, so that cutting at fences leaves them: every second piece is one. */
const fence = /^(```[^]*?^```$)/m;

/** The Markdown that rules and hovers are written in, as plain text for a terminal: paragraphs, headings, lists, tables and fences. */
export function markdownToTerminal(markdown: string, paint: Paint): string {
  const blocks = markdown.split(fence).flatMap((text, place) => (place % 2 === 1 ? [text] : text.split(/\n{2,}/)));
  const shown = blocks.map((block) => block.trim()).filter((block) => block !== "");
  return `${shown.map((block) => blockToText(block, paint)).join("\n\n")}\n`;
}

function blockToText(block: string, paint: Paint): string {
  if (block.startsWith("```")) return fenceToText(block);
  if (block.startsWith("#")) return paint("bold", inline(block.replace(/^#+ /, ""), paint));
  if (block.startsWith("|")) return tableToText(block, paint);
  if (block.startsWith("- "))
    return block
      .split("\n")
      .map((item) => wrap(inline(item, paint), "  "))
      .join("\n");
  return wrap(inline(block.replaceAll("\n", " "), paint), "");
}

function fenceToText(block: string): string {
  return block
    .split("\n")
    .slice(1, -1)
    .map((line) => `    ${line}`.trimEnd())
    .join("\n");
}

/** Columns as wide as their widest cell, the last one wrapped. A heading without words is left out. */
function tableToText(block: string, paint: Paint): string {
  const [heading, divider, ...others] = block.split("\n").map(cellsOf);
  const isRight = (divider ?? []).map((cell) => cell.endsWith(":"));
  const shown = [...(heading?.some((cell) => cell !== "") ? [heading] : []), ...others];
  const painted = shown.map((cells) => cells.map((cell) => inline(cell, paint)));
  const widths = isRight.map((_, column) => Math.max(...painted.map((cells) => lengthOf(cells[column] ?? ""))));
  return painted.map((cells) => tableLine(cells, widths, isRight)).join("\n");
}

function tableLine(cells: readonly string[], widths: readonly number[], isRight: readonly boolean[]): string {
  const last = cells.length - 1;
  const padded = cells.map((cell, column) => pad(cell, widths[column] ?? 0, isRight[column] ?? false));
  const start =
    padded
      .slice(0, last)
      .map((cell) => `  ${cell}`)
      .join("") + "  ";
  return start + wrap((padded[last] ?? "").trimEnd(), " ".repeat(lengthOf(start)), width - lengthOf(start));
}

function cellsOf(line: string): string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function pad(text: string, columns: number, isRight: boolean): string {
  const space = " ".repeat(Math.max(0, columns - lengthOf(text)));
  return isRight ? space + text : text + space;
}

/** Strong words are painted; what stands for itself behind a backslash does so. */
function inline(text: string, paint: Paint): string {
  return text.replace(
    /\\([!-/:-@[-`{-~])|\*\*(.+?)\*\*|(?<!\*)\*([^*]+)\*(?!\*)/g,
    (_all, literal?: string, strong?: string, emphasis?: string) => {
      if (literal !== undefined) return literal;
      return strong === undefined ? (emphasis ?? "") : paint("bold", inline(strong, paint));
    },
  );
}

/** Breaks the text between words so that its first line has no more than `room` columns, and the others, indented, the whole width. */
function wrap(text: string, indent: string, room = width): string {
  const lines: string[] = [];
  const [first = "", ...words] = text.split(" ");
  let line = first;
  for (const word of words) {
    const isFull = lengthOf(line) + 1 + lengthOf(word) > (lines.length === 0 ? room : width);
    if (isFull) lines.push(line);
    line = isFull ? indent + word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

function lengthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}
