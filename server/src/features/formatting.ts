import type { Range, TextEdit } from "vscode-languageserver-types";
import type { Layout } from "../formats/format.ts";
import { layOutText } from "../formats/lay-out.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import type { Edit } from "../text/edit.ts";
import type { SourceText } from "../text/source-text.ts";
import type { Steps } from "../text/steps.ts";

/** VS Code moves all that stands behind an edit for each line that the edit brings, so many edits that bring lines halt it. */
const mostEdits = 2000;

/**
 * The edits that lay a document out: one segment a line, or the columns of tables below one another. Null where its format knows no such
 * layout. A range stands for the claims that it touches, and in a superbill for the whole of their tables. The edits are line ends and
 * blanks alone, but of a large document they are joined into one, with the text between them.
 */
export function* formatting(
  snapshot: Snapshot,
  layout: Layout = "readable",
  range?: Range,
  most = mostEdits,
): Steps<TextEdit[] | null> {
  const { document, format, reading } = snapshot;
  const stretch = range && { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const edits = yield* layOutText(format, reading, layout, stretch);
  if (edits === undefined) return null;
  return (edits.length > most ? [joined(edits, document.text)] : edits).map(({ start, end, newText }) => ({
    range: document.rangeOf(start, end),
    newText,
  }));
}

/** One edit that does what several do, which stand in the order of the text. */
function joined(edits: readonly Edit[], text: SourceText): Edit {
  const start = edits[0]?.start ?? 0;
  let end = start;
  let newText = "";
  for (const edit of edits) {
    newText += text.slice(end, edit.start) + edit.newText;
    ({ end } = edit);
  }
  return { start, end, newText };
}
