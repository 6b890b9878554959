import { type CodeUnits, codeUnitsOf } from "../../text/code-units.ts";
import type { SourceText } from "../../text/source-text.ts";
import { type Span, spanOf } from "../../text/span.ts";
import type { Delimiters } from "./delimiters.ts";
import {
  type Place,
  type SegmentedPart,
  findBetween,
  findComponent,
  isTextFound,
  pieceEnd,
  trimmed,
  trimmedEnd,
} from "./place.ts";

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
  const segments: Segment[] = [];
  for (const walk = new SegmentWalk(part); walk.next();) segments.push(walk.segment);
  return segments;
}

/** The first segment of a part; empty at its end where it has none. */
export function firstSegmentOf(part: SegmentedPart): Segment {
  const walk = new SegmentWalk(part);
  walk.next();
  return walk;
}

/** Where the id of a part's first segment stands. */
export function idOf(part: SegmentedPart): Span {
  const segment = firstSegmentOf(part);
  const id = segment.rawElement(0) ?? segment;
  return spanOf(part, id.start, id.end);
}

/** One segment of a part: from its id to the end of its last element, the terminator left out. */
export interface Segment extends Place {
  readonly part: SegmentedPart;
  readonly id: SegmentId;
  /** Where its terminator stands; the end of the text where it has none. */
  readonly terminator: number;
  /** How many elements stand behind the id. */
  readonly elementCount: number;
  /** Whether something stands in element `n`, of which 1 is the first behind the id, or in a component of it, from 1; `found` says where. */
  find(n: number, component?: number): boolean;
  /** 1 where the element is not composite; 0 where the segment ends before it. */
  componentCount(n: number): number;
  /** Whether element `n` is exactly this. */
  has(n: number, value: string): boolean;
  /** Element `n`; undefined where the segment ends before it. */
  element(n: number): Place | undefined;
  /** The element from separator to separator; 0 is the id. */
  rawElement(n: number): Place | undefined;
  /** All components of element `n`, with the white space around them. */
  rawComponents(n: number): readonly Place[];
}

/**
 * Goes through the segments of a part, and is the segment at hand: nothing is made of those that are passed over. Before the first it is
 * empty at the text's end.
 */
export class SegmentWalk implements Segment {
  readonly part: SegmentedPart;
  id: SegmentId = 0;
  start: number;
  end: number;
  terminator: number;
  elementCount = 0;
  /** Where the element separators of the segment stand; those behind them are of one before it. */
  #separators: number[] = [];
  #next: number;

  constructor(part: SegmentedPart) {
    const { length } = part.text;
    this.part = part;
    this.start = length;
    this.end = length;
    this.terminator = length;
    this.#next = 0;
  }

  /** Goes on to the next; false where there is none. */
  next(): boolean {
    const { part } = this;
    const { delimiters } = part;
    const { elementCode, terminatorCode } = delimiters;
    const { length } = part.text;
    const units = codeUnitsOf(part);
    const separators = this.#separators;
    const start = behindLayout(units, this.#next, length, delimiters);
    if (start >= length) return false;
    let count = 0;
    let at = start;
    for (; at < length; at++) {
      const code = units[at];
      if (code === elementCode) separators[count++] = at;
      else if (code === terminatorCode) break;
    }
    this.start = start;
    this.terminator = at;
    this.elementCount = count;
    this.id = idBetween(units, start, count === 0 ? at : (separators[0] ?? at));
    this.end = trimmedEnd(units, start, at, delimiters);
    this.#next = at + 1;
    return true;
  }

  /** The segment at hand by itself, to be kept while the walk goes on. */
  get segment(): Segment {
    const segment = new SegmentWalk(this.part);
    segment.id = this.id;
    segment.start = this.start;
    segment.end = this.end;
    segment.terminator = this.terminator;
    segment.elementCount = this.elementCount;
    segment.#separators = this.#separators.slice(0, this.elementCount);
    segment.#next = this.#next;
    return segment;
  }

  find(n: number, component?: number): boolean {
    if (n > this.elementCount) return false;
    const { delimiters } = this.part;
    const units = codeUnitsOf(this.part);
    const isThere = findBetween(units, this.#startOf(n), this.#endOf(n), delimiters);
    return component === undefined ? isThere : findComponent(units, component, delimiters);
  }

  componentCount(n: number): number {
    if (n > this.elementCount) return 0;
    const { componentCode } = this.part.delimiters;
    const units = codeUnitsOf(this.part);
    const end = this.#endOf(n);
    let count = 1;
    for (let at = this.#startOf(n); at < end; at++) if (units[at] === componentCode) count++;
    return count;
  }

  has(n: number, value: string): boolean {
    return this.find(n) && isTextFound(codeUnitsOf(this.part), value);
  }

  element(n: number): Place | undefined {
    return n > this.elementCount ? undefined : trimmed(this.part, this.#startOf(n), this.#endOf(n));
  }

  rawElement(n: number): Place | undefined {
    return n > this.elementCount ? undefined : { start: this.#startOf(n), end: this.#endOf(n) };
  }

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

  #startOf(n: number): number {
    return n === 0 ? this.start : (this.#separators[n - 1] ?? this.start) + 1;
  }

  #endOf(n: number): number {
    return n >= this.elementCount ? this.end : (this.#separators[n] ?? this.end);
  }
}

/** The first offset at or after `at` that `skipLayout` would stop at. */
function behindLayout(units: CodeUnits, at: number, length: number, delimiters: Delimiters): number {
  for (; at < length; at++) {
    const code = units[at] ?? 0;
    const isLayout = code <= 32 || code === 0xfeff || code === delimiters.terminatorCode;
    if (!isLayout || code === delimiters.elementCode) return at;
  }
  return length;
}

/** The id that stands here, as `segmentIdAt` gives it. */
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
