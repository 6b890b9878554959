import type { Problem } from "../../model/problem.ts";
import { type PartEdit, spanOf } from "../../text/span.ts";
import { isaWidths } from "./delimiters.ts";
import type { Level } from "./levels.ts";
import type { Place } from "./place.ts";
import { type Segment, segmentId } from "./segment.ts";
import { textOf } from "./values.ts";

/** What the segment that opens or closes an envelope states about it. */
export interface ControlSegment {
  /** Where it opens one, the control number is in another element in each; where it closes one, in the second. */
  readonly controlElement: number;
  readonly controlNumber: string;
  /** Element 1 of what closes an envelope: how much is in it. */
  readonly count: string;
  /** ISA is the one segment of fixed width; for it alone. */
  readonly widthProblems: readonly Problem[];
}

export function readControlSegment(segment: Segment): ControlSegment {
  const controlElement = controlElements.get(segment.id) ?? 2;
  return {
    controlElement,
    controlNumber: textOf(segment, controlElement),
    count: textOf(segment, 1),
    widthProblems: segment.id === isa ? findWidthProblems(segment) : [],
  };
}

/** The element of an envelope's opening segment that numbers it: `ISA13`. */
export function controlElementOf({ opening }: Level, { controlElement }: ControlSegment): string {
  return `${opening}${String(controlElement).padStart(2, "0")}`;
}

const isa = segmentId("ISA");

const controlElements: ReadonlyMap<number, number> = new Map([
  [isa, 13],
  [segmentId("GS"), 6],
]);

/** Qualified ids and passwords are text, and may be filled up with spaces. */
const paddedElements: readonly number[] = [2, 4, 6, 8];

function findWidthProblems(segment: Segment): readonly Problem[] {
  return isaWidths.flatMap((width, index) => {
    const n = index + 1;
    const raw = segment.rawElement(n);
    // The last element is the component separator itself.
    if (raw === undefined || n === 16) return [];
    const actual = segment.part.text.slice(raw.start, raw.end).replace(/[\r\n]/g, "").length;
    if (actual === width) return [];
    const name = `ISA${String(n).padStart(2, "0")}`;
    const message = `${name} is ${characters(actual)} wide; it must be ${width}`;
    const problem: Problem = { rule: "x12-envelope", span: spanOf(segment.part, raw.start, raw.end), message };
    const edit = actual < width ? filled(segment, n, raw, width - actual) : undefined;
    if (edit === undefined) return [problem];
    return [
      { ...problem, fixes: [{ title: `Fill ${name} up to ${width} characters`, safety: "safe", edits: [edit] }] },
    ];
  });
}

/** Text gets blanks behind it, the control number noughts before it; what has another form can't be filled. */
function filled({ part }: Segment, n: number, { start, end }: Place, missing: number): PartEdit | undefined {
  if (paddedElements.includes(n)) return { span: spanOf(part, end, end), newText: " ".repeat(missing) };
  const isNumber = n === 13 && /^\d+$/.test(part.text.slice(start, end));
  return isNumber ? { span: spanOf(part, start, start), newText: "0".repeat(missing) } : undefined;
}

function characters(count: number): string {
  return count === 1 ? "1 character" : `${count} characters`;
}
