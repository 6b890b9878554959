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
  const gone = [line.span, ...directivesOf(line, part)].map(({ start }) =>
    wholeLine(part, lineAround(part.text, start)),
  );
  const expected = (lines: readonly string[], index: number): readonly string[] => lines.toSpliced(index, 1);
  const isRight = (edits: readonly PartEdit[]): boolean => readsBack(reading, edits, line, expected);
  const ways = [gone, ...dateKept(line, part).map((edit) => [...gone, edit])];
  return ways.find(isRight) ?? { impossible: reasonAgainst(line, part) };
}

function directivesOf(line: ServiceLine, part: SuperbillPart): SuperbillPart["directives"][number]["span"][] {
  return part.directives.filter(({ silences }) => silences?.start === line.span.start).map(({ span }) => span);
}

/** A line with its line end; the last one of a text, with the one before it. The byte-order mark stays. */
function wholeLine(part: SuperbillPart, { text, start }: Line): PartEdit {
  const end = start + text.length;
  const lineEnd = /^(?:\r\n|\r|\n)/.exec(part.text.slice(end, end + 2))?.[0].length ?? 0;
  const before =
    lineEnd > 0 ? 0 : (/(?:\r\n|\r|\n)$/.exec(part.text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  return { span: spanOf(part, start - before + mark, end + lineEnd), newText: "" };
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
