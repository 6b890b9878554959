import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import type { ContentChange } from "../../server/src/text/document.ts";
import type { Edit } from "../../server/src/text/edit.ts";
import { type Elapsed, startClock } from "../timing.ts";

/** How long it took from the change notification to the findings that are ready. */
export interface Stroked extends Elapsed {
  readonly snapshot: Snapshot;
  /** The edit that takes this one back. */
  readonly inverse: Edit;
}

/** As many findings as an editor is sent. */
const mostSent = 1000;

/** Makes an edit as an editor tells of it. What is sent of the findings is not timed; that they are ready is. */
export function stroke(snapshot: Snapshot, edit: Edit): Stroked {
  const { inverse, changes } = told(snapshot, edit);
  const { document } = snapshot;
  const elapsed = startClock();
  const after = snapshot.after(document.edited(changes, document.version + 1));
  after.gravestFindings(mostSent);
  return { snapshot: after, ...elapsed(), inverse };
}

export interface StrokedInView extends Stroked {
  /** From the change notification until what the editor shows around the edit is checked; the rest may still be unchecked. */
  readonly inView: number;
}

/** About as much text as an editor shows before and behind the cursor. */
const halfView = 2000;
const sliceMilliseconds = 20;

/** The same, with what lies around the edit first, in slices as the server makes them. */
export function strokeInSlices(snapshot: Snapshot, edit: Edit): StrokedInView {
  const { inverse, changes } = told(snapshot, edit);
  const { document } = snapshot;
  const view = { start: Math.max(0, edit.start - halfView), end: edit.start + halfView };
  const elapsed = startClock();
  let after = snapshot.edited(document.edited(changes, document.version + 1));
  let inView: number | undefined;
  while (after.left > 0) {
    const end = performance.now() + sliceMilliseconds;
    after = after.checkedOn(view, () => performance.now() > end);
    if (after.isChecked(view)) inView ??= elapsed().milliseconds;
  }
  after.gravestFindings(mostSent);
  const whole = elapsed();
  return { snapshot: after, ...whole, inView: inView ?? whole.milliseconds, inverse };
}

function told({ document }: Snapshot, { start, end, newText }: Edit): { inverse: Edit; changes: ContentChange[] } {
  const range = document.rangeOf(start, end);
  const inverse = { start, end: start + newText.length, newText: document.getText(range) };
  return { inverse, changes: [{ range, text: newText }] };
}
