import { lastAtMost } from "./ascending.ts";
import { type Block, blocksOf } from "./block.ts";
import { sameEnds } from "./same-ends.ts";
import type { SourceText } from "./source-text.ts";
import type { Stretch } from "./edit.ts";

/** A text in blocks. It never changes; an edit makes another, which shares the blocks that it leaves alone. */
export class BlockText implements SourceText {
  readonly #blocks: readonly Block[];
  readonly #blockLength: number;
  /** How much text, and how many line ends, stand before each block; the whole text's behind the last. */
  readonly #offsets: readonly number[];
  readonly #lineEnds: readonly number[];
  /** The block that was looked at last, and where it begins and ends: text is mostly read on from there. */
  #current: Block | undefined;
  #currentText = "";
  #currentStart = 0;
  #currentEnd = 0;

  private constructor(
    blocks: readonly Block[],
    blockLength: number,
    offsets = sumsOf(blocks, ({ length }) => length),
    lineEnds = sumsOf(blocks, ({ lineEndCount }) => lineEndCount),
  ) {
    this.#blocks = blocks;
    this.#blockLength = blockLength;
    this.#offsets = offsets;
    this.#lineEnds = lineEnds;
  }

  static of(content: string, blockLength: number): BlockText {
    return new BlockText(blocksOf(content, blockLength), blockLength);
  }

  /** A text whose blocks are kept somewhere else, such as in a file. It is read, not edited. */
  static ofBlocks(blocks: readonly Block[]): BlockText {
    return new BlockText(blocks, Infinity);
  }

  get length(): number {
    return this.#offsetOf(this.#blocks.length);
  }

  get lineCount(): number {
    return this.#lineEndsBefore(this.#blocks.length) + 1;
  }

  charCodeAt(offset: number): number {
    if (offset >= this.#currentStart && offset < this.#currentEnd) {
      return this.#currentText.charCodeAt(offset - this.#currentStart);
    }
    return this.#enter(offset) ? this.charCodeAt(offset) : Number.NaN;
  }

  indexOf(needle: string, from = 0): number {
    const start = Math.max(0, from);
    if (needle === "") return Math.min(start, this.length);
    for (let at = start; this.#enter(at); at = this.#currentEnd) {
      const found = this.#currentText.indexOf(needle, at - this.#currentStart);
      if (found >= 0) return this.#currentStart + found;
      const across = this.#indexAcross(needle, at);
      if (across >= 0) return across;
    }
    return -1;
  }

  slice(start: number, end = this.length): string {
    const from = Math.max(0, start);
    const to = Math.min(end, this.length);
    if (from >= to || !this.#enter(from)) return "";
    if (to <= this.#currentEnd) {
      return (this.#current as Block).slice(from - this.#currentStart, to - this.#currentStart);
    }
    const pieces: string[] = [];
    for (let at = from; at < to && this.#enter(at); at = this.#currentEnd) {
      const blockEnd = Math.min(to, this.#currentEnd);
      pieces.push(this.#currentText.slice(at - this.#currentStart, blockEnd - this.#currentStart));
    }
    return pieces.join("");
  }

  /** The text with a replacement made. Only the blocks that it touches are made anew. */
  edited(start: number, end: number, newText: string): BlockText {
    const blocks = this.#blocks;
    if (blocks.length === 0) return BlockText.of(newText, this.#blockLength);
    let first = this.#blockAt(start);
    let last = Math.max(first, this.#blockAt(end));
    const head = this.#textOf(first).slice(0, start - this.#offsetOf(first));
    const tail = this.#textOf(last).slice(end - this.#offsetOf(last));
    let text = head + newText + tail;
    // A little rest joins the block before it, and so does the LF of a CR that stands there.
    const before = this.#textOf(first - 1);
    if (text.length < this.#blockLength / 4 || isSplitLineEnd(before, text)) {
      text = before + text;
      first = Math.max(0, first - 1);
    }
    const after = this.#textOf(last + 1);
    if (isSplitLineEnd(text, after)) {
      text += after;
      last++;
    }
    return this.#replaced(first, last + 1, blocksOf(text, this.#blockLength));
  }

  /** The stretch whose blocks another version of the text does not share; empty where it is the same text. */
  unlike(other: BlockText): Stretch {
    const { start, end } = sameEnds(this.#blocks, other.#blocks);
    return { start: this.#offsetOf(start), end: this.#offsetOf(this.#blocks.length - end) };
  }

  /** The line that holds an offset of the text, counted from 0. */
  lineAt(offset: number): number {
    if (this.#blocks.length === 0) return 0;
    const index = this.#blockAt(offset);
    const { lineStarts } = this.#blocks[index] as Block;
    return this.#lineEndsBefore(index) + countUpTo(lineStarts, offset - this.#offsetOf(index));
  }

  /** Where a line begins; the text's length for one behind the last. */
  lineStart(line: number): number {
    if (line <= 0) return 0;
    if (line >= this.lineCount) return this.length;
    // The line begins behind the line end of the same number, counted from 1.
    const index = lastAtMost(this.#lineEnds, line - 1);
    const lineStart = this.#blocks[index]?.lineStarts[line - 1 - this.#lineEndsBefore(index)] ?? 0;
    return this.#offsetOf(index) + lineStart;
  }

  /** Where a line ends, before its CR, LF or CRLF. */
  lineEnd(line: number): number {
    const start = this.lineStart(line);
    let end = this.lineStart(line + 1);
    while (end > start && isLineEnd(this.charCodeAt(end - 1))) end--;
    return end;
  }

  #replaced(first: number, end: number, made: readonly Block[]): BlockText {
    const blocks = this.#blocks.toSpliced(first, end - first, ...made);
    const offsets = replacedSums(
      this.#offsets,
      first,
      end,
      made.map(({ length }) => length),
    );
    const lineEnds = replacedSums(
      this.#lineEnds,
      first,
      end,
      made.map(({ lineEndCount }) => lineEndCount),
    );
    return new BlockText(blocks, this.#blockLength, offsets, lineEnds);
  }

  /** A needle that begins in the current block and ends behind it; -1 where none does. */
  #indexAcross(needle: string, from: number): number {
    if (needle.length === 1 || this.#currentEnd >= this.length) return -1;
    const boundary = this.#currentEnd;
    const start = Math.max(from, boundary - needle.length + 1);
    const found = this.slice(start, boundary + needle.length - 1).indexOf(needle);
    // Cutting across the boundary has moved on.
    this.#enter(boundary - 1);
    return found < 0 ? -1 : start + found;
  }

  /** Makes the block that holds an offset the current one; false outside the text. */
  #enter(offset: number): boolean {
    if (offset >= this.#currentStart && offset < this.#currentEnd) return true;
    if (!(offset >= 0 && offset < this.length)) return false;
    const index = this.#blockAt(offset);
    this.#current = this.#blocks[index];
    this.#currentText = this.#textOf(index);
    this.#currentStart = this.#offsetOf(index);
    this.#currentEnd = this.#offsetOf(index + 1);
    return true;
  }

  /** The index of the block that holds an offset; the last one's for the end of the text. */
  #blockAt(offset: number): number {
    return Math.min(lastAtMost(this.#offsets, offset), this.#blocks.length - 1);
  }

  /** Empty where there is no such block. */
  #textOf(index: number): string {
    return this.#blocks[index]?.text ?? "";
  }

  #offsetOf(index: number): number {
    return this.#offsets[index] ?? 0;
  }

  #lineEndsBefore(index: number): number {
    return this.#lineEnds[index] ?? 0;
  }
}

/** What each and all before it come to, from 0 on. */
function sumsOf(blocks: readonly Block[], lengthOf: (block: Block) => number): readonly number[] {
  const sums = [0];
  let sum = 0;
  for (const block of blocks) sums.push((sum += lengthOf(block)));
  return sums;
}

/** The sums where others stand in place of some: what lies before is taken over, what lies behind is moved. */
function replacedSums(sums: readonly number[], first: number, end: number, made: readonly number[]): readonly number[] {
  let sum = sums[first] ?? 0;
  const replaced = sums.toSpliced(first + 1, end - first, ...made.map((length) => (sum += length)));
  const shift = sum - (sums[end] ?? 0);
  for (let index = first + 1 + made.length; index < replaced.length; index++) {
    replaced[index] = (replaced[index] ?? 0) + shift;
  }
  return replaced;
}

/** How many of an ascending list are at most so much. */
function countUpTo(ascending: ArrayLike<number>, most: number): number {
  if (ascending.length === 0 || (ascending[0] ?? 0) > most) return 0;
  return lastAtMost(ascending, most) + 1;
}

/** Whether a CR and its LF would stand in two blocks. */
function isSplitLineEnd(before: string, after: string): boolean {
  return before.endsWith("\r") && after.startsWith("\n");
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
