import type { SourceText } from "../../text/source-text.ts";
import { beginsWithField, readFields } from "./field-line.ts";
import { isCommentAt, readTitle } from "./line-kind.ts";
import { isBlank, lineBounds, trimmedPiece } from "./line.ts";
import { mayOpenClaim } from "./opening.ts";

/** Where the text of a claim ends. */
export interface ClaimEnd {
  /** The offset in the text. */
  readonly end: number;
  /** Comments stand in it. */
  readonly hasComments: boolean;
}

/**
 * Finds the end of a claim that begins at `offset`, without reading what it says: in a text with titles it ends at the next one.
 * Undefined where a field behind its rows may begin another, so that it must be read.
 */
export function endOfClaim(text: SourceText, offset: number, hasItemNumbers: boolean): ClaimEnd | undefined {
  let commentsStart: number | undefined;
  let hasComments = false;
  let mayHaveRows = false;
  for (let at = offset; at < text.length;) {
    const { end, next } = lineBounds(text, at);
    const first = firstOf(text, at, end);
    const start = commentsStart ?? at;
    const isComment = isCommentAt(text, first);
    commentsStart = isComment ? start : undefined;
    at = next;
    hasComments ||= isComment;
    if (isComment || first === end) continue;
    const line = text.slice(first, end);
    if (isTitle(line)) {
      // The claim's own title stands at its beginning.
      if (start > offset) return { end: start, hasComments };
    } else if (!mayHaveRows) mayHaveRows = /\d/.test(line) && !beginsWithField(line, hasItemNumbers);
    else if (mayOpenClaim(readFields(line, 0, hasItemNumbers))) return undefined;
  }
  return { end: text.length, hasComments };
}

function isTitle(line: string): boolean {
  return readTitle(trimmedPiece(line, 0, line.length)) !== undefined;
}

/** The first character of a line that is not blank, or its end. */
function firstOf(text: SourceText, start: number, end: number): number {
  let first = start;
  while (first < end && isBlank(text.charCodeAt(first))) first++;
  return first;
}
