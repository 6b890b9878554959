import assert from "node:assert/strict";
import type { Reading } from "../../server/src/formats/format.ts";
import { x12Format } from "../../server/src/formats/x12/x12.ts";
import { absoluteSpan, partOffsets, problemsOf } from "./x12-shown.ts";

/** Some lines of a file; what stands above and below them is the same for all. */
export interface Excerpt {
  readonly lines: readonly string[];
  readonly lineEnd: string;
  /** Where the excerpt begins in the text. */
  readonly start: number;
  readonly text: string;
  readonly reading: Reading;
}

/** A line that shows what is found in the line above it. */
export const marker = /^ *\^+(?: \(empty\))? [a-z0-9-]+: /;

/** The lines with carets under each problem; a problem outside them is named below. */
export function marked({ lines, lineEnd, start, reading }: Excerpt): string {
  const offsets = partOffsets(reading);
  const problems = problemsOf(reading).map((problem) => ({ problem, at: absoluteSpan(problem.span, offsets) }));
  problems.sort((a, b) => a.at.start - b.at.start);
  let lineStart = start;
  let result = "";
  let shownCount = 0;
  for (const line of lines) {
    const nextLine = lineStart + line.length + lineEnd.length;
    const here = problems.filter(({ at }) => at.start >= lineStart && at.start < nextLine);
    result += `${line}\n`;
    for (const { problem, at } of here) {
      const carets = "^".repeat(Math.max(1, at.end - at.start)) + (at.end === at.start ? " (empty)" : "");
      const words = [problem.message, ...(problem.fixes ?? []).map(({ title, safety }) => `${title} (${safety})`)];
      result += `${" ".repeat(at.start - lineStart)}${carets} ${problem.rule}: ${words.join(" · ")}\n`;
    }
    shownCount += here.length;
    lineStart = nextLine;
  }
  assert.equal(
    problems.length,
    shownCount,
    `a problem outside the excerpt: ${JSON.stringify(problems.map(({ problem }) => problem.message))}`,
  );
  return result;
}

/** What an editor tells of each element in the first segment with this id; in the excerpt's first segment where none is given. */
export function told({ start, lines, reading, lineEnd }: Excerpt, id: string): string {
  const index = Math.max(
    0,
    lines.findIndex((line) => line.startsWith(id)),
  );
  const lineStart =
    start +
    lines
      .slice(0, index)
      .map((line) => line + lineEnd)
      .join("").length;
  const offsets = partOffsets(reading);
  const titles = new Map<string, string>();
  for (let offset = lineStart; offset < lineStart + (lines[index]?.length ?? 0); offset++) {
    const part = [...reading.parts].findLast((one) => (offsets.get(one) ?? 0) <= offset);
    const description = part && x12Format.describe(part, offset - (offsets.get(part) ?? 0));
    if (description !== undefined) titles.set(description.title, description.text);
  }
  return [...titles].map(([title, text]) => (text === "" ? `${title}\n` : `${title}: ${text}\n`)).join("");
}
