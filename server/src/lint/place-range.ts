import { type Place, isInOtherFile } from "../model/place.ts";
import type { Range } from "../text/document.ts";
import type { Snapshot } from "./snapshot.ts";

/** Where a place lies: of another file, which is not held, the whole line. */
export function rangeOfPlace(place: Place, snapshot: Pick<Snapshot, "rangeOf">): Range {
  if (!isInOtherFile(place)) return snapshot.rangeOf(place);
  const { line } = place;
  return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
}
