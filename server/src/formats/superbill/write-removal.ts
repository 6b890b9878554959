import type { Impossible } from "../../model/change.ts";
import type { ServiceLine } from "../../model/claim.ts";
import { type PartEdit, spanOf } from "../../text/span.ts";
import type { Reading } from "../format.ts";
import type { Line } from "./line.ts";
import { lineAround } from "./part-lines.ts";
import { readsBack } from "./read-back.ts";
import { rowAt } from "./row-at.ts";
import { type SuperbillPart, isSuperbillPart } from "./superbill-part.ts";
import { fillDate } from "./write-date.ts";

/** Takes a row away, with the comments that silence rules for it. Rows that took their date from it get it, where they have a place. */
export function removeRow(line: ServiceLine, reading: Reading): readonly PartEdit[] | Impossible {
  const { part } = line;
  if (!isSuperbillPart(part)) return { impossible: "The line is no service line of a superbill." };
  const gone = wholeLines(
    part,
    [line.span, ...directivesOf(line, part)].map(({ start }) => lineAround(part.text, start)),
  );
  const expected = (lines: readonly string[], index: number): readonly string[] => lines.toSpliced(index, 1);
  const isRight = (edits: readonly PartEdit[]): boolean => readsBack(reading, edits, line, expected);
  const ways = [gone, ...dateKept(line, part).map((edit) => [...gone, edit])];
  return ways.find(isRight) ?? { impossible: reasonAgainst(line, part) };
}

function directivesOf(line: ServiceLine, part: SuperbillPart): SuperbillPart["directives"][number]["span"][] {
  return part.directives.filter(({ silences }) => silences?.start === line.span.start).map(({ span }) => span);
}

/** Lines with their line ends, those that follow one another as one; a run that ends a text takes the line end before it. The byte-order mark stays. */
function wholeLines(part: SuperbillPart, lines: readonly Line[]): readonly PartEdit[] {
  const runs: { start: number; end: number }[] = [];
  for (const { text, start: begin } of lines.toSorted((one, other) => one.start - other.start)) {
    const start = begin + (text.startsWith("\uFEFF") ? 1 : 0);
    const end = begin + text.length + lineEndAt(part.text, begin + text.length);
    const last = runs.at(-1);
    if (last?.end === start) last.end = end;
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => {
    const isUnended = end === part.text.length && !/[\r\n]$/.test(part.text);
    return { span: spanOf(part, start - (isUnended ? lineEndBefore(part.text, start) : 0), end), newText: "" };
  });
}

/** How long it is; 0 where none begins there. */
function lineEndAt(text: string, offset: number): number {
  return /^(?:\r\n|\r|\n)/.exec(text.slice(offset, offset + 2))?.[0].length ?? 0;
}

function lineEndBefore(text: string, offset: number): number {
  return /(?:\r\n|\r|\n)$/.exec(text.slice(Math.max(0, offset - 2), offset))?.[0].length ?? 0;
}

/** The date of the row, written into the next one. */
function dateKept({ span }: ServiceLine, part: SuperbillPart): readonly PartEdit[] {
  const date = rowAt(part, lineAround(part.text, span.start))?.row.date?.text;
  const next = part.claims.flatMap((claim) => claim.serviceLines).find((line) => line.span.start > span.end);
  if (next === undefined || date === undefined) return [];
  const at = lineAround(part.text, next.span.start);
  const row = rowAt(part, at);
  const edits = row?.row.date === undefined && row !== undefined ? fillDate(row, date) : undefined;
  return (edits ?? []).map(({ start, end, newText }) => ({
    span: spanOf(part, at.start + start, at.start + end),
    newText,
  }));
}

function reasonAgainst({ dateOfService, span }: ServiceLine, part: SuperbillPart): string {
  const others = part.claims.flatMap((claim) => claim.serviceLines).filter((other) => other.span.start !== span.start);
  if (others.length === 0) return "The claim has no other service line.";
  const isTaken = others.some((other) => other.dateOfService?.start === dateOfService?.start);
  const isOwn = dateOfService !== undefined && dateOfService.start >= span.start && dateOfService.end <= span.end;
  if (isOwn && isTaken) return "Other lines take their date of service from this one.";
  return "Without this line the rest of the claim would read otherwise.";
}
