/** A replacement in a whole text; offsets are UTF-16 code units in the text before any edit of the same list. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Offsets in a text, from one to before another. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What an edit, or several, did to a text: `start` to `oldEnd` of the old became `start` to `newEnd` of the new. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
  /** What of the new text stands in other memory than before: more than what changed. */
  readonly moved?: Stretch;
}

/** One change that covers two made one after the other. */
export function mergeChanges(first: TextChange, second: TextChange): TextChange {
  const start = Math.min(first.start, second.start);
  // The ends are carried over the other change: back into the old text for the second, on into the new for the first.
  const oldEnd = Math.max(first.oldEnd, second.oldEnd - (first.newEnd - first.oldEnd));
  const newEnd = Math.max(second.newEnd, first.newEnd + (second.newEnd - second.oldEnd));
  return { start, oldEnd, newEnd };
}

/** Applies edits that do not overlap, in any order. Two insertions at one place keep their order in the list. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  ordered.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  let result = "";
  let from = 0;
  for (const { edit } of ordered) {
    if (edit.start < from) throw new RangeError("edits overlap");
    result += text.slice(from, edit.start) + edit.newText;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** The smallest edit that makes one text, which stands at `offset`, another; none where they are the same. It parts no CR from its LF. */
export function differenceOf(before: string, after: string, offset: number): readonly Edit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start > 0 && before[start - 1] === "\r") start--;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  if (end > 0 && before.at(-end) === "\n") end--;
  return [
    { start: offset + start, end: offset + before.length - end, newText: after.slice(start, after.length - end) },
  ];
}
