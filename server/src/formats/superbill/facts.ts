import type { TextChange } from "../../text/edit.ts";
import type { SourceText } from "../../text/source-text.ts";
import { contentOf, readTitle } from "./line-kind.ts";
import { isBlank, isLineEnd, lineBounds } from "./line.ts";

/** What must be known of the whole text before its first line can be read. */
export interface Facts {
  /** Claims begin at titles; without one in the text, at fields. */
  readonly hasTitle: boolean;
  /** The text writes CMS-1500 item numbers as labels: at least three different ones. */
  readonly hasItemNumbers: boolean;
}

export function factsOf(text: SourceText): Facts {
  const all = { start: 0, end: text.length };
  return { hasTitle: holdsTitle(text, all), hasItemNumbers: holdsItemNumbers(text, all, itemNumbersWanted) };
}

/** The same after a change, mostly without looking through the whole text: what it lacked only the change can have brought. */
export function factsAfter(before: Facts, text: SourceText, change: TextChange): Facts {
  const all = { start: 0, end: text.length };
  const changed = linesAround(text, change);
  const mayHaveItems = before.hasItemNumbers || holdsItemNumbers(text, changed, 1);
  return {
    hasTitle: holdsTitle(text, before.hasTitle ? all : changed),
    hasItemNumbers: mayHaveItems && holdsItemNumbers(text, all, itemNumbersWanted),
  };
}

const itemNumbersWanted = 3;

export function sameFacts(first: Facts, second: Facts): boolean {
  return first.hasTitle === second.hasTitle && first.hasItemNumbers === second.hasItemNumbers;
}

/** Whole lines of the text; offsets of its beginning and end. */
interface Lines {
  readonly start: number;
  readonly end: number;
}

/** The lines that a change touched. */
function linesAround(text: SourceText, { start, newEnd }: TextChange): Lines {
  let first = Math.min(start, text.length);
  while (first > 0 && !isLineEnd(text.charCodeAt(first - 1))) first--;
  return { start: first, end: lineBounds(text, newEnd).end };
}

/** Looked through a stretch after the other: where there is a title, one mostly stands near the beginning. */
function holdsTitle(text: SourceText, { start, end }: Lines): boolean {
  for (let from = start; from < end;) {
    const to = Math.min(end, lineBounds(text, from + stretch).next);
    if (titleIn(text.slice(from, to))) return true;
    from = to;
  }
  return false;
}

const stretch = 65_536;

function titleIn(lines: string): boolean {
  const candidate = /(?:^|[\r\n])[^\S\r\n]*(?:superbill|claim)/gi;
  for (let match = candidate.exec(lines); match !== null; match = candidate.exec(lines)) {
    const start = match.index + (isLineEnd(lines.charCodeAt(match.index)) ? 1 : 0);
    const line = /^[^\r\n]*/.exec(lines.slice(start))?.[0] ?? "";
    if (readTitle(contentOf({ text: line, start })) !== undefined) return true;
  }
  return false;
}

/** Whether so many different item numbers stand there. */
function holdsItemNumbers(text: SourceText, { start, end }: Lines, wanted: number): boolean {
  const found = new Set<string>();
  for (let colon = text.indexOf(":", start); colon !== -1 && colon < end; colon = text.indexOf(":", colon + 1)) {
    const item = itemNumberBefore(text, colon);
    if (item !== undefined) found.add(item);
    if (found.size >= wanted) return true;
  }
  return false;
}

/** The item number that ends at a colon, where a field can begin: at a line's beginning or behind a gap. */
function itemNumberBefore(text: SourceText, colon: number): string | undefined {
  const item = before(text, colon);
  if (item === "" || isDigit(text.charCodeAt(colon + 1))) return undefined;
  const match = /(?:^|\s\s|[\t\r\n\uFEFF]|\s\|\s)\s?(\d{1,2}[a-z]{0,2})\s?$/i.exec(item);
  const number = match?.[1]?.toLowerCase();
  return number !== undefined && Number.parseInt(number, 10) <= 33 ? number : undefined;
}

function before(text: SourceText, colon: number): string {
  let last = colon - 1;
  if (isBlank(text.charCodeAt(last))) last--;
  // Two letters may stand behind the digits.
  for (let count = 0; count < 2 && (text.charCodeAt(last) | 32) >= 97; count++) last--;
  return isDigit(text.charCodeAt(last)) ? text.slice(Math.max(0, colon - 8), colon) : "";
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
