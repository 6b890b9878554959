import type { Claim, ServiceLine } from "../../model/claim.ts";
import { applyEdits } from "../../text/edit.ts";
import { sourceText } from "../../text/document.ts";
import type { Part, PartEdit } from "../../text/span.ts";
import { plainClaim, plainLine } from "../claim-view.ts";
import { rereadParts } from "../part-reader.ts";
import type { PartReading, Reading } from "../format.ts";
import { superbillReader } from "./reader.ts";

/** A text after edits, as it would be read. */
export interface Reread {
  readonly reading: Reading;
  /** Where each part of the reading before began. */
  readonly starts: ReadonlyMap<Part, number>;
}

export function reread(reading: Reading, edits: readonly PartEdit[]): Reread {
  const starts = startsOf(reading.parts);
  const text = reading.parts.map((part) => part.text).join("");
  const placed = edits.map(({ span, newText }) => {
    const start = starts.get(span.part) ?? 0;
    return { start: start + span.start, end: start + span.end, newText };
  });
  const start = Math.min(...placed.map((edit) => edit.start));
  const oldEnd = Math.max(...placed.map((edit) => edit.end));
  const changed = applyEdits(text, placed);
  const change = { start, oldEnd, newEnd: oldEnd + changed.length - text.length };
  return { reading: rereadParts(superbillReader, reading, sourceText(changed), change), starts };
}

/**
 * Whether the text reads after the edits as it did before, but for one claim's service lines, which read as expected; and whether
 * nothing more in it can't be read. `expected` gets the claim's lines as `shownLine` tells them.
 */
export function readsBack(
  reading: Reading,
  edits: readonly PartEdit[],
  line: ServiceLine,
  expected: (lines: readonly string[], index: number) => readonly string[],
): boolean {
  const after = reread(reading, edits).reading;
  const { removed: old, added: now } = after.parts.comparedTo(reading.parts);
  const before = old.flatMap((part) => part.claims.map((claim) => told(claim, line, expected)));
  if (JSON.stringify(before) !== JSON.stringify(now.flatMap((part) => part.claims.map((claim) => told(claim)))))
    return false;
  const known = new Set(old.flatMap((part) => part.problems.map(({ message }) => message)));
  return now.every((part) => part.problems.every(({ message }) => known.has(message)));
}

/** Whether every other service line reads after the edits as it did before: a row may be one only beside rows that have units. */
export function leavesOtherLines(reading: Reading, edits: readonly PartEdit[], line: ServiceLine): boolean {
  const { removed: old, added: now } = reread(reading, edits).reading.parts.comparedTo(reading.parts);
  const before = linesOf(old);
  const after = linesOf(now);
  if (before.length !== after.length) return false;
  // Where nothing was read anew the edits changed nothing.
  const index = before.indexOf(line);
  return before.every((one, place) => {
    const other = after[place];
    return place === index || (other !== undefined && shownLine(one) === shownLine(other));
  });
}

/** Whether the text reads after the edits as it did before, but for what `expected` says of each claim. */
export function readsAsClaims(
  reading: Reading,
  edits: readonly PartEdit[],
  expected: (claim: Claim) => object,
): boolean {
  const { removed: old, added: now } = reread(reading, edits).reading.parts.comparedTo(reading.parts);
  const before = old.flatMap((part) => part.claims.map((claim) => meaningOf(expected(claim))));
  const after = now.flatMap((part) => part.claims.map((claim) => meaningOf(plainClaim(claim))));
  return before.length === after.length && before.every((claim, index) => claim === after[index]);
}

function linesOf(parts: readonly PartReading[]): readonly ServiceLine[] {
  return parts.flatMap((part) => part.claims.flatMap((claim) => claim.serviceLines));
}

/** What a service line says, without where it stands. */
export function shownLine(line: ServiceLine): string {
  const { dateThrough, dateOfService } = line;
  const isOneDay = dateThrough?.value === dateOfService?.value;
  return meaningOf(isOneDay ? { ...plainLine(line), dateThrough: undefined } : plainLine(line));
}

/** What a claim says, its service lines last, without where it stands; one of the lines as it is expected to be. */
export function told(
  claim: Claim,
  line?: ServiceLine,
  expected?: (lines: readonly string[], index: number) => readonly string[],
): readonly string[] {
  const { serviceLines } = claim;
  const head = { ...plainClaim(claim), serviceLines: undefined };
  const lines = serviceLines.map(shownLine);
  const index = line === undefined ? -1 : serviceLines.indexOf(line);
  return [meaningOf(head), ...(index < 0 || expected === undefined ? lines : expected(lines, index))];
}

const places = new Set(["part", "span", "head", "start", "end", "silences"]);

function meaningOf(value: object): string {
  return JSON.stringify(value, (key, inner: unknown) => (places.has(key) ? undefined : inner));
}

function startsOf(parts: Iterable<Part>): ReadonlyMap<Part, number> {
  const starts = new Map<Part, number>();
  let start = 0;
  for (const part of parts) {
    starts.set(part, start);
    start += part.text.length;
  }
  return starts;
}
