import { type Edit, type TextChange, mergeChanges } from "./edit.ts";
import type { SourceText } from "./source-text.ts";

/** A place as the Language Server Protocol counts: lines from 0, characters as UTF-16 code units from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A change as an editor sends it: of a range, or of the whole text. Several apply one after the other. */
export type ContentChange = { readonly range: Range; readonly text: string } | { readonly text: string };

/**
 * One version of a document; an edit makes another. It has the interface of vscode-languageserver-textdocument's class, so that
 * `TextDocuments` takes it, and is tested against that class. Lines end at LF, CR and CRLF.
 */
export class Document {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  /** What became of the version that this one was made from; undefined for a document just opened. */
  readonly change: TextChange | undefined;
  readonly text: SourceText;
  readonly #content: string;
  readonly #lineStarts: Uint32Array;

  private constructor(
    identity: { uri: string; languageId: string; version: number },
    content: string,
    lineStarts: Uint32Array,
    change: TextChange | undefined,
  ) {
    this.uri = identity.uri;
    this.languageId = identity.languageId;
    this.version = identity.version;
    this.change = change;
    this.#content = content;
    this.#lineStarts = lineStarts;
    this.text = new StringText(content);
  }

  static create(uri: string, languageId: string, version: number, content: string): Document {
    return new Document({ uri, languageId, version }, content, Uint32Array.from(lineStartsOf(content, 0)), undefined);
  }

  /** The version after the changes, each made on the outcome of the one before. */
  edited(changes: readonly ContentChange[], version: number): Document {
    let content = this.#content;
    let lineStarts = this.#lineStarts;
    let change: TextChange = { start: 0, oldEnd: 0, newEnd: 0 };
    for (const [index, next] of changes.entries()) {
      const { start, end, newText } = toEdit(next, content.length, lineStarts, content);
      content = content.slice(0, start) + newText + content.slice(end);
      lineStarts = editedLineStarts(lineStarts, content, start, end, newText.length);
      const made = { start, oldEnd: end, newEnd: start + newText.length };
      change = index === 0 ? made : mergeChanges(change, made);
    }
    return new Document({ uri: this.uri, languageId: this.languageId, version }, content, lineStarts, change);
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  getText(range?: Range): string {
    if (range === undefined) return this.#content;
    return this.#content.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  /** An offset outside the text gives its beginning or its end; one inside a line end gives the line's end. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#content.length));
    const line = lineAt(this.#lineStarts, inside);
    const lineStart = this.#lineStarts[line] ?? 0;
    return { line, character: Math.min(inside, lineEnd(this.#content, this.#lineStarts, line)) - lineStart };
  }

  /** A position outside the text, or behind its line's end, gives the nearest place inside. */
  offsetAt(position: Position): number {
    return offsetOf(position, this.#lineStarts, this.#content);
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}

class StringText implements SourceText {
  readonly #content: string;

  constructor(content: string) {
    this.#content = content;
  }

  get length(): number {
    return this.#content.length;
  }

  charCodeAt(offset: number): number {
    return this.#content.charCodeAt(offset);
  }

  indexOf(needle: string, from?: number): number {
    return this.#content.indexOf(needle, from);
  }

  /** A copy: a plain slice would keep the whole text of its version in memory for as long as the slice lives. */
  slice(start: number, end?: number): string {
    return ` ${this.#content.slice(start, end)}`.slice(1);
  }
}

/** A text that stands alone, such as a file that the command line reads. */
export function sourceText(content: string): SourceText {
  return new StringText(content);
}

function toEdit(change: ContentChange, length: number, lineStarts: Uint32Array, content: string): Edit {
  if (!("range" in change)) return { start: 0, end: length, newText: change.text };
  const start = offsetOf(change.range.start, lineStarts, content);
  const end = offsetOf(change.range.end, lineStarts, content);
  return { start: Math.min(start, end), end: Math.max(start, end), newText: change.text };
}

function offsetOf(position: Position, lineStarts: Uint32Array, content: string): number {
  if (position.line < 0) return 0;
  const lineStart = lineStarts[position.line];
  if (lineStart === undefined) return content.length;
  return Math.min(lineStart + Math.max(0, position.character), lineEnd(content, lineStarts, position.line));
}

/** The offset of the line's end, before its CR, LF or CRLF. */
function lineEnd(content: string, lineStarts: Uint32Array, line: number): number {
  const lineStart = lineStarts[line] ?? 0;
  let end = lineStarts[line + 1] ?? content.length;
  while (end > lineStart && isLineEnd(content.charCodeAt(end - 1))) end--;
  return end;
}

function lineAt(lineStarts: Uint32Array, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offsets at which lines begin, from the line that begins at `from`. */
function lineStartsOf(content: string, from: number, to = content.length): number[] {
  const starts = [from];
  for (let offset = from; offset < to; offset++) {
    const code = content.charCodeAt(offset);
    if (!isLineEnd(code)) continue;
    if (code === 13 && content.charCodeAt(offset + 1) === 10) offset++;
    starts.push(offset + 1);
  }
  return starts;
}

/** `content` is the text after the edit. The line before the edit is looked at again: an edit can join a CR and an LF. */
function editedLineStarts(
  lineStarts: Uint32Array,
  content: string,
  start: number,
  oldEnd: number,
  insertedLength: number,
): Uint32Array {
  const firstLine = Math.max(0, lineAt(lineStarts, start) - 1);
  const shift = insertedLength - (oldEnd - start);
  // The line after the edit's last is kept; the one in which the edit ends is read again, up to where it ended before.
  const keptFrom = Math.min(lineAt(lineStarts, oldEnd) + 2, lineStarts.length);
  const readTo = keptFrom < lineStarts.length ? (lineStarts[keptFrom] ?? 0) + shift : content.length;
  const read = lineStartsOf(content, lineStarts[firstLine] ?? 0, readTo);
  if (keptFrom < lineStarts.length && read.at(-1) === readTo) read.pop();

  const keptTo = firstLine + read.length;
  const edited = new Uint32Array(keptTo + lineStarts.length - keptFrom);
  edited.set(lineStarts.subarray(0, firstLine));
  edited.set(read, firstLine);
  edited.set(lineStarts.subarray(keptFrom), keptTo);
  for (let line = keptTo; line < edited.length; line++) edited[line] = (edited[line] ?? 0) + shift;
  return edited;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
