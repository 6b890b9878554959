import assert from "node:assert/strict";
import type { Reading } from "../../server/src/formats/format.ts";
import { superbillFormat } from "../../server/src/formats/superbill/superbill.ts";
import type { Change } from "../../server/src/model/change.ts";
import type { Claim, ServiceLine } from "../../server/src/model/claim.ts";
import { sourceText } from "../../server/src/text/document.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import type { WrittenClaim } from "./superbill-claims.ts";

export interface LineSummary {
  readonly date: string | undefined;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number | undefined;
  readonly minutes: readonly number[];
  readonly charge: number | undefined;
  readonly clinician: string | undefined;
}

export function read(text: string): Reading {
  return superbillFormat.read(sourceText(text));
}

export function claimIn(text: string): Claim {
  const claim = read(text).parts.flatMap((part) => part.claims)[0];
  assert.ok(claim !== undefined);
  return claim;
}

export function summaryOf(reading: Reading): readonly LineSummary[] {
  return reading.parts.flatMap((part) => part.claims.flatMap((claim) => claim.serviceLines.map(summaryOfLine)));
}

function summaryOfLine(line: ServiceLine): LineSummary {
  return {
    date: line.dateOfService?.value,
    code: line.procedure.value,
    modifiers: line.modifiers.map((field) => field.value),
    units: line.units?.value,
    minutes: line.minutes.map((field) => field.value),
    charge: line.charge?.value,
    clinician: line.clinician?.value.credential,
  };
}

export function meantBy({ lines, style }: WrittenClaim): readonly LineSummary[] {
  const hasDates = style.layout === "free" || style.hasDateColumn;
  let above = "2026-03-11";
  return lines.map(({ date, code, modifiers, units, minutes, charge, clinician }) => {
    const own = hasDates ? date : undefined;
    // In a table a blank cell repeats the date above it; elsewhere the field holds.
    if (own !== undefined && style.layout !== "free") above = own;
    return {
      date: own ?? above,
      code,
      modifiers,
      units,
      minutes: [minutes],
      charge: Math.round(Number(charge) * 100),
      clinician,
    };
  });
}

export function withLine(
  lines: readonly LineSummary[],
  at: number,
  change: Partial<LineSummary>,
): readonly LineSummary[] {
  return lines.map((line, index) => (index === at ? { ...line, ...change } : line));
}

/** The text with the change made; undefined where the format cannot make it. */
export function write(text: string, changeOf: (line: ServiceLine) => Change, at: number): string | undefined {
  const reading = read(text);
  const line = reading.parts.flatMap((part) => part.claims.flatMap((claim) => claim.serviceLines))[at];
  assert.ok(line !== undefined);
  return applied(text, reading, changeOf(line));
}

export function applied(text: string, reading: Reading, change: Change): string | undefined {
  const edits = superbillFormat.write(change, reading);
  if ("impossible" in edits) return undefined;
  const starts = new Map<unknown, number>();
  let start = 0;
  for (const part of reading.parts) {
    starts.set(part, start);
    start += part.text.length;
  }
  const inText = edits.map(({ span, newText }) => {
    const partStart = starts.get(span.part) ?? NaN;
    return { start: partStart + span.start, end: partStart + span.end, newText };
  });
  return applyEdits(text, inText);
}
