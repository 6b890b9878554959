import type { Claim, ServiceLine } from "../../model/claim.ts";
import { sourceText } from "../../text/document.ts";
import { type Edit, applyEdits } from "../../text/edit.ts";
import { plainClaim } from "../claim-view.ts";
import { told } from "../superbill/read-back.ts";
import { csvReader } from "./reader.ts";
import { type CsvPart, isCsvPart } from "./state.ts";

/** A part after edits, as it would be read; undefined where it would not be one part. */
export function readAgain(part: CsvPart, edits: readonly Edit[]): CsvPart | undefined {
  const text = applyEdits(part.text, edits);
  if (text === "") return undefined;
  const { part: read } = csvReader.next(sourceText(text), 0, part.before);
  return read.text === text && isCsvPart(read) ? read : undefined;
}

/**
 * Whether a part reads after the edits as it did before, but for one claim's service lines, which read as expected; and whether nothing
 * more in it can't be read. `expected` gets the claim's lines as `shownLine` tells them.
 */
export function readsBack(
  part: CsvPart,
  edits: readonly Edit[],
  line: ServiceLine,
  expected: (lines: readonly string[], index: number) => readonly string[],
): boolean {
  const after = readAgain(part, edits);
  if (after === undefined) return false;
  const before = part.claims.map((claim) => told(settled(claim), line, expected));
  const known = new Set(part.problems.map(({ message }) => message));
  return (
    JSON.stringify(before) === JSON.stringify(after.claims.map((claim) => told(settled(claim)))) &&
    after.problems.every(({ message }) => known.has(message))
  );
}

/** Whether a total may include more hangs on the sum of the lines. */
function settled(claim: Claim): Claim {
  return { ...plainClaim(claim), hasOtherCharges: false, serviceLines: claim.serviceLines };
}
