import { lastAtMost } from "./ascending.ts";
import type { Part } from "./span.ts";

/** Parts that stand together. A chunk never changes: lists that differ in a few parts share all chunks but theirs. */
export interface Chunk<P extends Part> {
  readonly parts: readonly P[];
  /** How much text the parts are, in UTF-16 code units. */
  readonly length: number;
}

/** Where parts of one list took the place of parts of another. */
export interface Replacement<P extends Part> {
  /** The place of the first, in both lists. */
  readonly start: number;
  readonly removed: readonly P[];
  readonly added: readonly P[];
}

/**
 * The parts that a text consists of, in their order, and where each stands. A list never changes; one with a few other parts is made
 * at the cost of those, not of the whole: what is worked out for a chunk can be kept for as long as the chunk lives.
 */
export class PartList<P extends Part = Part> implements Iterable<P> {
  readonly chunks: readonly Chunk<P>[];
  /** How many parts, and how much text, stand before each chunk; the whole list's behind the last. */
  readonly #places: Uint32Array;
  readonly #offsets: Float64Array;
  #indexOfChunk: Map<Chunk<P>, number> | undefined;
  /** The chunk that each part was last found in, handed on from list to list: a hint, which is looked at before it is believed. */
  readonly #homes: WeakMap<Part, Chunk<P>>;

  private constructor(chunks: readonly Chunk<P>[], homes: WeakMap<Part, Chunk<P>>) {
    this.chunks = chunks;
    this.#homes = homes;
    this.#places = new Uint32Array(chunks.length + 1);
    this.#offsets = new Float64Array(chunks.length + 1);
    for (const [index, { parts, length }] of chunks.entries()) {
      this.#places[index + 1] = this.#placeOfChunk(index) + parts.length;
      this.#offsets[index + 1] = this.#offsetOfChunk(index) + length;
    }
  }

  static of<P extends Part>(parts: readonly P[]): PartList<P> {
    return new PartList(chunksOf(parts), new WeakMap());
  }

  get length(): number {
    return this.#placeOfChunk(this.chunks.length);
  }

  get textLength(): number {
    return this.#offsetOfChunk(this.chunks.length);
  }

  *[Symbol.iterator](): Iterator<P> {
    for (const { parts } of this.chunks) yield* parts;
  }

  map<T>(make: (part: P, place: number) => T): T[] {
    return Array.from(this, make);
  }

  flatMap<T>(make: (part: P) => readonly T[]): T[] {
    const made: T[] = [];
    for (const part of this) made.push(...make(part));
    return made;
  }

  at(place: number): P | undefined {
    if (place < 0 || place >= this.length) return undefined;
    const index = lastAtMost(this.#places, place);
    return this.chunks[index]?.parts[place - this.#placeOfChunk(index)];
  }

  /** -1 for a part of another list. */
  placeOf(part: Part): number {
    const index = this.#indexOfChunkWith(part);
    return index < 0 ? -1 : this.#placeOfChunk(index) + (this.chunks[index]?.parts as readonly Part[]).indexOf(part);
  }

  /** Undefined for a part of another list. */
  chunkOf(part: Part): Chunk<P> | undefined {
    return this.chunks[this.#indexOfChunkWith(part)];
  }

  /** Where a part begins in the text; 0 for a part of another list. */
  offsetOf(part: Part): number {
    const index = this.#indexOfChunkWith(part);
    if (index < 0) return 0;
    const { parts } = this.chunks[index] as Chunk<Part>;
    return this.#offsetOfChunk(index) + lengthOf(parts, parts.indexOf(part));
  }

  /** Where the part at a place begins in the text; the text's length behind the last. */
  offsetAt(place: number): number {
    if (place >= this.length) return this.textLength;
    const index = lastAtMost(this.#places, place);
    const parts = this.chunks[index]?.parts ?? [];
    return this.#offsetOfChunk(index) + lengthOf(parts, place - this.#placeOfChunk(index));
  }

  /** The place of the part that holds an offset, the last one's for the end of the text; -1 in an empty list. */
  placeAt(offset: number): number {
    if (this.length === 0) return -1;
    const index = Math.min(lastAtMost(this.#offsets, Math.max(0, offset)), this.chunks.length - 1);
    const parts = this.chunks[index]?.parts ?? [];
    let start = this.#offsetOfChunk(index);
    for (const [within, { text }] of parts.entries()) {
      start += text.length;
      if (offset < start || within === parts.length - 1) return this.#placeOfChunk(index) + within;
    }
    return -1;
  }

  /** The parts from one place to before another. */
  slice(start: number, end: number): readonly P[] {
    const parts: P[] = [];
    for (let place = Math.max(0, start); place < Math.min(end, this.length);) {
      const index = lastAtMost(this.#places, place);
      const first = this.#placeOfChunk(index);
      parts.push(...(this.chunks[index]?.parts.slice(place - first, end - first) ?? []));
      place = this.#placeOfChunk(index + 1);
    }
    return parts;
  }

  /** The list in which other parts stand from one place to before another. */
  replaced(start: number, end: number, parts: readonly P[]): PartList<P> {
    if (this.length === 0) return PartList.of(parts);
    const last = this.chunks.length - 1;
    const firstChunk = Math.min(lastAtMost(this.#places, start), last);
    const lastChunk = Math.min(lastAtMost(this.#places, Math.max(start, end - 1)), last);
    const before = this.chunks[firstChunk]?.parts.slice(0, start - this.#placeOfChunk(firstChunk)) ?? [];
    const after = this.chunks[lastChunk]?.parts.slice(end - this.#placeOfChunk(lastChunk)) ?? [];
    const made = chunksOf([...before, ...parts, ...after]);
    return new PartList(
      [...this.chunks.slice(0, firstChunk), ...made, ...this.chunks.slice(lastChunk + 1)],
      this.#homes,
    );
  }

  /** What this list has in place of what another one had. */
  comparedTo(old: PartList<P>): Replacement<P> {
    const [ours, theirs] = [this.chunks, old.chunks];
    const shorter = Math.min(ours.length, theirs.length);
    let first = 0;
    while (first < shorter && ours[first] === theirs[first]) first++;
    let last = 0;
    while (last < shorter - first && ours.at(-1 - last) === theirs.at(-1 - last)) last++;
    const now = ours.slice(first, ours.length - last).flatMap(({ parts }) => parts);
    const before = theirs.slice(first, theirs.length - last).flatMap(({ parts }) => parts);
    const { start, end } = sameEnds(before, now);
    return {
      start: this.#placeOfChunk(first) + start,
      removed: before.slice(start, before.length - end),
      added: now.slice(start, now.length - end),
    };
  }

  #indexOfChunkWith(part: Part): number {
    this.#indexOfChunk ??= new Map(this.chunks.map((chunk, index) => [chunk, index]));
    const home = this.#homes.get(part);
    const hinted = home && this.#indexOfChunk.get(home);
    if (hinted !== undefined) return hinted;
    const index = this.chunks.findIndex(({ parts }) => (parts as readonly Part[]).includes(part));
    const found = this.chunks[index];
    if (found !== undefined) for (const other of found.parts) this.#homes.set(other, found);
    return index;
  }

  #placeOfChunk(index: number): number {
    return this.#places[index] ?? 0;
  }

  #offsetOfChunk(index: number): number {
    return this.#offsets[index] ?? 0;
  }
}

/** Few enough that a chunk is looked through in a moment, many enough that a large file has a few hundred chunks. */
const chunkLength = 256;

function chunksOf<P extends Part>(parts: readonly P[]): readonly Chunk<P>[] {
  const chunks: Chunk<P>[] = [];
  // What is left over is spread, so that no chunk is much shorter than the others.
  const count = Math.max(1, Math.round(parts.length / chunkLength));
  for (let index = 0; index < count; index++) {
    const of = parts.slice(
      Math.floor((index * parts.length) / count),
      Math.floor(((index + 1) * parts.length) / count),
    );
    if (of.length > 0) chunks.push({ parts: of, length: lengthOf(of, of.length) });
  }
  return chunks;
}

/** How much text the first parts are. */
function lengthOf(parts: readonly Part[], count: number): number {
  let length = 0;
  for (let index = 0; index < count; index++) length += parts[index]?.text.length ?? 0;
  return length;
}

/** How many parts two lists have in common at their beginnings and, of the rest, at their ends. */
function sameEnds<T>(before: readonly T[], now: readonly T[]): { start: number; end: number } {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === now.at(-1 - end)) end++;
  return { start, end };
}
