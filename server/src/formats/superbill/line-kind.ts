import type { SourceText } from "../../text/source-text.ts";
import { type Line, type Piece, isBlank, trimmedPiece } from "./line.ts";
import { findDate } from "./written-date.ts";

/** A line that begins a claim. */
export interface Title {
  /** `SUPERBILL #1042`, without a colon behind it. */
  readonly words: Piece;
  /** `1042`. */
  readonly id: Piece | undefined;
  /** Of the visit that it names. */
  readonly date: Piece | undefined;
  /** Where fields may follow on the same line. */
  readonly end: number;
}

/** What of a line is not white space. */
export function contentOf(line: Line): Piece {
  return trimmedPiece(line.text, 0, line.text.length);
}

/** `#`, `;` or `//` comes first. */
export function isComment(content: Piece): boolean {
  return isCommentAt(content.text, 0);
}

/** The same of a line whose first character that is not blank stands at the offset. */
export function isCommentAt(text: Pick<SourceText, "charCodeAt">, first: number): boolean {
  const code = text.charCodeAt(first);
  return code === 35 || code === 59 || (code === 47 && text.charCodeAt(first + 1) === 47);
}

/** Three or more of `- = _ * + : |`, and spaces, nothing else. */
export function isDivider(content: Piece): boolean {
  if (!/^[-=_*+:|]/.test(content.text)) return false;
  let marks = 0;
  for (let index = 0; index < content.text.length; index++) {
    if ("-=_*+:|".includes(content.text.charAt(index))) marks++;
    else if (!isBlank(content.text.charCodeAt(index))) return false;
  }
  return marks >= 3;
}

/** `S:`, `O:`, `A:` or `P:` comes first: subjective, objective, assessment, plan. What it names of services is prose. */
export function isOfSoapNote(content: Piece): boolean {
  return /^[SOAP]:(?:\s|$)/.test(content.text);
}

const id = String.raw`\s{0,3}(?:#|(?:no\.?|number)\s)?\s{0,3}#?\s{0,3}([\w./-]{0,30}\d[\w./-]{0,30})`;
const words = String.raw`[^\s:|]+(?:\s[^\s:|]+){0,9}`;
const gap = String.raw`(?=$|\s\s|\t|\s\|\s)`;
const titles: readonly RegExp[] = [
  new RegExp(String.raw`^(superbill|claim)(?:${id}\s{0,3}:?)?${gap}`, "i"),
  // A sentence that begins with the word is no title.
  new RegExp(String.raw`^(superbill|claim(?=\s{0,3}#))${id},?\s(?=[-–—(])${words}${gap}`, "i"),
  new RegExp(String.raw`^(SUPERBILL|CLAIM)(?=\s{0,3}(?:#|NO|NUMBER))${id}\s${words}${gap}`),
];
const titleOfVisit = new RegExp(
  String.raw`^(?:superbill|claim)\s(?:for|of)\s(?:the\s)?(?:visit\s)?(?:of\s|on\s)?(${words})${gap}`,
  "i",
);

/**
 * `SUPERBILL` or `CLAIM`, alone or with an id that holds a digit, up to the line's end or a gap. Behind the id, words may
 * follow a hyphen; in capitals, and with `#` or `No`, they need none. Or `Superbill for visit 3/4/2026`.
 */
export function readTitle(content: Piece): Title | undefined {
  const first = content.text.charCodeAt(0) | 32;
  if (first !== 115 && first !== 99) return undefined;
  for (const form of titles) {
    const match = form.exec(content.text);
    if (match === null) continue;
    const [whole, word = "", id] = match;
    const end = content.start + whole.length;
    if (id === undefined) return { words: within(content, 0, word.length), id, date: undefined, end };
    const idStart = whole.indexOf(id, word.length);
    const idEnd = idStart + id.length;
    return { words: within(content, 0, idEnd), id: within(content, idStart, idEnd), date: undefined, end };
  }
  return readTitleOfVisit(content);
}

function readTitleOfVisit(content: Piece): Title | undefined {
  const [whole = "", day = ""] = titleOfVisit.exec(content.text) ?? [];
  const found = findDate(day);
  if (found === undefined) return undefined;
  const dayStart = whole.length - day.length;
  const date = within(content, dayStart + found.start, dayStart + found.end);
  return { words: within(content, 0, whole.length), id: undefined, date, end: content.start + whole.length };
}

/** A part of the content; the offsets count from its beginning. */
function within(content: Piece, start: number, end: number): Piece {
  return { text: content.text.slice(start, end), start: content.start + start, end: content.start + end };
}
