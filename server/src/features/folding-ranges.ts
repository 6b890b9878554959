import type { FoldingRange } from "vscode-languageserver-types";
import type { Snapshot } from "../lint/snapshot.ts";
import type { Span } from "../text/span.ts";
import type { Client } from "./client.ts";
import type { Steps } from "../text/steps.ts";

/** The claims, and what the format says folds beside them: as many as the client takes. */
export function* foldingRanges(snapshot: Snapshot, client: Client): Steps<FoldingRange[]> {
  const folds = new Map<string, FoldingRange>();
  for (const part of snapshot.reading.parts) {
    if (folds.size >= client.foldLimit) break;
    for (const span of [...part.claims.map((claim) => claim.span), ...part.folds]) {
      const fold = foldOf(span, snapshot);
      if (fold.endLine > fold.startLine) folds.set(`${fold.startLine.toString()}-${fold.endLine.toString()}`, fold);
    }
    yield;
  }
  return [...folds.values()].slice(0, client.foldLimit);
}

/** White space at the span's end is not part of the fold: the next heading keeps its distance. */
function foldOf(span: Span, snapshot: Snapshot): FoldingRange {
  const { start, end } = snapshot.rangeOf({
    ...span,
    end: span.start + span.part.text.slice(span.start, span.end).trimEnd().length,
  });
  return { startLine: start.line, endLine: end.line };
}
