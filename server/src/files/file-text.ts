import { isUtf8 } from "node:buffer";
import { fstatSync, readSync } from "node:fs";
import { BlockText } from "../text/block-text.ts";
import { type Block, lineStartsIn } from "../text/block.ts";
import { copyOf } from "../text/copy-of.ts";
import type { Encoding } from "./decode.ts";

const blockBytes = 262_144;

/** So many blocks are held as text at a time. */
const blocksHeld = 32;

/**
 * The text of an open file that is too large to be held; it is read from the file as it is needed, for as long as the file is open.
 * UTF-8, and anything else with a byte a character; undefined for bytes that are no such text.
 *
 * @throws what reading a file throws.
 */
export function fileText(file: number): { readonly text: BlockText; readonly encoding: Encoding } | undefined {
  const { size } = fstatSync(file);
  const start = beginsWithMark(file) ? 3 : 0;
  const held = new Held(file);
  for (const encoding of ["utf-8", "windows-1252"] as const) {
    const blocks = blocksOf(held, { start, size, encoding });
    if (blocks === "no text") return undefined;
    if (blocks !== "other encoding") return { text: BlockText.ofBlocks(blocks), encoding };
  }
  return undefined;
}

function beginsWithMark(file: number): boolean {
  const bytes = Buffer.alloc(3);
  readSync(file, bytes, 0, 3, 0);
  return bytes.equals(Buffer.from([0xef, 0xbb, 0xbf]));
}

interface Extent {
  readonly start: number;
  readonly size: number;
  readonly encoding: "utf-8" | "windows-1252";
}

function blocksOf(held: Held, { start, size, encoding }: Extent): readonly Block[] | "no text" | "other encoding" {
  const blocks: Block[] = [];
  for (let at = start; at < size;) {
    const bytes = held.bytes(at, Math.min(blockBytes, size - at));
    if (bytes.length === 0) break;
    const end = at + bytes.length < size ? cutOf(bytes) : bytes.length;
    const piece = bytes.subarray(0, end);
    if (piece.includes(0)) return "no text";
    if (encoding === "utf-8" && !isUtf8(piece)) return "other encoding";
    blocks.push(new FileBlock(held, at, end, encoding));
    at += end;
  }
  return blocks;
}

/** A block ends behind a character that is one byte and no CR: neither a character nor a line end is parted. */
function cutOf(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 1 && ((bytes[end - 1] ?? 0) >= 0x80 || bytes[end - 1] === 13)) end--;
  return end > 1 ? end : bytes.length;
}

/** A stretch of a file; only its length is kept, its text is read again when it is asked for. */
class FileBlock implements Block {
  readonly length: number;
  readonly lineEndCount: number;
  readonly at: number;
  readonly byteLength: number;
  readonly encoding: Extent["encoding"];
  readonly #held: Held;

  constructor(held: Held, at: number, byteLength: number, encoding: Extent["encoding"]) {
    this.#held = held;
    this.at = at;
    this.byteLength = byteLength;
    this.encoding = encoding;
    this.length = this.text.length;
    this.lineEndCount = this.lineStarts.length;
  }

  get text(): string {
    return this.#held.contentOf(this).text;
  }

  get lineStarts(): Uint32Array {
    return this.#held.contentOf(this).lineStarts;
  }

  /** A copy: a plain slice would keep the whole block in memory for as long as the slice lives. */
  slice(start: number, end: number): string {
    return copyOf(this.text.slice(start, end));
  }
}

interface Content {
  readonly text: string;
  readonly lineStarts: Uint32Array;
}

/** Reads a file, and holds what stands in the blocks that were asked for last. */
class Held {
  readonly #file: number;
  readonly #contents = new Map<FileBlock, Content>();

  constructor(file: number) {
    this.#file = file;
  }

  bytes(at: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    let read = 0;
    while (read < length) {
      const count = readSync(this.#file, bytes, read, length - read, at + read);
      if (count === 0) break;
      read += count;
    }
    return bytes.subarray(0, read);
  }

  contentOf(block: FileBlock): Content {
    const known = this.#contents.get(block);
    if (known !== undefined) return known;
    const text = decoders[block.encoding].decode(this.bytes(block.at, block.byteLength));
    const content = { text, lineStarts: lineStartsIn(text) };
    this.#contents.set(block, content);
    for (const oldest of this.#contents.keys()) {
      if (this.#contents.size <= blocksHeld) break;
      this.#contents.delete(oldest);
    }
    return content;
  }
}

// A byte-order mark is the file's own at its beginning only, where it was left out.
const decoders = {
  "utf-8": new TextDecoder("utf-8", { ignoreBOM: true }),
  "windows-1252": new TextDecoder("windows-1252"),
};
