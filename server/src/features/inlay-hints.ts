import { type InlayHint, MarkupKind, type Position, type Range } from "vscode-languageserver-types";
import type { PartReading } from "../formats/format.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import type { Claim, ServiceLine } from "../model/claim.ts";
import type { UsedAmount } from "../model/used-amount.ts";
import type { Context } from "../rules/context.ts";
import type { Steps } from "../text/steps.ts";
import { blocks, escapeMarkdown } from "./hover/markdown.ts";
import { lineCourse } from "./ledger/line-course.ts";
import {
  doubtsInWords,
  isEstimated,
  markInWords,
  sourcesInWords,
  stepsBehind,
  usedInShort,
  usedOf,
} from "./ledger/used-words.ts";

/** Which hints a user wants. */
export interface HintKinds {
  readonly usedAmount: boolean;
}

/** Behind each therapy line in a range, how much of the year's amount is used with it. */
export function* inlayHints(snapshot: Snapshot, range: Range, { usedAmount }: HintKinds): Steps<InlayHint[]> {
  const hints: InlayHint[] = [];
  if (!usedAmount) return hints;
  for (const part of partsIn(range, snapshot)) {
    for (const claim of part.claims) hints.push(...hintsOf(claim, range, snapshot));
    yield;
  }
  return hints;
}

function partsIn({ start, end }: Range, { document, reading }: Snapshot): readonly PartReading[] {
  const { parts } = reading;
  return parts.slice(parts.placeAt(document.offsetAt(start)), parts.placeAt(document.offsetAt(end)) + 1);
}

function hintsOf(claim: Claim, range: Range, snapshot: Snapshot): readonly InlayHint[] {
  let context: Context | undefined;
  return claim.serviceLines.flatMap((line) => {
    const position = placeOfHint(line, snapshot);
    if (!isWithin(position, range) || position.character > paintedLength) return [];
    context ??= snapshot.contextOf(claim);
    const used = context.usedAmount(line);
    return used === undefined ? [] : [hintOf({ line, claim, context, used }, position, snapshot)];
  });
}

/** Editors paint no more of a line. */
const paintedLength = 10_000;

function isWithin({ line, character }: Position, { start, end }: Range): boolean {
  if (line === start.line && character < start.character) return false;
  if (line === end.line && character > end.character) return false;
  return line >= start.line && line <= end.line;
}

/** The end of the text's line; where several service lines stand on one, because line ends mean nothing, the service line's own. */
function placeOfHint({ procedure, span }: ServiceLine, snapshot: Snapshot): Position {
  const { document, format } = snapshot;
  const { line } = snapshot.rangeOf(procedure).end;
  // Behind what ends its last segment.
  const ownEnd = snapshot.rangeOf({ ...span, end: span.end + 1 }).end;
  const lineEnd = document.positionAt(document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER }));
  return format.findLayout !== undefined && ownEnd.line === line ? ownEnd : lineEnd;
}

interface Told {
  readonly line: ServiceLine;
  readonly claim: Claim;
  readonly context: Context;
  readonly used: UsedAmount;
}

function hintOf({ line, claim, context, used }: Told, position: Position, snapshot: Snapshot): InlayHint {
  const threshold = context.threshold(used.year)?.kxThreshold ?? undefined;
  const course = lineCourse(line, claim, used, snapshot);
  const steps = course === undefined ? [] : stepsBehind(course);
  const isEstimate = isEstimated(steps);
  const shown = usedOf(usedInShort(used.after, isEstimate), threshold);
  const value = blocks(
    `Used with this line: **${shown}** (${used.bucket}, ${used.year.toString()})`,
    markInWords(used.after, isEstimate),
    course && [...doubtsInWords(course.year, steps)].map(escapeMarkdown).join(" "),
    steps.length === 0 ? undefined : `Counted: ${sourcesInWords(steps)}`,
  );
  return {
    position,
    label: `used ${shown}`,
    tooltip: { kind: MarkupKind.Markdown, value },
    paddingLeft: true,
  };
}
