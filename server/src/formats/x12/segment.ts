import type { SourceText } from "../../text/source-text.ts";
import { type Part, type Span, spanOf } from "../../text/span.ts";
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

/** All segments of a part's text, in their order. The text is gone through once: where each element begins is kept with them. */
export function segmentsOf(part: SegmentedPart): readonly Segment[] {
  const { text, delimiters } = part;
  const segments: Segment[] = [];
  for (let start = skipLayout(text, 0, delimiters); start < text.length;) {
    const segment = segmentAt(part, start);
    segments.push(segment);
    start = skipLayout(text, segment.terminator + 1, delimiters);
  }
  return segments;
}

/** The first segment of a part; empty at its end where it has none. */
export function firstSegmentOf(part: SegmentedPart): Segment {
  return segmentAt(part, skipLayout(part.text, 0, part.delimiters));
}

/** Where the id of a part's first segment stands. */
export function idOf(part: SegmentedPart): Span {
  const segment = firstSegmentOf(part);
  const id = segment.rawElement(0) ?? segment;
  return spanOf(part, id.start, id.end);
}

/** Many segments are cut, and each keeps its own copy at its exact length. */
const separators: number[] = [];

function segmentAt(part: SegmentedPart, start: number): Segment {
  const { text, delimiters } = part;
  const { elementCode, terminatorCode } = delimiters;
  let count = 0;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === elementCode) separators[count++] = at;
    else if (code === terminatorCode) break;
  }
  return new Segment(part, start, at, separators.slice(0, count));
}

/** One segment of a part: from its id to the end of its last element, the terminator left out. */
export class Segment implements Place {
  readonly part: SegmentedPart;
  readonly id: SegmentId;
  readonly start: number;
  readonly end: number;
  /** Where its terminator stands; the end of the text where it has none. */
  readonly terminator: number;
  /** Where its element separators stand. */
  readonly #separators: readonly number[];

  constructor(part: SegmentedPart, start: number, terminator: number, separators: readonly number[]) {
    this.part = part;
    this.id = segmentIdAt(part.text, start, part.delimiters);
    this.start = start;
    this.end = trimmedEnd(part, start, terminator);
    this.terminator = terminator;
    this.#separators = separators;
  }

  /** How many elements stand behind the id. */
  get elementCount(): number {
    return this.#separators.length;
  }

  /** Element `n`, of which 1 is the first behind the id; undefined where the segment ends before it. */
  element(n: number): Place | undefined {
    return n > this.elementCount ? undefined : trimmed(this.part, this.#startOf(n), this.#endOf(n));
  }

  /** The id, and the elements behind it up to the one with this number. */
  elements(last: number): readonly Place[] {
    const places: Place[] = [];
    for (let n = 0; n <= Math.min(last, this.elementCount); n++) {
      places.push(trimmed(this.part, this.#startOf(n), this.#endOf(n)));
    }
    return places;
  }

  /** The element from separator to separator; 0 is the id. */
  rawElement(n: number): Place | undefined {
    return n > this.elementCount ? undefined : { start: this.#startOf(n), end: this.#endOf(n) };
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

  /** Whether element `n` is exactly this. */
  has(n: number, value: string): boolean {
    const place = this.element(n);
    return place !== undefined && isText(this.part.text, place, value);
  }

  #startOf(n: number): number {
    const before = n === 0 ? undefined : this.#separators[n - 1];
    return before === undefined ? this.start : before + 1;
  }

  #endOf(n: number): number {
    return this.#separators[n] ?? this.end;
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
  if (element === undefined) return [];
  const components: Place[] = [];
  for (let start = element.start; start <= element.end && components.length < atMost;) {
    const end = pieceEnd(part.text, start, element.end, part.delimiters.componentCode);
    components.push(trimmed(part, start, end));
    start = end + 1;
  }
  return components;
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
