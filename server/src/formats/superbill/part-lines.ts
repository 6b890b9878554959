import { type Line, isLineEnd } from "./line.ts";

/** The line of a part's text that an offset lies in. */
export function lineAround(text: string, offset: number): Line {
  let start = Math.min(offset, text.length);
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  let end = start;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return { text: text.slice(start, end), start };
}

/** How a line ends; one that ends with the text, as the first one of the text does. */
export function lineEndOf(text: string, line: Line): string {
  const own = /^(?:\r\n|\r|\n)/.exec(text.slice(line.start + line.text.length, line.start + line.text.length + 2));
  return own?.[0] ?? /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}
