import type { PartEdit } from "../../text/span.ts";
import type { Reading } from "../format.ts";
import { setElement } from "./element-edit.ts";
import { numberOf } from "./line-numbers.ts";
import { X12Part } from "./part.ts";
import { segmentId, segmentsOf } from "./segment.ts";

const se = segmentId("SE");
const st = segmentId("ST");

/** SE01 of the transaction that the part stands in, for so many segments more or fewer; a count that was wrong stays as wrong. */
export function recounted(part: X12Part, by: number, { parts }: Reading): readonly PartEdit[] {
  for (let place = parts.placeOf(part) + 1; place < parts.length; place++) {
    const other = parts.at(place);
    if (!(other instanceof X12Part) || other.opener === st) return [];
    if (other.opener !== se) continue;
    const [closing] = segmentsOf(other);
    const count = closing && numberOf(closing);
    return closing === undefined || count === undefined ? [] : [setElement(closing, 1, String(count + by))];
  }
  return [];
}
