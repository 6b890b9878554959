import type { Change, Impossible } from "../../model/change.ts";
import { type PartEdit, spanOf } from "../../text/span.ts";
import { lineAround } from "./part-lines.ts";

/** Takes a row away, or puts a second one right behind it. */
export function writeRows(change: Extract<Change, { kind: "removal" | "split" }>): readonly PartEdit[] | Impossible {
  const { part, span } = change.line;
  const at = lineAround(part.text, span.start);
  if (change.kind === "split") return { impossible: "not written yet" };
  return [{ span: spanOf(part, at.start, at.start + at.text.length), newText: "" }];
}
