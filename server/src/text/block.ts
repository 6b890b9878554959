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
  /** The text between two offsets of the block, in memory of its own where the block may soon be replaced. */
  slice(start: number, end: number): string;
}

/** Long enough that a file has few, short enough that one is made anew in a fraction of a millisecond. */
export const blockLength = 32_768;

/** Cuts a text into blocks of about the given length, whose texts share the memory of the whole. */
export function blocksOf(text: string, length: number): readonly Block[] {
  return cut(text, length).map((piece) => new OpenedBlock(piece));
}

/** The blocks of a text that an edit made. */
export function editedBlocksOf(text: string, length: number): readonly Block[] {
  return cut(text, length).map((piece) => new EditedBlock(piece));
}

function cut(text: string, length: number): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    let end = start + length;
    // A rest of less than half a block stays with the block before it.
    if (end + length / 2 > text.length) end = text.length;
    if (splitsLineEnd(text, end)) end++;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

function splitsLineEnd(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === 13 && text.charCodeAt(at) === 10;
}

/** A block of the text as it was opened. What is cut out of it shares the memory of the whole, which lives as long as the document. */
class OpenedBlock implements Block {
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

class EditedBlock extends OpenedBlock {
  /** A copy: a plain slice would keep the whole block in memory for as long as the slice lives. */
  override slice(start: number, end: number): string {
    return ` ${this.text.slice(start, end)}`.slice(1);
  }
}

/** The offsets right behind each LF, CR and CRLF. */
function lineStartsIn(text: string): Uint32Array {
  const starts: number[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code !== 10 && code !== 13) continue;
    if (code === 13 && text.charCodeAt(offset + 1) === 10) offset++;
    starts.push(offset + 1);
  }
  return Uint32Array.from(starts);
}
