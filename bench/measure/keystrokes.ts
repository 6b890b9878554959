import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { type Elapsed, median, percentile } from "../timing.ts";
import { type TextFile, openFile } from "./opened.ts";
import { stroke, strokeInSlices } from "./stroke.ts";
import { type StrokeKind, governingStroke, strokeKindsFor } from "./strokes.ts";

/** Milliseconds of a group of strokes. */
export interface StrokeFigures {
  readonly strokes: number;
  readonly median: number;
  readonly p95: number;
  /** The p95 of what the processors ran for. */
  readonly processor: number;
  readonly worst: number;
}

export interface KeystrokeFigures {
  readonly all: StrokeFigures;
  /** The first forty strokes, in code that is not compiled yet. */
  readonly first: StrokeFigures;
  readonly kinds: readonly StrokeFigures[];
  /** At the beginning, in the middle and at the end of the file. */
  readonly thirds: readonly StrokeFigures[];
  /** Strokes in what governs many claims; undefined where the language has no such thing. They are in no other figure. */
  readonly governing: GoverningFigures | undefined;
}

/** Worst of the strokes, in milliseconds: until what the editor shows is checked, and until all is. */
export interface GoverningFigures {
  readonly inView: number;
  readonly whole: number;
}

/** Each is typed in and taken back, with each kind of stroke: about 970 strokes. */
const places = 120;
const governingPlaces = 5;
/** A group of strokes is given up after so long. */
const groupMilliseconds = 25_000;

/** Types all over a file. What V8 collects meanwhile is in the times; asked to collect all, it would forget how to run the code too. */
export function measureKeystrokes(file: TextFile): KeystrokeFigures {
  let snapshot = openFile(file);
  const thirds: Elapsed[][] = [[], [], []];
  const kinds = strokeKindsFor(file.language).map((kind) => {
    const typed = typeAllOver(snapshot, kind, places);
    snapshot = typed.snapshot;
    for (const { third, elapsed } of typed.strokes) thirds[third]?.push(elapsed);
    return typed.strokes.map(({ elapsed }) => elapsed);
  });
  return {
    all: figuresOf(kinds.flat()),
    first: figuresOf(kinds.flat().slice(0, 40)),
    kinds: kinds.map(figuresOf),
    thirds: thirds.map(figuresOf),
    governing: file.language === "x12" ? typeAbove(snapshot) : undefined,
  };
}

interface Typed {
  readonly snapshot: Snapshot;
  readonly strokes: readonly { readonly third: number; readonly elapsed: Elapsed }[];
}

function typeAllOver(opened: Snapshot, kind: StrokeKind, wanted: number): Typed {
  let snapshot = opened;
  const strokes: { third: number; elapsed: Elapsed }[] = [];
  const began = performance.now();
  for (const place of spread(wanted)) {
    const { length } = snapshot.document.text;
    const edit = kind.at(snapshot, Math.floor((place / wanted) * length)) ?? lastOf(kind, snapshot, length);
    if (edit === undefined) continue;
    const third = Math.min(2, Math.floor((edit.start / length) * 3));
    const typed = stroke(snapshot, edit);
    const back = stroke(typed.snapshot, typed.inverse);
    snapshot = back.snapshot;
    for (const { milliseconds, processor } of [typed, back])
      strokes.push({ third, elapsed: { milliseconds, processor } });
    if (performance.now() - began > groupMilliseconds) break;
  }
  return { snapshot, strokes };
}

/** Types where a segment governs many claims. */
function typeAbove(opened: Snapshot): GoverningFigures {
  let snapshot = opened;
  let [inView, whole] = [0, 0];
  for (const place of spread(governingPlaces)) {
    const { length } = snapshot.document.text;
    const edit = governingStroke.at(snapshot, Math.floor((place / governingPlaces) * length));
    if (edit === undefined) continue;
    const typed = strokeInSlices(snapshot, edit);
    const back = strokeInSlices(typed.snapshot, typed.inverse);
    snapshot = back.snapshot;
    inView = Math.max(inView, typed.inView, back.inView);
    whole = Math.max(whole, typed.milliseconds, back.milliseconds);
  }
  return { inView, whole };
}

/** Near the end, where nothing that fits follows: further and further before it. */
function lastOf(kind: StrokeKind, snapshot: Snapshot, length: number): ReturnType<StrokeKind["at"]> {
  for (let back = 1000; back < 20 * length; back *= 10) {
    const edit = kind.at(snapshot, Math.max(0, length - back));
    if (edit !== undefined) return edit;
  }
  return undefined;
}

/** Places from the beginning to the end in an order that jumps about, so that a group given up has been everywhere. */
function spread(wanted: number): readonly number[] {
  const step = Math.floor(wanted * 0.382) | 1;
  return Array.from({ length: wanted + 1 }, (_, index) => (index * step) % (wanted + 1));
}

function figuresOf(strokes: readonly Elapsed[]): StrokeFigures {
  const times = strokes.map(({ milliseconds }) => milliseconds);
  const processor = percentile(
    strokes.map((stroke) => stroke.processor),
    95,
  );
  const [p95, worst] = [percentile(times, 95), percentile(times, 100)];
  return { strokes: times.length, median: median(times), p95, processor, worst };
}
