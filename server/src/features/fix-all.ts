import { openInSteps } from "../lint/open-snapshot.ts";
import type { Finding } from "../lint/finding.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import { Document } from "../text/document.ts";
import { type Edit, applyEdits, differenceOf } from "../text/edit.ts";
import type { Steps } from "../text/steps.ts";

/** Far more rounds than fixes that get in each other's way need; fixes that undo each other end here. */
const roundLimit = 100;

/** The edits of every safe fix, and of the safe fixes that they make possible. A finding with a choice of them is left alone. */
export function* fixAll(snapshot: Snapshot): Steps<readonly Edit[]> {
  const before = snapshot.document.getText();
  let after = before;
  let current = snapshot;
  for (let round = 0; round < roundLimit; round++) {
    const edits = yield* safeEdits(current);
    const fixed = applyEdits(after, edits);
    if (fixed === after) break;
    after = fixed;
    // Opened anew, not carried on: the snapshot that was given belongs to whoever holds the document.
    const { uri, languageId, version } = snapshot.document;
    const document = Document.create(uri, languageId, version, after);
    current = yield* openInSteps(document, snapshot.format, snapshot.environment);
  }
  return yield* difference(before, after);
}

/** Of fixes that would touch the same text, the first; the others get their turn in the next round. */
function* safeEdits(snapshot: Snapshot): Steps<readonly Edit[]> {
  /** Ascending; none touches another finding's. */
  const taken: Edit[] = [];
  for (const finding of snapshot.findings) {
    const edits = safeEditsOf(finding, snapshot);
    if (edits.every((edit) => !touches(edit, taken[firstNotBefore(edit, taken)]))) {
      // From the last on, so that two insertions at one place keep their order.
      for (const edit of edits.toReversed()) taken.splice(firstNotBefore(edit, taken), 0, edit);
    }
    yield;
  }
  return taken;
}

function touches(edit: Edit, next: Edit | undefined): boolean {
  return next !== undefined && next.start <= edit.end;
}

/** The place of the first of them that ends where the edit starts, or behind. */
function firstNotBefore({ start }: Edit, ascending: readonly Edit[]): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle]?.end ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function safeEditsOf(finding: Finding, snapshot: Snapshot): readonly Edit[] {
  const [fix, ...others] = finding.fixes.filter((one) => "safety" in one && one.safety === "safe");
  if (fix === undefined || others.length > 0) return [];
  const edits = snapshot.editsOf(fix);
  return "impossible" in edits ? [] : edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** One edit for each line that differs, or, where the number of lines differs, one for all that differs. */
function* difference(before: string, after: string): Steps<readonly Edit[]> {
  const edits: Edit[] = [];
  let [oldStart, newStart] = [0, 0];
  for (;;) {
    const oldEnd = before.indexOf("\n", oldStart);
    const newEnd = after.indexOf("\n", newStart);
    if (oldEnd < 0 !== newEnd < 0) return differenceOf(before, after, 0);
    const isLast = oldEnd < 0;
    const oldLine = isLast ? before.slice(oldStart) : before.slice(oldStart, oldEnd);
    const newLine = isLast ? after.slice(newStart) : after.slice(newStart, newEnd);
    edits.push(...differenceOf(oldLine, newLine, oldStart));
    if (isLast) return edits;
    oldStart = oldEnd + 1;
    newStart = newEnd + 1;
    yield;
  }
}
