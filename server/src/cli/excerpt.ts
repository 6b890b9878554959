import type { Finding } from "../lint/finding.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import type { ServiceLine } from "../model/claim.ts";
import type { Field, Span } from "../text/span.ts";
import { looksLikeCode } from "../model/procedure-code.ts";
import { visible } from "../text/visible.ts";

/** A service line as written, and where in it the finding is; both for a terminal. */
export interface Excerpt {
  readonly text: string;
  readonly markers: string;
}

const longest = 120;

/**
 * The service line that a finding is about. Everything but codes, dates, units and amounts is masked: a terminal's output ends
 * up in logs. Undefined outside service lines, where the text may name a person.
 */
export function excerptOf({ span, claim }: Finding, snapshot: Snapshot): Excerpt | undefined {
  const line = claim?.serviceLines.find(
    (one) => one.part === span.part && one.span.start <= span.start && span.end <= one.span.end,
  );
  if (line === undefined) return undefined;
  const physical = physicalLine(span, snapshot);
  const start = Math.max(physical.start, line.span.start);
  const end = Math.min(physical.end, line.span.end, start + longest);
  if (span.start > end) return undefined;
  const text = mask(span.part.text, start, end, line);
  return { text, markers: markersFor(text, span.start - start, Math.min(span.end, end) - start) };
}

/** The editor's line in which the span begins, in the part's own offsets. */
function physicalLine(span: Span, snapshot: Snapshot): { start: number; end: number } {
  const { text } = span.part;
  const { start } = snapshot.rangeOf(span);
  const length = /^[^\r\n]*/.exec(text.slice(span.start))?.[0].length ?? 0;
  return { start: Math.max(0, span.start - start.character), end: span.start + length };
}

/** One character for each, so that the markers stand under what they mean. */
function mask(text: string, start: number, end: number, line: ServiceLine): string {
  const shown = harmlessFields(line).filter((field) => field.part === line.part);
  let masked = "";
  for (let offset = start; offset < end; offset++) {
    const character = text[offset] === "\t" ? " " : visible(text[offset] ?? "");
    const isShown = shown.some((field) => field.start <= offset && offset < field.end);
    masked += isShown || !/[\p{L}\p{M}\p{N}]/u.test(character) ? character : "·";
  }
  return masked;
}

function harmlessFields(line: ServiceLine): readonly Field<unknown>[] {
  const { dateOfService, dateThrough, units, charge, allowedAmount, placeOfService, revenueCode } = line;
  const numbers = [dateOfService, dateThrough, units, charge, allowedAmount, placeOfService, revenueCode];
  const procedure = looksLikeCode(line.procedure.value) ? [line.procedure] : [];
  const modifiers = line.modifiers.filter(({ value }) => value.length <= 2);
  return [
    ...numbers.filter((field) => field !== undefined),
    ...procedure,
    ...modifiers,
    ...line.minutes,
    ...line.diagnosisPointers,
  ];
}

function markersFor(text: string, start: number, end: number): string {
  return " ".repeat(Math.min(start, text.length)) + "^".repeat(Math.max(1, end - start));
}
