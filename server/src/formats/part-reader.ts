import type { Problem } from "../model/problem.ts";
import type { TextChange } from "../text/edit.ts";
import type { SourceText } from "../text/source-text.ts";
import type { PartReading, Reading } from "./format.ts";

/**
 * How a format reads a text part by part. Reading a part depends on the text from its beginning and on the state there, on nothing
 * else; it may look beyond its own end, but not beyond the end of the part after it by more than `reach`.
 */
export interface PartReader<State> {
  /** In characters; 0 for most. */
  readonly reach: number;
  /** The state before the first part; for a format that must know something of the whole text, that too. */
  begin(text: SourceText): State;
  /**
   * Reads the part that begins at `offset`. Its text is not empty and ends at or before the text's end. `previous` is what the version
   * before had there: it may be given back where it reads the same, so that what refers to it need not be read again.
   */
  next(
    text: SourceText,
    offset: number,
    state: State,
    previous?: PartReading,
  ): { readonly part: PartReading; readonly state: State };
  same(first: State, second: State): boolean;
  /** Problems of several parts together. */
  check(parts: readonly PartReading[]): readonly Problem[];
}

/** A reading that remembers the state before each part, and so can be taken up again anywhere. */
interface ResumableReading<State> extends Reading {
  readonly states: readonly State[];
}

export function readParts<State>(reader: PartReader<State>, text: SourceText): Reading {
  const course = new Course(reader, text, { offset: 0, state: reader.begin(text) });
  while (!course.isAtEnd) course.readNext();
  return course.end([], []);
}

/** Reads again from the part before the change until a part begins where one began before, in the same state. */
export function rereadParts<State>(
  reader: PartReader<State>,
  previous: Reading,
  text: SourceText,
  change: TextChange,
): Reading {
  const { parts, states } = previous as ResumableReading<State>;
  const beginning = reader.begin(text);
  if (parts.length === 0 || !reader.same(beginning, states[0] as State)) return readParts(reader, text);

  const resume = placeToResume(parts, change.start - reader.reach);
  const course = new Course(
    reader,
    text,
    { offset: resume.offset, state: resume.index === 0 ? beginning : (states[resume.index] as State) },
    parts.slice(0, resume.index),
    states.slice(0, resume.index),
  );
  const old = new OldParts(parts, resume, change.newEnd - change.oldEnd);
  let { index: oldIndex, offset: oldOffset } = resume;
  while (!course.isAtEnd) {
    const index = course.offset >= change.newEnd ? old.indexAt(course.offset) : undefined;
    if (index !== undefined && reader.same(course.state, states[index] as State)) {
      return course.end(parts.slice(index), states.slice(index));
    }
    const previousPart = parts[oldIndex++];
    course.readNext(course.offset === oldOffset ? previousPart : undefined);
    oldOffset += previousPart?.text.length ?? 0;
  }
  return course.end([], []);
}

/** Reading on, part by part. */
class Course<State> {
  readonly #reader: PartReader<State>;
  readonly #text: SourceText;
  readonly #parts: PartReading[];
  readonly #states: State[];
  offset: number;
  state: State;

  constructor(
    reader: PartReader<State>,
    text: SourceText,
    from: { offset: number; state: State },
    parts: PartReading[] = [],
    states: State[] = [],
  ) {
    this.#reader = reader;
    this.#text = text;
    this.#parts = parts;
    this.#states = states;
    this.offset = from.offset;
    this.state = from.state;
  }

  get isAtEnd(): boolean {
    return this.offset >= this.#text.length;
  }

  readNext(previous?: PartReading): void {
    const read = this.#reader.next(this.#text, this.offset, this.state, previous);
    this.#parts.push(read.part);
    this.#states.push(this.state);
    this.offset += read.part.text.length;
    this.state = read.state;
  }

  /** The reading of what was read so far and of the parts that are taken over behind it. */
  end(parts: readonly PartReading[], states: readonly State[]): ResumableReading<State> {
    const all = parts.length === 0 ? this.#parts : this.#parts.concat(parts);
    const allStates = states.length === 0 ? this.#states : this.#states.concat(states);
    return { parts: all, states: allStates, problems: this.#reader.check(all) };
  }
}

/** Where the parts of the version before would stand now, behind the change. */
class OldParts {
  readonly #parts: readonly PartReading[];
  #index: number;
  #offset: number;

  constructor(parts: readonly PartReading[], from: { index: number; offset: number }, shift: number) {
    this.#parts = parts;
    this.#index = from.index;
    this.#offset = from.offset + shift;
  }

  /** The part that begins at an offset; undefined where none does. Offsets only grow from call to call. */
  indexAt(offset: number): number | undefined {
    while (this.#index < this.#parts.length && this.#offset < offset) {
      this.#offset += this.#parts[this.#index]?.text.length ?? 0;
      this.#index++;
    }
    return this.#index < this.#parts.length && this.#offset === offset ? this.#index : undefined;
  }
}

/** The part before the one that holds an offset: its end may have been decided by what stands there. */
function placeToResume(parts: readonly PartReading[], soughtOffset: number): { index: number; offset: number } {
  let offset = 0;
  let previousOffset = 0;
  for (const [index, part] of parts.entries()) {
    const end = offset + part.text.length;
    if (soughtOffset < end || index === parts.length - 1) {
      return index === 0 ? { index, offset } : { index: index - 1, offset: previousOffset };
    }
    previousOffset = offset;
    offset = end;
  }
  return { index: 0, offset: 0 };
}
