import { sourceText } from "../../text/document.ts";
import type { PartEdit } from "../../text/span.ts";
import { spanOf } from "../../text/span.ts";
import { applyEdits, differenceOf } from "../../text/edit.ts";
import type { FoundLayout, Layout, PartReading, Reading } from "../format.ts";
import { type Delimiters, beginsIsa, readDelimiters, sameDelimiters } from "./delimiters.ts";
import { X12Part } from "./part.ts";
import { segmentId, skipLayout } from "./segment.ts";

/**
 * Moves line ends, and takes indentation away. The blanks of values, which may be data, and text outside interchanges stay as they are,
 * and so does an interchange whose separators are line ends, or what values are made of.
 */
export function* layOut(
  parts: Iterable<PartReading>,
  reading: Reading,
  layout: Layout,
): Generator<readonly PartEdit[], undefined> {
  const wanted = layoutFor(layout, reading);
  let column = 0;
  for (const [part, next] of withNext(parts)) {
    if (!(part instanceof X12Part) || isCutByText(part.delimiters)) {
      column = columnBehind(part.text, column);
      continue;
    }
    const scanned = scan(part);
    const ending = next === undefined ? "text" : next instanceof X12Part ? "segment" : "outside";
    const breaks = breaksIn(part, scanned, wanted, { ending, column });
    column = breaks.column;
    const edits = editsOf(part, scanned, breaks, wanted.lineEnd);
    yield withSeparatorsKept(part, edits, scanned.ends[0] ?? scanned.end);
  }
}

/** Of a letter or a digit, an ISA segment that lacks elements is the likelier reason. */
export function isCutByText({ all }: Delimiters): boolean {
  return /[\r\n \p{L}\p{N}]/u.test(all);
}

/** What may be taken from a part, and where its segments end. */
interface Scanned {
  /** Each begins right behind a character that stays. */
  readonly blanks: readonly Stretch[];
  /** The offsets behind each segment's terminator, and behind the terminators of empty segments that follow it. */
  readonly ends: readonly number[];
  /** Behind the last character that stays. */
  readonly end: number;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function scan({ text, delimiters }: X12Part): Scanned {
  const { elementCode, terminatorCode } = delimiters;
  const blanks: Stretch[] = [];
  const ends: number[] = [];
  let isInside = false;
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLayout(code, isInside, delimiters)) continue;
    if (at > end) blanks.push({ start: end, end: at });
    if (code !== terminatorCode) isInside ||= beginsSegment(code, elementCode);
    else {
      if (isInside) ends.push(at + 1);
      else if (ends.at(-1) === end) ends[ends.length - 1] = at + 1;
      isInside = false;
    }
    end = at + 1;
  }
  if (end < text.length) blanks.push({ start: end, end: text.length });
  return { blanks, ends, end };
}

/** Between segments every blank is layout; inside one, only line ends are, as in files that are wrapped at a width. */
function isLayout(code: number, isInside: boolean, delimiters: Delimiters): boolean {
  if (code > 32 || code === delimiters.elementCode || code === delimiters.componentCode) return false;
  return code !== delimiters.terminatorCode && (isLineEnd(code) || (!isInside && (code === 32 || code === 9)));
}

function beginsSegment(code: number, elementCode: number): boolean {
  return (code > 32 && code !== 0xfeff) || code === elementCode;
}

/** What follows the part's last segment, and how many characters stand before the part on its line. */
interface Surroundings {
  readonly ending: "text" | "segment" | "outside";
  readonly column: number;
}

/** Behind which characters lines end. */
interface Breaks {
  readonly offsets: ReadonlySet<number>;
  /** What stands behind the last character stays as it is. */
  readonly keepsEnding: boolean;
  /** How many characters of the last line stand before the part after this one. */
  readonly column: number;
}

const isa = segmentId("ISA");
const iea = segmentId("IEA");

function breaksIn(part: X12Part, scanned: Scanned, layout: FoundLayout, { ending, column }: Surroundings): Breaks {
  const { ends, end } = scanned;
  const { breaks: kind } = layout;
  const offsets = new Set<number>(kind === "segments" ? ends : []);
  if (kind === "interchanges" && part.opener === iea) offsets.add(end);
  const behind = typeof kind === "number" ? wrap(part, scanned, kind, column, offsets) : 0;
  if (ending === "outside") return { offsets, keepsEnding: true, column: columnBehind(part.text, behind) };
  if (ending === "segment") return { offsets, keepsEnding: false, column: behind };
  if (layout.endsWithLineEnd) offsets.add(end);
  else offsets.delete(end);
  // Behind a segment that nobody ended there is no line end to put.
  return { offsets, keepsEnding: kind === "segments" && ends.at(-1) !== end, column: behind };
}

/** Adds the places at which a line of the width is full; answers with the length of the last line. */
function wrap(part: X12Part, { blanks, end }: Scanned, width: number, column: number, offsets: Set<number>): number {
  // A byte-order mark is no character of the first line.
  let from = skipLayout(part.text, 0, part.delimiters);
  let length = column % width;
  for (const { start, end: next } of [...blanks, { start: end, end }]) {
    while (from < start) {
      const step = Math.min(width - length, start - from);
      from += step;
      length = (length + step) % width;
      if (length === 0) offsets.add(from);
    }
    from = Math.max(from, next);
  }
  return length;
}

/** Without the edits of an ISA segment, where those would shift what is taken for its separators. */
function withSeparatorsKept(part: X12Part, edits: readonly PartEdit[], isaEnd: number): readonly PartEdit[] {
  if (part.opener !== isa || edits.length === 0) return edits;
  const inPart = edits.map(({ span: { start, end }, newText }) => ({ start, end, newText }));
  const text = sourceText(applyEdits(part.text, inPart));
  const start = skipLayout(text, 0, part.delimiters);
  const isKept = beginsIsa(text, start) && sameDelimiters(readDelimiters(text, start), part.delimiters);
  return isKept ? edits : edits.filter(({ span }) => span.start >= isaEnd);
}

function editsOf(
  part: X12Part,
  { blanks, end }: Scanned,
  { offsets, keepsEnding }: Pick<Breaks, "offsets" | "keepsEnding">,
  lineEnd: string,
): readonly PartEdit[] {
  const { text } = part;
  const edits: PartEdit[] = [];
  const left = new Set(offsets);
  const put = (start: number, behind: number): void => {
    const wanted = left.delete(start) ? lineEnd : "";
    if (keepsEnding && start === end) return;
    for (const edit of differenceOf(text.slice(start, behind), wanted, start)) {
      edits.push({ span: spanOf(part, edit.start, edit.end), newText: edit.newText });
    }
  };
  for (const blank of blanks) put(blank.start, blank.end);
  for (const offset of [...left]) put(offset, offset);
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** What a layout is for this text. */
function layoutFor(layout: Layout, { parts }: Reading): FoundLayout {
  if (layout === "compact") return { breaks: "none", lineEnd: "", endsWithLineEnd: false };
  if (layout === "readable") return { breaks: "segments", lineEnd: firstLineEnd(parts) ?? "\n", endsWithLineEnd: true };
  return layout;
}

function firstLineEnd(parts: Iterable<PartReading>): string | undefined {
  for (const { text } of parts) {
    const found = /\r\n|\r|\n/.exec(text);
    if (found !== null) return found[0];
  }
  return undefined;
}

function* withNext<T>(list: Iterable<T>): Generator<readonly [T, T | undefined]> {
  let previous: { readonly one: T } | undefined;
  for (const one of list) {
    if (previous !== undefined) yield [previous.one, one];
    previous = { one };
  }
  if (previous !== undefined) yield [previous.one, undefined];
}

/** How many characters stand behind the last line end. */
function columnBehind(text: string, column: number): number {
  const last = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
  return last < 0 ? column + text.length : text.length - last - 1;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
