import type { SourceText } from "../../text/source-text.ts";
import type { PartIn, PartReader } from "../part-reader.ts";
import { footLine } from "./form.ts";
import { placeForm } from "./origin.ts";
import { type State, isSameState, readPage, stateAfter } from "./page.ts";
import { linesOf } from "./print-line.ts";

/** How far ahead the end of a page is looked for: in characters, and in lines. */
const windowLength = 32_768;
const windowLines = 132;

/** Reads print images page by page. */
export const cms1500Reader: PartReader<State> = {
  reach: windowLength,
  begin: () => ({ carriedOn: undefined }),
  next(text, offset, state, previous) {
    const page = pageAt(text, offset);
    // Every part of the version before was read by this reader.
    const old = previous as PartIn<State> | undefined;
    const isSame = old !== undefined && old.text === page && isSameState(old.before, state);
    const part = isSame ? old : readPage(page, state);
    return { part, state: stateAfter(part) };
  },
  same: isSameState,
};

/**
 * A form feed ends a page. Where none comes in time, a page ends behind its form, with the blank lines there: forms stand under one
 * another then, at whatever distance. What is no form is taken by so many lines as a printer has on a page.
 */
function pageAt(text: SourceText, offset: number): string {
  const window = text.slice(offset, offset + windowLength);
  const feed = window.indexOf("\f");
  const ends = endsOfLines(window, feed < 0 ? window.length : feed + 1, offset + window.length === text.length);
  if (feed >= 0 && ends.length <= mostLines) return window.slice(0, feed + 1);
  return window.slice(0, ends[linesOfPage(window, ends) - 1] ?? window.length);
}

/** Where each line ends, up to `end`; the last may go on behind the window, and then counts only where it is the only one. */
function endsOfLines(window: string, end: number, isAll: boolean): readonly number[] {
  const ends: number[] = [];
  const lineEnd = /\r\n?|\n/g;
  for (let found = lineEnd.exec(window); found !== null && lineEnd.lastIndex < end; found = lineEnd.exec(window)) {
    ends.push(lineEnd.lastIndex);
    if (ends.length === windowLines) return ends;
  }
  const isWhole = isAll || end < window.length || ends.length === 0;
  return isWhole ? [...ends, end] : ends;
}

/** Two forms do not fit in so many lines. */
const mostLines = 90;

function linesOfPage(window: string, ends: readonly number[]): number {
  const lines = linesOf(window.slice(0, ends.at(-1)));
  const placing = placeForm(lines);
  if (!("origin" in placing)) return Math.min(pageLines, ends.length);
  let count = Math.max(1, placing.origin.line + footLine);
  while (count < ends.length && lines[count]?.columns.trim() === "") count++;
  return Math.min(count, ends.length);
}

/** At six lines an inch. */
const pageLines = 66;
