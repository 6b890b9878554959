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
  return { hasTitle: holdsTitle(text), hasItemNumbers: holdsItemNumbers(text) };
}

export function sameFacts(first: Facts, second: Facts): boolean {
  return first.hasTitle === second.hasTitle && first.hasItemNumbers === second.hasItemNumbers;
}

function holdsTitle(text: SourceText): boolean {
  const candidate = /(?:^|[\r\n])[^\S\r\n]*(?:superbill|claim)/gi;
  const whole = text.slice(0);
  for (let match = candidate.exec(whole); match !== null; match = candidate.exec(whole)) {
    const start = match.index + (isLineEnd(whole.charCodeAt(match.index)) ? 1 : 0);
    const { end } = lineBounds(text, candidate.lastIndex);
    if (readTitle(contentOf({ text: whole.slice(start, end), start })) !== undefined) return true;
  }
  return false;
}

function holdsItemNumbers(text: SourceText): boolean {
  const found = new Set<string>();
  for (let colon = text.indexOf(":"); colon !== -1; colon = text.indexOf(":", colon + 1)) {
    const item = itemNumberBefore(text, colon);
    if (item !== undefined) found.add(item);
    if (found.size >= 3) return true;
  }
  return false;
}

/** The item number that ends at a colon, where a field can begin: at a line's beginning or behind a gap. */
function itemNumberBefore(text: SourceText, colon: number): string | undefined {
  if (/\d/.test(text.slice(colon + 1, colon + 2))) return undefined;
  const match = /(?:^|\s\s|[\t\r\n\uFEFF]|\s\|\s)\s?(\d{1,2}[a-z]{0,2})\s?$/i.exec(before(text, colon));
  const item = match?.[1]?.toLowerCase();
  return item !== undefined && Number.parseInt(item, 10) <= 33 ? item : undefined;
}

function before(text: SourceText, colon: number): string {
  const code = text.charCodeAt(colon - 1);
  const couldBeItem = (code >= 48 && code <= 57) || (code | 32) >= 97 || isBlank(code);
  return couldBeItem ? text.slice(Math.max(0, colon - 8), colon) : "";
}
