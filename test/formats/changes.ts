import assert from "node:assert/strict";
import type { Format, Reading } from "../../server/src/formats/format.ts";
import type { Change, Share } from "../../server/src/model/change.ts";
import type { Claim, ServiceLine } from "../../server/src/model/claim.ts";
import { parseIsoDate } from "../../server/src/model/date.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { type Field, type PartEdit, textOf } from "../../server/src/text/span.ts";

/** The edits that a page asks for in words: `line 2: GP KX`, `line 1: removed`, `claim 1: payer Aetna`, `silence line 1: kx-crossing`. */
export function editsFor(format: Format, reading: Reading, words: string): ReturnType<Format["write"]> {
  const [, kind, number, what = ""] = /^(silence line|line|claim) (\d+): ?(.*)$/.exec(words) ?? [];
  const claims = reading.parts.flatMap((part) => part.claims);
  const line = claims.flatMap((claim) => claim.serviceLines)[Number(number) - 1];
  if (kind === "silence line" && line !== undefined) return format.silence(line.procedure, what.split(" "));
  const claim = claims[Number(number) - 1];
  const change = kind === "claim" && claim !== undefined ? claimChange(claim, what) : undefined;
  const of = claims.find((one) => line !== undefined && one.serviceLines.includes(line));
  const made = kind === "line" && line !== undefined && of !== undefined ? lineChange(of, line, what) : change;
  assert.ok(made !== undefined, `the page asks for "${words}", which the runner does not know`);
  return format.write(made, reading);
}

/** `GP KX`, `no modifiers`, `3 units`, `code 97530`, `removed`, `split GP CQ 1 $39.00 | GP 1`, `charge to 44.00`. */
export function lineChange(of: Claim, line: ServiceLine, what: string): Change {
  const [, units] = /^(\S+) units$/.exec(what) ?? [];
  const [, code] = /^code (\S+)$/.exec(what) ?? [];
  const [, name = "", to] = /^(charge|note|date) to (.*)$/.exec(what) ?? [];
  if (units !== undefined) return { kind: "units", line, to: Number(units) };
  if (code !== undefined) return { kind: "procedure", line, to: code };
  if (what === "removed") return { kind: "removal", line };
  if (what.startsWith("split ")) return { kind: "split", line, into: sharesOf(line, what.slice("split ".length)) };
  if (to !== undefined) return { kind: "value", of, at: valueOf(line, name), to };
  return { kind: "modifiers", line, to: what === "no modifiers" ? [] : what.split(" ") };
}

function valueOf(line: ServiceLine, name: string): Field<unknown> {
  const at = { charge: line.charge, note: line.note, date: line.dateOfService }[name];
  assert.ok(at !== undefined, `the line has no ${name}`);
  return at;
}

function sharesOf(line: ServiceLine, words: string): readonly [Share, Share] {
  const [first = "", second = ""] = words.split(" | ");
  return [shareOf(line, first), shareOf(line, second)];
}

/** `GP CQ 1 $39.00 allowed $28.00 min 0+13 on 2026-03-13`: all but the units may be left out. */
function shareOf(line: ServiceLine, words: string): Share {
  const [, modifiers = "", units, charge, allowed, minutes, date] =
    /^((?:[A-Z0-9]{2} )*)(\d+)(?: \$([\d.-]+))?(?: allowed \$([\d.]+))?(?: min ([\d+]+))?(?: on (\S+))?$/.exec(words) ??
    [];
  const values = minutes?.split("+").map(Number);
  const dateOfService = date === undefined ? undefined : parseIsoDate(date);
  return {
    modifiers: modifiers.split(" ").filter(Boolean),
    units: Number(units),
    charge: charge === undefined ? undefined : Math.round(Number(charge) * 100),
    ...(allowed !== undefined && { allowedAmount: Math.round(Number(allowed) * 100) }),
    minutes: values && line.minutes.map((of, index) => ({ of, value: values[index] ?? 0 })),
    ...(dateOfService !== undefined && { dateOfService }),
  };
}

function claimChange(claim: Claim, what: string): Change {
  const [, old, now = ""] = /^value (.*) to (.*)$/.exec(what) ?? [];
  if (old !== undefined) return { kind: "value", of: claim, at: valueIn(claim, old), to: now };
  if (what.startsWith("occurrence ")) return occurrenceChange(claim, what);
  const [, name = "", to = ""] = /^(payer|PT\/SLP|OT) ?(.*)$/.exec(what) ?? [];
  const field = name === "payer" ? "payer" : name === "OT" ? "usedAmountOt" : "usedAmountPtSlp";
  return { kind: "field", claim, field, to };
}

function occurrenceChange(claim: Claim, what: string): Change {
  const [, code = "", day = ""] = what.split(" ");
  const date = parseIsoDate(day);
  assert.ok(date !== undefined, `"${what}" names no date`);
  return { kind: "occurrence", claim, code, date };
}

/** The claim's value that is written so. */
function valueIn(claim: Claim, written: string): Field<unknown> {
  const { renderingProvider, referringProvider, planOfCare, diagnoses, total } = claim;
  const fields = [renderingProvider.npi, referringProvider.npi, planOfCare, total, ...diagnoses];
  const found = fields.find((field) => field !== undefined && textOf(field) === written);
  assert.ok(found !== undefined, `no value of the claim is written "${written}"`);
  return found;
}

export function applyPartEdits(source: string, reading: Reading, edits: readonly PartEdit[]): string {
  const starts = new Map<unknown, number>();
  let start = 0;
  for (const part of reading.parts) {
    starts.set(part, start);
    start += part.text.length;
  }
  const whole = edits.map(({ span, newText }) => {
    const partStart = starts.get(span.part) ?? 0;
    return { start: partStart + span.start, end: partStart + span.end, newText };
  });
  return applyEdits(source, whole);
}
