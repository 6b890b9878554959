import { copyOf } from "../text/copy-of.ts";
import type { Stretch, TextChange } from "../text/edit.ts";
import { type Chunk, PartList, type Run } from "../text/part-list.ts";
import type { SourceText } from "../text/source-text.ts";
import { type Steps, finish } from "../text/steps.ts";
import type { Format, PartReading, Reading, Together } from "./format.ts";

/**
 * How a format reads a text part by part. Reading a part depends on the text from its beginning and on the state there, on nothing
 * else; it may look beyond its own end, but not beyond the end of the part after it by more than `reach`.
 */
export interface PartReader<State, Summary = unknown> {
  /** In characters; 0 for most. */
  readonly reach: number;
  /**
   * The state before the first part; for a format that must know something of the whole text, that too. `before` is what it was before
   * a change.
   */
  begin(text: SourceText, before?: { readonly state: State; readonly change: TextChange }): State;
  /**
   * Reads the part that begins at `offset`. Its text is not empty and ends at or before the text's end. `previous` is what the version
   * before had there: it may be given back where it reads the same, so that what refers to it need not be read again.
   */
  next(text: SourceText, offset: number, state: State, previous?: PartReading): Step<State>;
  same(first: State, second: State): boolean;
  readonly together?: Together<Summary>;
}

/** A part that was read, and the state behind it. */
interface Step<State> {
  readonly part: PartIn<State>;
  readonly state: State;
}

/** A part, with the state that it was read in: reading can be taken up again there. */
export interface PartIn<State> extends PartReading {
  readonly before: State;
}

/** What a part reader gives a format. */
export function readingWith<State>(
  reader: PartReader<State>,
): Pick<Format, "read" | "readInSteps" | "reread" | "partsFrom" | "together"> {
  return {
    read: (text) => finish(readParts(reader, text)),
    readInSteps: (text) => readParts(reader, text),
    reread: (previous, text, change) => rereadParts(reader, previous, text, change),
    partsFrom: (text, from) => partsFrom(reader, text, from as { offset: number; part: PartIn<State> } | undefined),
    together: reader.together,
  };
}

function* partsFrom<State>(
  reader: PartReader<State>,
  text: SourceText,
  from: { readonly offset: number; readonly part: PartIn<State> } | undefined,
): Iterable<PartReading> {
  let offset = from?.offset ?? 0;
  let state = from === undefined ? reader.begin(text) : from.part.before;
  while (offset < text.length) {
    const step = reader.next(text, offset, state);
    yield step.part;
    offset += step.part.text.length;
    state = step.state;
  }
}

function* readParts<State>(reader: PartReader<State>, text: SourceText): Steps<Reading> {
  const course = new Course(reader, text, 0, reader.begin(text));
  while (!course.isAtEnd) {
    course.readNext();
    yield;
  }
  return readingOf(reader, PartList.of(course.parts));
}

/** Reads again from the part before the change until a part begins where one began before, in the same state. */
export function rereadParts<State>(
  reader: PartReader<State>,
  previous: Reading,
  text: SourceText,
  change: TextChange,
): Reading {
  // Every part of the list was read by this reader.
  const old = previous.parts as PartList<PartIn<State>>;
  const first = old.at(0);
  if (first === undefined) return finish(readParts(reader, text));
  const beginning = reader.begin(text, { state: first.before, change });
  if (!reader.same(beginning, first.before)) return finish(readParts(reader, text));

  // The part before the one that was changed: its end may have been decided by what stands there.
  const resume = Math.max(0, old.placeAt(change.start - reader.reach) - 1);
  const state = resume === 0 ? beginning : (old.at(resume)?.before ?? beginning);
  const course = new Course(reader, text, old.offsetAt(resume), state);
  const known = readUntilKnown(course, old, resume, change);
  // Somebody may still hold what is replaced: it is to hold no more than its own text.
  for (const part of old.slice(resume, known)) part.text = copyOf(part.text);
  const parts = old.replaced(resume, known, course.parts);
  if (change.moved !== undefined) cutAnew(parts, text, change.moved);
  return readingOf(reader, parts);
}

/** Cuts the parts of a stretch out of the text as it stands now, so that nothing holds the memory that it stood in before. */
function cutAnew(parts: PartList<PartReading>, text: SourceText, { start, end }: Stretch): void {
  const first = parts.placeAt(start);
  let offset = parts.offsetAt(first);
  for (const part of parts.slice(first, parts.placeAt(end) + 1)) {
    part.text = text.slice(offset, offset + part.text.length);
    offset += part.text.length;
  }
}

/** Reads on to a part that is as it was; gives its place, or how many parts there were. */
function readUntilKnown<State>(
  course: Course<State>,
  old: PartList<PartIn<State>>,
  resume: number,
  change: TextChange,
): number {
  const shift = change.newEnd - change.oldEnd;
  const oldPlaces = new PlacesOf(old, resume);
  let oldOffset = course.offset;
  for (let place = resume; !course.isAtEnd; place++) {
    const known = course.offset >= change.newEnd ? oldPlaces.placeAt(course.offset - shift) : undefined;
    const knownPart = known === undefined ? undefined : old.at(known);
    if (known !== undefined && knownPart !== undefined && course.isIn(knownPart.before)) return known;
    const oldPart = old.at(place);
    // A part that begins where the change does, or behind it, stands somewhere else now: it is met there.
    const isBefore = oldOffset === course.offset && oldOffset < change.start;
    course.readNext(knownPart ?? (isBefore ? oldPart : undefined));
    oldOffset += oldPart?.text.length ?? 0;
  }
  return old.length;
}

function readingOf<State>({ together }: PartReader<State>, parts: PartList<PartIn<State>>): Reading {
  if (together === undefined) return { parts, problems: none };
  const ofRun = (run: Run<PartReading>): unknown => summaryOf(run, () => together.join(run.chunks.map(ofChunk)));
  const ofChunk = (chunk: Chunk<PartReading>): unknown => summaryOf(chunk, () => together.summarize(chunk.parts));
  return { parts, problems: together.check(parts.runs.map(ofRun)) };
}

const none: readonly never[] = [];

function summaryOf(stretch: Chunk | Run, make: () => unknown): unknown {
  const known = summaries.get(stretch);
  if (known !== undefined) return known;
  const summary = make();
  summaries.set(stretch, summary);
  return summary;
}

/** All parts of one list are of one format. */
const summaries = new WeakMap<Chunk | Run, unknown>();

/** Reading on, part by part. */
class Course<State> {
  readonly #reader: PartReader<State>;
  readonly #text: SourceText;
  readonly parts: PartIn<State>[] = [];
  offset: number;
  state: State;

  constructor(reader: PartReader<State>, text: SourceText, offset: number, state: State) {
    this.#reader = reader;
    this.#text = text;
    this.offset = offset;
    this.state = state;
  }

  get isAtEnd(): boolean {
    return this.offset >= this.#text.length;
  }

  isIn(state: State): boolean {
    return this.#reader.same(this.state, state);
  }

  readNext(previous?: PartReading): void {
    const { part, state } = this.#reader.next(this.#text, this.offset, this.state, previous);
    this.parts.push(part);
    this.offset += part.text.length;
    this.state = state;
  }
}

/** Finds the parts that begin at certain offsets, which only grow from call to call. */
class PlacesOf {
  readonly #parts: PartList<PartReading>;
  #place: number;
  #offset: number;

  constructor(parts: PartList<PartReading>, from: number) {
    this.#parts = parts;
    this.#place = from;
    this.#offset = parts.offsetAt(from);
  }

  /** Undefined where no part begins there. */
  placeAt(offset: number): number | undefined {
    while (this.#place < this.#parts.length && this.#offset < offset) {
      this.#offset += this.#parts.at(this.#place)?.text.length ?? 0;
      this.#place++;
    }
    return this.#place < this.#parts.length && this.#offset === offset ? this.#place : undefined;
  }
}
