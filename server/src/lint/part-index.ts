import type { PartReading } from "../formats/format.ts";
import type { Part } from "../text/span.ts";

/** A run of parts that took the place of another run. */
export interface Replacement {
  readonly start: number;
  readonly removed: readonly PartReading[];
  readonly added: readonly PartReading[];
}

/** Where each part of a version stands. */
export class PartIndex {
  readonly #parts: readonly PartReading[];
  readonly #starts: Float64Array;
  #places: Map<Part, number> | undefined;

  constructor(parts: readonly PartReading[]) {
    this.#parts = parts;
    this.#starts = new Float64Array(parts.length + 1);
    for (let place = 0, start = 0; place < parts.length; place++) {
      start += parts[place]?.text.length ?? 0;
      this.#starts[place + 1] = start;
    }
  }

  /** The index of the version after this one. Where no part moved, it takes over what this one knows of the places. */
  after(parts: readonly PartReading[], { start, removed, added }: Replacement): PartIndex {
    const index = new PartIndex(parts);
    if (this.#places === undefined || removed.length !== added.length) return index;
    index.#places = this.#places;
    this.#places = undefined;
    for (const part of removed) index.#places.delete(part);
    for (const [offset, part] of added.entries()) index.#places.set(part, start + offset);
    return index;
  }

  /** -1 for a part of another version. */
  placeOf(part: Part): number {
    this.#places ??= new Map(this.#parts.map((one, place) => [one, place]));
    return this.#places.get(part) ?? -1;
  }

  offsetOf(part: Part): number {
    return this.offsetAt(this.placeOf(part));
  }

  offsetAt(place: number): number {
    return this.#starts[place] ?? 0;
  }

  partAt(place: number): PartReading | undefined {
    return this.#parts[place];
  }

  /** The place of the part that holds an offset; the last part's for the end of the text. */
  placeAt(offset: number): number {
    let low = 0;
    let high = this.#parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.offsetAt(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
