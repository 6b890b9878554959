import { type PartEdit, type Span, spanOf } from "../../text/span.ts";
import type { Impossible } from "../../model/change.ts";
import { directiveText } from "./directives.ts";
import { lineAround, lineEndOf } from "./part-lines.ts";

/** A directive above the line in which the span begins, with the line's indentation and line end. */
export function silence(at: Span, rules: readonly string[]): readonly PartEdit[] | Impossible {
  const { part } = at;
  const line = lineAround(part.text, at.start);
  const indentation = /^\uFEFF?([ \t]*)/.exec(line.text);
  // The byte-order mark stays the first character of the text.
  const start = line.start + (line.text.startsWith("\uFEFF") ? 1 : 0);
  const newText = (indentation?.[1] ?? "") + directiveText(rules) + lineEndOf(part.text, line);
  return [{ span: spanOf(part, start, start), newText }];
}
