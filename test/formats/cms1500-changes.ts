import assert from "node:assert/strict";
import type { Reading } from "../../server/src/formats/format.ts";
import type { Change } from "../../server/src/model/change.ts";
import type { Claim } from "../../server/src/model/claim.ts";
import type { Field } from "../../server/src/text/span.ts";
import { lineChange } from "./changes.ts";

/** A change in the words of a page: `line 1: GP KX`, `total to 122.00`, `note HOME PROGRAM`. */
export function changeOf(reading: Reading, words: string): Change {
  const claims = reading.parts.flatMap((part) => part.claims);
  const [, number, what = ""] = /^line (\d+): (.*)$/.exec(words) ?? [];
  const [claim] = claims;
  assert.ok(claim !== undefined);
  if (number === undefined) return changeOfClaim(claim, words);
  const line = claims.flatMap(({ serviceLines }) => serviceLines)[Number(number) - 1];
  assert.ok(line !== undefined, `there is no line ${number}`);
  return lineChange(claim, line, what);
}

function changeOfClaim(claim: Claim, words: string): Change {
  const [, field, text] = /^(payer|note|used) ?(.*)$/.exec(words) ?? [];
  if (field !== undefined) {
    const name = field === "used" ? "usedAmountPtSlp" : field === "note" ? "note" : "payer";
    return { kind: "field", claim, field: name, to: text ?? "" };
  }
  const [, name = "", to = ""] = /^(id|total|diagnosis|charge|note) to (.*)$/.exec(words) ?? [];
  const fields: Record<string, Field<unknown> | undefined> = {
    id: claim.beneficiaryId,
    total: claim.total,
    diagnosis: claim.diagnoses[0],
    charge: claim.serviceLines[0]?.charge,
  };
  const at = fields[name];
  assert.ok(at !== undefined, `the page asks for "${words}", which the runner does not know`);
  return { kind: "value", of: claim, at, to };
}
