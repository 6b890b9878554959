import { type CodeUnits, codeUnitsOf } from "../../text/code-units.ts";
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

/** The same in the code units of a part. */
function behindLayout(units: CodeUnits, at: number, length: number, delimiters: Delimiters): number {
  for (; at < length; at++) {
    const code = units[at] ?? 0;
    const isLayout = code <= 32 || code === 0xfeff || code === delimiters.terminatorCode;
    if (!isLayout || code === delimiters.elementCode) return at;
  }
  return length;
}

/** The id of a segment whose id, and the white space around it, ends at `end`. */
function idBetween(units: CodeUnits, start: number, end: number): SegmentId {
  let id = 0;
  for (let at = start, length = 0; at < end; at++) {
    const code = units[at] ?? 0;
    if (code === 10 || code === 13) continue;
    if (length === 3 || code > 127) return 0;
    id = (id << 8) | code;
    length++;
  }
  return id;
}

/** All segments of a part's text, in their order. The text is gone through once: where each element begins is kept with them. */
export function segmentsOf(part: SegmentedPart): readonly Segment[] {
  return cut(part, Number.POSITIVE_INFINITY);
}

/** The first segment of a part; empty at its end where it has none. */
export function firstSegmentOf(part: SegmentedPart): Segment {
  const { length } = part.text;
  return cut(part, 1)[0] ?? new Segment(part, length, length, [], 0, 0);
}

/** Where the id of a part's first segment stands. */
export function idOf(part: SegmentedPart): Span {
  const segment = firstSegmentOf(part);
  const id = segment.rawElement(0) ?? segment;
  return spanOf(part, id.start, id.end);
}

/** Lists are filled here and copied at their exact length: one that grows by itself takes room for many more. */
const starts: number[] = [];
const terminators: number[] = [];
const separators: number[] = [];
const behindSeparators: number[] = [];

function cut(part: SegmentedPart, atMost: number): readonly Segment[] {
  const units = codeUnitsOf(part);
  const { length } = part.text;
  const { elementCode, terminatorCode } = part.delimiters;
  let count = 0;
  let separatorCount = 0;
  for (let at = behindLayout(units, 0, length, part.delimiters); at < length && count < atMost; count++) {
    starts[count] = at;
    for (; at < length; at++) {
      const code = units[at];
      if (code === elementCode) separators[separatorCount++] = at;
      else if (code === terminatorCode) break;
    }
    terminators[count] = at;
    behindSeparators[count] = separatorCount;
    at = behindLayout(units, at + 1, length, part.delimiters);
  }
  const ofAll = separators.slice(0, separatorCount);
  const segments = new Array<Segment>(count);
  for (let index = 0, first = 0; index < count; index++) {
    const behind = behindSeparators[index] ?? 0;
    segments[index] = new Segment(part, starts[index] ?? 0, terminators[index] ?? 0, ofAll, first, behind - first);
    first = behind;
  }
  return segments;
}

/** One segment of a part: from its id to the end of its last element, the terminator left out. */
export class Segment implements Place {
  readonly part: SegmentedPart;
  readonly id: SegmentId;
  readonly start: number;
  readonly end: number;
  /** Where its terminator stands; the end of the text where it has none. */
  readonly terminator: number;
  /** How many elements stand behind the id. */
  readonly elementCount: number;
  /** Where the element separators of all segments stand, and which is its own first. */
  readonly #separators: readonly number[];
  readonly #first: number;

  constructor(
    part: SegmentedPart,
    start: number,
    terminator: number,
    separators: readonly number[],
    first: number,
    elementCount: number,
  ) {
    this.part = part;
    this.id = idBetween(codeUnitsOf(part), start, elementCount === 0 ? terminator : (separators[first] ?? start));
    this.start = start;
    this.end = trimmedEnd(part, start, terminator);
    this.terminator = terminator;
    this.elementCount = elementCount;
    this.#separators = separators;
    this.#first = first;
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
    const { delimiters } = this.part;
    const raws: Place[] = [];
    for (let start = raw.start; start <= raw.end;) {
      const end = pieceEnd(codeUnitsOf(this.part), start, raw.end, delimiters.componentCode);
      raws.push({ start, end });
      start = end + 1;
    }
    return raws;
  }

  /** Whether element `n` is exactly this. */
  has(n: number, value: string): boolean {
    if (n > this.elementCount) return false;
    const end = trimmedEnd(this.part, this.#startOf(n), this.#endOf(n));
    return isTextBetween(this.part, trimmedStart(this.part, this.#startOf(n), end), end, value);
  }

  #startOf(n: number): number {
    return n === 0 ? this.start : (this.#separators[this.#first + n - 1] ?? this.start) + 1;
  }

  #endOf(n: number): number {
    return n >= this.elementCount ? this.end : (this.#separators[this.#first + n] ?? this.end);
  }
}

export function isText(part: Part, { start, end }: Place, value: string): boolean {
  return isTextBetween(part, start, end, value);
}

/** Compares without cutting a piece out of the text, since it is done for most segments. Line ends inside do not count. */
function isTextBetween(part: Part, start: number, end: number, value: string): boolean {
  if (end - start < value.length) return false;
  const units = codeUnitsOf(part);
  let matched = 0;
  for (let at = start; at < end; at++) {
    const code = units[at];
    if (code === 10 || code === 13) continue;
    if (code !== value.charCodeAt(matched)) return false;
    matched++;
  }
  return matched === value.length;
}

const components: Place[] = [];

/** The components of an element, at most so many; an element that is not composite is its own only one. */
export function componentsOf(part: SegmentedPart, element: Place | undefined, atMost: number): readonly Place[] {
  if (element === undefined) return [];
  let count = 0;
  for (let start = element.start; start <= element.end && count < atMost; count++) {
    const end = pieceEnd(codeUnitsOf(part), start, element.end, part.delimiters.componentCode);
    components[count] = trimmed(part, start, end);
    start = end + 1;
  }
  return components.slice(0, count);
}

/** Component `n` of an element, 1 being the first. */
export function componentOf(part: SegmentedPart, element: Place | undefined, n: number): Place | undefined {
  if (element === undefined) return undefined;
  let start = element.start;
  for (let before = 1; before < n; before++) {
    start = pieceEnd(codeUnitsOf(part), start, element.end, part.delimiters.componentCode) + 1;
    if (start > element.end) return undefined;
  }
  return trimmed(part, start, pieceEnd(codeUnitsOf(part), start, element.end, part.delimiters.componentCode));
}

function pieceEnd(units: CodeUnits, start: number, end: number, separator: number): number {
  let at = start;
  while (at < end && units[at] !== separator) at++;
  return at;
}

function trimmed(part: SegmentedPart, start: number, end: number): Place {
  const last = trimmedEnd(part, start, end);
  return { start: trimmedStart(part, start, last), end: last };
}

function trimmedStart(part: SegmentedPart, start: number, end: number): number {
  const units = codeUnitsOf(part);
  while (start < end && isBlank(units[start], part.delimiters)) start++;
  return start;
}

function trimmedEnd(part: SegmentedPart, start: number, end: number): number {
  const units = codeUnitsOf(part);
  while (end > start && isBlank(units[end - 1], part.delimiters)) end--;
  return end;
}

function isBlank(code: number | undefined, delimiters: Delimiters): boolean {
  const isSpace = code === 32 || code === 9 || code === 10 || code === 13;
  return isSpace && code !== delimiters.elementCode && code !== delimiters.componentCode;
}
