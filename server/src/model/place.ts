import type { Span } from "../text/span.ts";

/** A line of another file than the one at hand: what stands there is not held, so no span of it is known. */
export interface FilePlace {
  /** As the edge names its files: an address in an editor, a path on the command line. */
  readonly file: string;
  /** From 0. */
  readonly line: number;
}

/** A place in the document at hand, or in another file. */
export type Place = Span | FilePlace;

export function isInOtherFile(place: Place): place is FilePlace {
  return "file" in place;
}
