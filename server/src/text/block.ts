import { copyOf } from "./copy-of.ts";

/**
 * A stretch of a document's text. Blocks follow one another without a gap; none is empty, and none ends between a CR and its LF, so
 * that the line ends of a block are its own. A block never changes: versions of a document share those that an edit left alone.
 */
export interface Block {
  /** In UTF-16 code units. */
  readonly length: number;
  readonly lineEndCount: number;
  readonly text: string;
  /** The offsets right behind each line end, within the block; the last may be the block's end. */
  readonly lineStarts: ArrayLike<number>;
  /** The text between two offsets of the block. */
  slice(start: number, end: number): string;
}

/** Long enough that a file has few, short enough that one is made anew in a fraction of a millisecond. */
export const blockLength = 32_768;

/** Cuts a text into blocks of about the given length. Where there are several, each has memory of its own, which is free once it is replaced. */
export function blocksOf(text: string, length: number): readonly Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < text.length;) {
    let end = start + length;
    // A rest of less than half a block stays with the block before it.
    if (end + length / 2 > text.length) end = text.length;
    if (splitsLineEnd(text, end)) end++;
    const isAll = start === 0 && end === text.length;
    blocks.push(new TextBlock(isAll ? text : copyOf(text.slice(start, end))));
    start = end;
  }
  return blocks;
}

function splitsLineEnd(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === 13 && text.charCodeAt(at) === 10;
}

class TextBlock implements Block {
  readonly text: string;
  readonly lineStarts: Uint32Array;

  constructor(text: string) {
    this.text = text;
    this.lineStarts = lineStartsIn(text);
  }

  get length(): number {
    return this.text.length;
  }

  get lineEndCount(): number {
    return this.lineStarts.length;
  }

  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }
}

/** The offsets right behind each LF, CR and CRLF. Searching is several times as fast as looking at one code unit after the other. */
export function lineStartsIn(text: string): Uint32Array {
  let count = 0;
  let lf = text.indexOf("\n");
  let cr = text.indexOf("\r");
  while (lf >= 0 || cr >= 0) {
    const isLf = cr < 0 || (lf >= 0 && lf < cr);
    const end = isLf || lf === cr + 1 ? lf : cr;
    lineStarts[count++] = end + 1;
    if (!isLf) cr = text.indexOf("\r", cr + 1);
    if (end === lf) lf = text.indexOf("\n", lf + 1);
  }
  return new Uint32Array(lineStarts.slice(0, count));
}

/** Filled here and copied at its exact length. */
const lineStarts: number[] = [];
