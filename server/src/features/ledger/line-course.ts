import type { LedgerYear } from "../../ledger/ledger-year.ts";
import type { Snapshot } from "../../lint/snapshot.ts";
import type { Claim, ServiceLine } from "../../model/claim.ts";
import { isInOtherFile } from "../../model/place.ts";
import type { Part } from "../../text/span.ts";

/** A service line within the course of its ledger year. */
export interface LineCourse {
  readonly year: LedgerYear;
  /** Which of the year's steps tells of the line. */
  readonly place: number;
}

/** Where a line stands in the year and bucket against which it counts; undefined for one that no step tells of. */
export function lineCourse(
  line: ServiceLine,
  claim: Claim,
  { year, bucket }: Pick<LedgerYear, "year" | "bucket">,
  snapshot: Snapshot,
): LineCourse | undefined {
  const found = snapshot.ledgerOf(claim).find((one) => one.year === year && one.bucket === bucket);
  const place = found && placesIn(found).get(line.procedure.part)?.get(line.procedure.start);
  return found === undefined || place === undefined ? undefined : { year: found, place };
}

/** The step that tells of what stands at a place in the document at hand. A place is known by where it is: fields are read anew. */
function placesIn(year: LedgerYear): ReadonlyMap<Part, ReadonlyMap<number, number>> {
  const known = placesOf.get(year);
  if (known !== undefined) return known;
  const places = new Map<Part, Map<number, number>>();
  for (const [index, step] of year.steps.entries()) {
    for (const place of step.places) {
      if (isInOtherFile(place)) continue;
      const inPart = places.get(place.part) ?? new Map<number, number>();
      places.set(place.part, inPart.set(place.start, index));
    }
  }
  placesOf.set(year, places);
  return places;
}

const placesOf = new WeakMap<LedgerYear, ReadonlyMap<Part, ReadonlyMap<number, number>>>();
