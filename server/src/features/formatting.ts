import type { Range, TextEdit } from "vscode-languageserver-types";
import type { Layout } from "../formats/format.ts";
import { layOutText } from "../formats/lay-out.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import type { Steps } from "../text/steps.ts";

/**
 * The edits that lay a document out: one segment a line, or the columns of tables below one another. Null where its format knows no such
 * layout. A range stands for the claims that it touches, and in a superbill for the whole of their tables.
 */
export function* formatting(snapshot: Snapshot, layout: Layout = "readable", range?: Range): Steps<TextEdit[] | null> {
  const { document, format, reading } = snapshot;
  const stretch = range && { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const edits = yield* layOutText(format, reading, layout, stretch);
  if (edits === undefined) return null;
  const textEdits: TextEdit[] = [];
  for (const { start, end, newText } of edits) {
    textEdits.push({ range: document.rangeOf(start, end), newText });
    yield;
  }
  return textEdits;
}
