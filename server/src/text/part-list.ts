import { sameEnds } from "./same-ends.ts";
import type { Part } from "./span.ts";

/** How many parts something is, and how much text, in UTF-16 code units. */
interface Extent {
  readonly count: number;
  readonly textLength: number;
}

/** Parts that stand together. A chunk never changes: lists that differ in a few parts share all chunks but theirs. */
export interface Chunk<P extends Part = Part> extends Extent {
  readonly parts: readonly P[];
  /** The run that was made with it last: a hint, which is looked at before it is believed. */
  home?: Run<P>;
}

/** Chunks that stand together; lists share them as they share chunks. */
export interface Run<P extends Part = Part> extends Extent {
  readonly chunks: readonly Chunk<P>[];
}

/** Where parts of one list took the place of parts of another. */
export interface Replacement<P extends Part> {
  /** The place of the first, in both lists. */
  readonly start: number;
  readonly removed: readonly P[];
  readonly added: readonly P[];
}

/** Where a part stands: in which run, in which of its chunks, and there. */
export interface PartPath {
  readonly run: number;
  readonly chunk: number;
  readonly within: number;
}

/**
 * The parts that a text consists of, in their order, and where each stands. A list never changes; one with a few other parts is made
 * at the cost of those, not of the whole: what is worked out for a chunk or a run can be kept for as long as that lives.
 */
export class PartList<P extends Part = Part> implements Iterable<P> {
  readonly runs: readonly Run<P>[];
  readonly length: number;
  readonly textLength: number;

  private constructor(runs: readonly Run<P>[]) {
    const whole = extentBefore(runs, runs.length);
    this.runs = runs;
    this.length = whole.count;
    this.textLength = whole.textLength;
  }

  static of<P extends Part>(parts: readonly P[]): PartList<P> {
    return new PartList(runsOf(chunksOf(parts)));
  }

  *[Symbol.iterator](): Iterator<P> {
    for (const { chunks } of this.runs) for (const { parts } of chunks) yield* parts;
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
    const path = this.#pathAt(place);
    return path && this.runs[path.run]?.chunks[path.chunk]?.parts[path.within];
  }

  /** -1 for a part of another list. */
  placeOf(part: Part): number {
    const path = this.pathOf(part);
    return path === undefined ? -1 : this.#extentBefore(path).count + path.within;
  }

  /** Where a part begins in the text; 0 for a part of another list. */
  offsetOf(part: Part): number {
    const path = this.pathOf(part);
    return path === undefined ? 0 : this.#offsetOfPath(path);
  }

  /** Where the part at a place begins in the text; the text's length behind the last. */
  offsetAt(place: number): number {
    const path = this.#pathAt(place);
    return path === undefined ? this.textLength : this.#offsetOfPath(path);
  }

  /** The place of the part that holds an offset, the last one's for the end of the text; -1 in an empty list. */
  placeAt(offset: number): number {
    if (this.length === 0) return -1;
    let left = Math.max(0, offset);
    const run = indexHolding(this.runs, left);
    const { chunks } = this.runs[run] as Run<P>;
    left -= extentBefore(this.runs, run).textLength;
    const chunk = indexHolding(chunks, left);
    left -= extentBefore(chunks, chunk).textLength;
    const { parts } = chunks[chunk] as Chunk<P>;
    let within = 0;
    for (; within < parts.length - 1; within++) {
      const { length } = (parts[within] as P).text;
      if (left < length) break;
      left -= length;
    }
    return this.#extentBefore({ run, chunk }).count + within;
  }

  /** Undefined for a part of another list. */
  pathOf(part: Part): PartPath | undefined {
    const chunk = part.home as Chunk<P> | undefined;
    const run = chunk?.home;
    if (chunk !== undefined && run !== undefined) {
      const path = {
        run: this.runs.indexOf(run),
        chunk: run.chunks.indexOf(chunk),
        within: (chunk.parts as readonly Part[]).indexOf(part),
      };
      if (path.run >= 0 && path.chunk >= 0 && path.within >= 0) return path;
    }
    return this.#search(part);
  }

  /** The parts from one place to before another. */
  slice(start: number, end: number): readonly P[] {
    const parts: P[] = [];
    let place = Math.max(0, start);
    while (place < Math.min(end, this.length)) {
      const { run, chunk, within } = this.#pathAt(place) as PartPath;
      const some = this.runs[run]?.chunks[chunk]?.parts.slice(within, within + end - place) ?? [];
      parts.push(...some);
      place += some.length;
    }
    return parts;
  }

  /** The list in which other parts stand from one place to before another. */
  replaced(start: number, end: number, parts: readonly P[]): PartList<P> {
    const first = this.#pathAt(Math.min(start, this.length - 1));
    const last = this.#pathAt(Math.min(Math.max(start, end - 1), this.length - 1));
    if (first === undefined || last === undefined) return PartList.of(parts);
    const [firstRun, lastRun] = [this.runs[first.run] as Run<P>, this.runs[last.run] as Run<P>];
    const [firstParts, lastParts] = [partsOf(firstRun, first.chunk), partsOf(lastRun, last.chunk)];
    const before = firstParts.slice(0, start - this.#extentBefore(first).count);
    const after = lastParts.slice(end - this.#extentBefore(last).count);
    const chunks = [
      ...firstRun.chunks.slice(0, first.chunk),
      ...chunksOf([...before, ...parts, ...after]),
      ...lastRun.chunks.slice(last.chunk + 1),
    ];
    return new PartList([...this.runs.slice(0, first.run), ...runsOf(chunks), ...this.runs.slice(last.run + 1)]);
  }

  /** What this list has in place of what another one had. */
  comparedTo(old: PartList<P>): Replacement<P> {
    const runs = differenceOf(old.runs, this.runs);
    const chunks = differenceOf(
      runs.before.flatMap((run) => run.chunks),
      runs.now.flatMap((run) => run.chunks),
    );
    const parts = differenceOf(
      chunks.before.flatMap((chunk) => chunk.parts),
      chunks.now.flatMap((chunk) => chunk.parts),
    );
    const before = this.#extentBefore({ run: runs.start, chunk: chunks.start }).count;
    return { start: before + parts.start, removed: parts.before, added: parts.now };
  }

  /** Undefined outside the list. */
  #pathAt(place: number): PartPath | undefined {
    if (!(place >= 0 && place < this.length)) return undefined;
    let left = place;
    let run = 0;
    for (; left >= (this.runs[run] as Run<P>).count; run++) left -= (this.runs[run] as Run<P>).count;
    const { chunks } = this.runs[run] as Run<P>;
    let chunk = 0;
    for (; left >= (chunks[chunk] as Chunk<P>).count; chunk++) left -= (chunks[chunk] as Chunk<P>).count;
    return { run, chunk, within: left };
  }

  /** What stands before a chunk. */
  #extentBefore({ run, chunk }: Pick<PartPath, "run" | "chunk">): Extent {
    const runs = extentBefore(this.runs, run);
    const chunks = extentBefore(this.runs[run]?.chunks ?? [], chunk);
    return { count: runs.count + chunks.count, textLength: runs.textLength + chunks.textLength };
  }

  #offsetOfPath(path: PartPath): number {
    return this.#extentBefore(path).textLength + lengthOf(partsOf(this.runs[path.run], path.chunk), path.within);
  }

  /** Looks everywhere: where a list is an older version, its parts were found in a newer one last. */
  #search(part: Part): PartPath | undefined {
    for (const [run, { chunks }] of this.runs.entries()) {
      for (const [chunk, { parts }] of chunks.entries()) {
        const within = (parts as readonly Part[]).indexOf(part);
        if (within >= 0) return { run, chunk, within };
      }
    }
    return undefined;
  }
}

/** Few enough of each that all are looked through in a moment: a large file has some 50 runs of 50 chunks of 64 parts. */
const usualLength = 64;

function runsOf<P extends Part>(chunks: readonly Chunk<P>[]): readonly Run<P>[] {
  return split(chunks).map((some) => {
    const run: Run<P> = { chunks: some, ...extentBefore(some, some.length) };
    for (const chunk of some) chunk.home = run;
    return run;
  });
}

function chunksOf<P extends Part>(parts: readonly P[]): readonly Chunk<P>[] {
  return split(parts).map((some) => {
    const chunk = { parts: some, count: some.length, textLength: lengthOf(some, some.length) };
    for (const part of some) part.home = chunk;
    return chunk;
  });
}

/** Pieces of about the usual length. What is left over is spread, so that none is much shorter than the others. */
function split<T>(all: readonly T[]): readonly (readonly T[])[] {
  const count = Math.round(all.length / usualLength);
  if (count <= 1) return all.length === 0 ? [] : [all];
  const bounds = Array.from({ length: count + 1 }, (_, index) => Math.floor((index * all.length) / count));
  return bounds.slice(1).map((end, index) => all.slice(bounds[index], end));
}

function partsOf<P extends Part>(run: Run<P> | undefined, chunk: number): readonly P[] {
  return run?.chunks[chunk]?.parts ?? [];
}

/** What stands before one of several, all together. */
function extentBefore(extents: readonly Extent[], index: number): Extent {
  let count = 0;
  let textLength = 0;
  for (let before = 0; before < index; before++) {
    const extent = extents[before];
    count += extent?.count ?? 0;
    textLength += extent?.textLength ?? 0;
  }
  return { count, textLength };
}

/** Which of several holds an offset of their text; the last where none does. */
function indexHolding(extents: readonly Extent[], offset: number): number {
  let left = offset;
  let index = 0;
  for (; index < extents.length - 1; index++) {
    const length = extents[index]?.textLength ?? 0;
    if (left < length) break;
    left -= length;
  }
  return index;
}

/** How much text the first parts are. */
function lengthOf(parts: readonly Part[], count: number): number {
  let length = 0;
  for (let index = 0; index < count; index++) length += parts[index]?.text.length ?? 0;
  return length;
}

/** What two lists have between their common beginning and their common end. */
function differenceOf<T>(
  before: readonly T[],
  now: readonly T[],
): { start: number; before: readonly T[]; now: readonly T[] } {
  const { start, end } = sameEnds(before, now);
  return { start, before: before.slice(start, before.length - end), now: now.slice(start, now.length - end) };
}
