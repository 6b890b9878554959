import { openSnapshot } from "../lint/open-snapshot.ts";
import type { Finding } from "../lint/finding.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import { Document } from "../text/document.ts";
import { type Edit, applyEdits } from "../text/edit.ts";
import type { Steps } from "../text/steps.ts";

/** Far more rounds than fixes that get in each other's way need; fixes that undo each other end here. */
const roundLimit = 100;

/** The edits of every safe fix, and of the safe fixes that they make possible. A finding with a choice of them is left alone. */
export function* fixAll(snapshot: Snapshot): Steps<readonly Edit[]> {
  const before = snapshot.document.getText();
  let after = before;
  let current = snapshot;
  for (let round = 0; round < roundLimit; round++) {
    const edits = safeEdits(current);
    const fixed = applyEdits(after, edits);
    if (fixed === after) break;
    after = fixed;
    yield;
    // Opened anew, not carried on: the snapshot that was given belongs to whoever holds the document.
    const { uri, languageId, version } = snapshot.document;
    current = openSnapshot(Document.create(uri, languageId, version, after), snapshot.format, snapshot.environment);
    yield;
  }
  return difference(before, after);
}

/** Of fixes that would touch the same text, the first; the others get their turn in the next round. */
function safeEdits(snapshot: Snapshot): readonly Edit[] {
  const taken: Edit[] = [];
  for (const finding of snapshot.findings) {
    const edits = safeEditsOf(finding, snapshot);
    if (edits.every((edit) => taken.every((other) => edit.start > other.end || edit.end < other.start)))
      taken.push(...edits);
  }
  return taken;
}

function safeEditsOf(finding: Finding, snapshot: Snapshot): readonly Edit[] {
  const [fix, ...others] = finding.fixes.filter((one) => "safety" in one && one.safety === "safe");
  if (fix === undefined || others.length > 0) return [];
  const edits = snapshot.editsOf(fix);
  return "impossible" in edits ? [] : edits;
}

/** One edit for each line that differs, or, where the number of lines differs, one for all that differs. */
function difference(before: string, after: string): readonly Edit[] {
  const oldLines = before.split("\n");
  const newLines = after.split("\n");
  if (oldLines.length !== newLines.length) return replacement(before, after, 0);
  let offset = 0;
  return oldLines.flatMap((line, index) => {
    const edits = replacement(line, newLines[index] ?? "", offset);
    offset += line.length + 1;
    return edits;
  });
}

function replacement(before: string, after: string, offset: number): readonly Edit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [
    { start: offset + start, end: offset + before.length - end, newText: after.slice(start, after.length - end) },
  ];
}
