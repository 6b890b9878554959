import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import type { Edit } from "../../server/src/text/edit.ts";

export interface Stroked {
  readonly snapshot: Snapshot;
  /** From the change notification to the findings that are ready. */
  readonly milliseconds: number;
  /** The edit that takes this one back. */
  readonly inverse: Edit;
}

/** Makes an edit as an editor tells of it. What is sent of the findings is not timed; that they are ready is. */
export function stroke(snapshot: Snapshot, { start, end, newText }: Edit): Stroked {
  const { document } = snapshot;
  const range = document.rangeOf(start, end);
  const inverse = { start, end: start + newText.length, newText: document.getText(range) };
  const began = performance.now();
  const after = snapshot.after(document.edited([{ range, text: newText }], document.version + 1));
  if (after.findings.length < 0) throw new Error("no findings");
  return { snapshot: after, milliseconds: performance.now() - began, inverse };
}
