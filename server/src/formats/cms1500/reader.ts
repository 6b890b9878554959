import type { SourceText } from "../../text/source-text.ts";
import type { PartIn, PartReader } from "../part-reader.ts";
import { footLine } from "./form.ts";
import { placeForm } from "./origin.ts";
import { type State, isSameState, nothingCarriedOn, readPage, stateAfter } from "./page.ts";
import { linesOf } from "./print-line.ts";

/** How far ahead the end of a page is looked for: in characters, and in lines. */
const windowLength = 32_768;
const windowLines = 132;

/** Reads print images page by page. */
export const cms1500Reader: PartReader<State> = {
  reach: windowLength,
  begin: () => nothingCarriedOn,
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
  const before = feed < 0 ? window : window.slice(0, feed + 1);
  // A line that goes on behind the window counts only where it is the only one.
  const isCut = feed < 0 && offset + window.length < text.length;
  const ends = endsOfLines(before, isCut);
  return feed >= 0 && ends.length <= mostLines ? before : before.slice(0, ends[linesOfPage(before, ends) - 1]);
}

/** Where each line ends, its line end included. */
function endsOfLines(text: string, isCut: boolean): readonly number[] {
  const ends: number[] = [];
  const lineEnd = /\r\n?|\n/g;
  while (lineEnd.exec(text) !== null) {
    ends.push(lineEnd.lastIndex);
    if (ends.length === windowLines) return ends;
  }
  const isWhole = (ends.at(-1) ?? 0) < text.length && !isCut;
  return isWhole || ends.length === 0 ? [...ends, text.length] : ends;
}

/** Two forms do not fit in so many lines. */
const mostLines = 90;

function linesOfPage(text: string, ends: readonly number[]): number {
  const lines = linesOf(text.slice(0, ends.at(-1)));
  const placing = placeForm(lines);
  if (!("origin" in placing)) return Math.min(pageLines, ends.length);
  let count = Math.max(1, placing.origin.line + footLine);
  while (count < ends.length && lines[count]?.columns.trim() === "") count++;
  return Math.min(count, ends.length);
}

/** At six lines an inch. */
const pageLines = 66;
