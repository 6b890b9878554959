import { randomFrom } from "../random.ts";
import { memoryInUse } from "../timing.ts";
import { type TextFile, openFile } from "./opened.ts";
import { stroke } from "./stroke.ts";
import { strokeKindsFor } from "./strokes.ts";

export interface SoakFigures {
  readonly edits: number;
  /** Bytes in use after collection: before the edits, after half of them, after all. */
  readonly before: number;
  readonly halfway: number;
  readonly after: number;
  readonly milliseconds: number;
}

const wantedEdits = 10_000;
const warmingEdits = 3000;
const mostMilliseconds = 90_000;

/** Edits all over a file, each taken back, so that the text is the same in the end. A few before warm the code. */
export function measureSoak(file: TextFile): SoakFigures {
  let snapshot = openFile(file);
  const random = randomFrom(7);
  const kinds = strokeKindsFor(file.language);
  const edit = (count: number, deadline: number): number => {
    let made = 0;
    while (made < count && performance.now() < deadline) {
      const wanted = kinds[random(kinds.length)]?.at(snapshot, random(snapshot.document.text.length));
      if (wanted === undefined) continue;
      const typed = stroke(snapshot, wanted);
      snapshot = stroke(typed.snapshot, typed.inverse).snapshot;
      made += 2;
    }
    return made;
  };
  edit(warmingEdits, Infinity);
  const before = memoryInUse();
  const began = performance.now();
  const half = edit(wantedEdits / 2, began + mostMilliseconds / 2);
  const halfway = memoryInUse();
  const edits = half + edit(half, Infinity);
  const milliseconds = performance.now() - began;
  return { edits, before, halfway, after: memoryInUse(), milliseconds };
}
