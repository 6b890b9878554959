import assert from "node:assert/strict";
import type { Reading } from "../../server/src/formats/format.ts";
import type { Change, Share } from "../../server/src/model/change.ts";
import type { Claim, ServiceLine } from "../../server/src/model/claim.ts";
import { parseIsoDate } from "../../server/src/model/date.ts";
import type { Field } from "../../server/src/text/span.ts";

/** A change in the words of a page: `line 1: GP KX`, `total to 122.00`, `note HOME PROGRAM`. */
export function changeOf(reading: Reading, words: string): Change {
  const claims = reading.parts.flatMap((part) => part.claims);
  const [, number, what = ""] = /^line (\d+): (.*)$/.exec(words) ?? [];
  const [claim] = claims;
  assert.ok(claim !== undefined);
  if (number === undefined) return changeOfClaim(claim, words);
  const line = claims.flatMap(({ serviceLines }) => serviceLines)[Number(number) - 1];
  assert.ok(line !== undefined, `there is no line ${number}`);
  return changeOfLine(line, what);
}

function changeOfLine(line: ServiceLine, what: string): Change {
  const [, units] = /^(\S+) units$/.exec(what) ?? [];
  const [, code] = /^code (\S+)$/.exec(what) ?? [];
  if (units !== undefined) return { kind: "units", line, to: Number(units) };
  if (code !== undefined) return { kind: "procedure", line, to: code };
  if (what === "removed") return { kind: "removal", line };
  if (what.startsWith("split ")) {
    const [first = "", second = ""] = what.slice("split ".length).split(" | ");
    return { kind: "split", line, into: [shareOf(first), shareOf(second)] };
  }
  return { kind: "modifiers", line, to: what === "no modifiers" ? [] : what.split(" ") };
}

/** `GP CQ 1 $39.00 on 2026-03-13` */
function shareOf(words: string): Share {
  const [, modifiers = "", units, charge, date] =
    /^((?:[A-Z0-9]{2} )*)(\d+)(?: \$([\d.]+))?(?: on (\S+))?$/.exec(words) ?? [];
  const dateOfService = date === undefined ? undefined : parseIsoDate(date);
  return {
    modifiers: modifiers.split(" ").filter(Boolean),
    units: Number(units),
    charge: charge === undefined ? undefined : Math.round(Number(charge) * 100),
    minutes: undefined,
    ...(dateOfService !== undefined && { dateOfService }),
  };
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
