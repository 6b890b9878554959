import type { Part, Span } from "../../text/span.ts";

/** A place in a document, within the part that holds it. */
export interface Place {
  readonly part: Part;
  readonly offset: number;
  /** Whether the end of a span belongs to it: a cursor behind a word still means the word, where nothing else begins there. */
  readonly takesEnd: boolean;
}

export function covers(span: Span | undefined, place: Place): boolean {
  if (span?.part !== place.part || place.offset < span.start) return false;
  return place.takesEnd ? place.offset <= span.end : place.offset < span.end;
}
