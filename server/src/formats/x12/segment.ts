import type { SourceText } from "../../text/source-text.ts";
import type { Part } from "../../text/span.ts";
import type { Delimiters } from "./delimiters.ts";

/** A part whose text is cut by known delimiters. */
export interface SegmentedPart extends Part {
  readonly delimiters: Delimiters;
}

/** Where a value stands in its part, without the white space around it; empty where the element is. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A segment id of two or three characters, packed into a number: many are compared. */
export type SegmentId = number;

export function segmentId(name: string): SegmentId {
  let id = 0;
  for (let at = 0; at < name.length; at++) id = (id << 8) | name.charCodeAt(at);
  return id;
}

/** The id that begins here; 0 where none does. Line ends inside, as in files wrapped at a fixed width, do not count. */
export function segmentIdAt(text: SourceText, at: number, delimiters: Delimiters): SegmentId {
  let id = 0;
  for (let length = 0; ; at++) {
    const code = text.charCodeAt(at);
    if (code === delimiters.elementCode || code === delimiters.terminatorCode || Number.isNaN(code)) return id;
    if (code === 10 || code === 13) continue;
    if (length === 3 || code > 127) return 0;
    id = (id << 8) | code;
    length++;
  }
}

/** The first offset at or after `at` that does not hold line ends, indentation, empty segments or a byte-order mark. */
export function skipLayout(text: SourceText, at: number, delimiters?: Delimiters): number {
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isLayout = code <= 32 || code === 0xfeff || code === delimiters?.terminatorCode;
    if (!isLayout || code === delimiters?.elementCode) return at;
  }
  return text.length;
}

/** All segments of a part's text, in their order. */
export function segmentsOf(part: SegmentedPart): readonly Segment[] {
  const { text, delimiters } = part;
  const segments: Segment[] = [];
  for (let start = skipLayout(text, 0, delimiters); start < text.length;) {
    const terminator = text.indexOf(delimiters.terminator, start);
    const end = terminator < 0 ? text.length : terminator;
    segments.push(new Segment(part, start, end));
    start = skipLayout(text, end + 1, delimiters);
  }
  return segments;
}

/** The first segment of a part; empty at its end where it has none. */
export function firstSegmentOf(part: SegmentedPart): Segment {
  const start = skipLayout(part.text, 0, part.delimiters);
  const terminator = part.text.indexOf(part.delimiters.terminator, start);
  return new Segment(part, start, terminator < 0 ? part.text.length : terminator);
}

/** One segment of a part: from its id to the end of its last element, the terminator left out. */
export class Segment implements Place {
  readonly part: SegmentedPart;
  readonly id: SegmentId;
  readonly start: number;
  readonly end: number;

  constructor(part: SegmentedPart, start: number, terminator: number) {
    this.part = part;
    this.id = segmentIdAt(part.text, start, part.delimiters);
    this.start = start;
    this.end = trimmedEnd(part, start, terminator);
  }

  /** Element `n`, of which 1 is the first behind the id; undefined where the segment ends before it. */
  element(n: number): Place | undefined {
    const raw = this.rawElement(n);
    return raw && trimmed(this.part, raw.start, raw.end);
  }

  /** The id, and the elements behind it up to the one with this number, in one walk. */
  elements(last: number): readonly Place[] {
    return piecesOf(this.part, this, this.part.delimiters.elementCode, last + 1);
  }

  /** The element from separator to separator; 0 is the id. */
  rawElement(n: number): Place | undefined {
    const { text, delimiters } = this.part;
    const start = pieceStart(text, this, delimiters.elementCode, n);
    return start < 0 ? undefined : { start, end: pieceEnd(text, start, this.end, delimiters.elementCode) };
  }

  /** All components of element `n`, with the white space around them. */
  rawComponents(n: number): readonly Place[] {
    const raw = this.rawElement(n);
    if (raw === undefined) return [];
    const { text, delimiters } = this.part;
    const components: Place[] = [];
    for (let start = raw.start; start <= raw.end;) {
      const end = pieceEnd(text, start, raw.end, delimiters.componentCode);
      components.push({ start, end });
      start = end + 1;
    }
    return components;
  }

  /** How many elements stand behind the id. */
  get elementCount(): number {
    const { text, delimiters } = this.part;
    let count = 0;
    for (let at = this.start; at < this.end; at++) {
      if (text.charCodeAt(at) === delimiters.elementCode) count++;
    }
    return count;
  }

  /** Whether element `n` is exactly this. */
  has(n: number, value: string): boolean {
    const place = this.element(n);
    return place !== undefined && isText(this.part.text, place, value);
  }
}

/** Compares without cutting a piece out of the text, since it is done for most segments. Line ends inside do not count. */
export function isText(text: string, { start, end }: Place, value: string): boolean {
  if (end - start < value.length) return false;
  let matched = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) continue;
    if (code !== value.charCodeAt(matched)) return false;
    matched++;
  }
  return matched === value.length;
}

/** The components of an element, at most so many; an element that is not composite is its own only one. */
export function componentsOf(part: SegmentedPart, element: Place | undefined, atMost: number): readonly Place[] {
  return element === undefined ? [] : piecesOf(part, element, part.delimiters.componentCode, atMost);
}

function piecesOf(part: SegmentedPart, whole: Place, separator: number, atMost: number): readonly Place[] {
  const { text } = part;
  const pieces: Place[] = [];
  for (let start = whole.start; start <= whole.end && pieces.length < atMost;) {
    const end = pieceEnd(text, start, whole.end, separator);
    pieces.push(trimmed(part, start, end));
    start = end + 1;
  }
  return pieces;
}

/** Where the piece behind the nth separator begins; -1 where there are fewer. */
function pieceStart(text: string, whole: Place, separator: number, n: number): number {
  if (n === 0) return whole.start;
  for (let at = whole.start, left = n; at < whole.end; at++) {
    if (text.charCodeAt(at) === separator && --left === 0) return at + 1;
  }
  return -1;
}

function pieceEnd(text: string, start: number, end: number, separator: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) !== separator) at++;
  return at;
}

function trimmed(part: SegmentedPart, start: number, end: number): Place {
  const last = trimmedEnd(part, start, end);
  while (start < last && isBlank(part.text.charCodeAt(start), part.delimiters)) start++;
  return { start, end: last };
}

function trimmedEnd(part: SegmentedPart, start: number, end: number): number {
  while (end > start && isBlank(part.text.charCodeAt(end - 1), part.delimiters)) end--;
  return end;
}

function isBlank(code: number, delimiters: Delimiters): boolean {
  const isSpace = code === 32 || code === 9 || code === 10 || code === 13;
  return isSpace && code !== delimiters.elementCode && code !== delimiters.componentCode;
}
