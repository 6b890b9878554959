import type { Change, Impossible } from "../../model/change.ts";
import { type PartEdit, spanOf, textOf } from "../../text/span.ts";
import { plainClaim } from "../claim-view.ts";
import type { Reading } from "../format.ts";
import { readsAsClaims } from "./read-back.ts";
import { isSuperbillPart } from "./superbill-part.ts";
import { dateLike } from "./written-like.ts";

/** Behind the last code of the claim's list, with its date written as the one before. */
export function writeOccurrence(
  { claim, code, date }: Extract<Change, { kind: "occurrence" }>,
  reading: Reading,
): readonly PartEdit[] | Impossible {
  const { part, occurrences } = claim;
  const last = occurrences.at(-1)?.date;
  if (!isSuperbillPart(part) || last?.part !== part) {
    return { impossible: "The claim has no list of occurrence codes that ends with a date." };
  }
  const isBracketed = part.text.charAt(last.end) === ")";
  const written = isBracketed ? `(${dateLike(textOf(last), date)})` : dateLike(textOf(last), date);
  const at = isBracketed ? last.end + 1 : last.end;
  const edits = [{ span: spanOf(part, at, at), newText: `, ${code} ${written}` }];
  const wanted = { ...plainClaim(claim), occurrences: [...occurrences, { value: code, date: { value: date } }] };
  const isRead = readsAsClaims(reading, edits, (one) => (one === claim ? wanted : plainClaim(one)));
  return isRead ? edits : { impossible: "The code would not be read." };
}
