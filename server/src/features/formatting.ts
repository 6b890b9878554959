import type { Range, TextEdit } from "vscode-languageserver-types";
import type { Layout } from "../formats/format.ts";
import { layOutText } from "../formats/lay-out.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import type { Edit } from "../text/edit.ts";
import type { SourceText } from "../text/source-text.ts";
import type { Steps } from "../text/steps.ts";

/** An editor takes so many edits at a time without a halt. */
const mostEdits = 2000;

/** An editor writes a line anew for each edit in it, and a text that runs on is one line: so many characters, all edits together. */
const mostWritten = 100_000_000;

/**
 * The edits that lay a document out: one segment a line, or the columns of tables below one another. Null where its format knows no such
 * layout. A range stands for the claims that it touches, and in a superbill for the whole of their tables. The edits are line ends and
 * blanks alone, but of a large document they are joined, with the text between them, until they are few enough.
 */
export function* formatting(
  snapshot: Snapshot,
  layout: Layout = "readable",
  range?: Range,
  most = fewFor(snapshot.document.text),
): Steps<TextEdit[] | null> {
  const { document, format, reading } = snapshot;
  const stretch = range && { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const edits = yield* layOutText(format, reading, layout, stretch);
  if (edits === undefined) return null;
  const together = Math.max(1, Math.ceil(edits.length / most));
  const textEdits: TextEdit[] = [];
  for (let index = 0; index < edits.length; index += together) {
    const { start, end, newText } = joined(edits.slice(index, index + together), document.text);
    textEdits.push({ range: document.rangeOf(start, end), newText });
    yield;
  }
  return textEdits;
}

function fewFor({ length }: SourceText): number {
  return Math.max(1, Math.min(mostEdits, Math.floor(mostWritten / length)));
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
