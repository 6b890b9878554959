import { BlockText } from "./block-text.ts";
import { blockLength } from "./block.ts";
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
 * `TextDocuments` takes it, and is tested against that class. Lines end at LF, CR and CRLF. An edit costs the blocks that it touches.
 */
export class Document {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  /** What became of the version that this one was made from; undefined for a document just opened. */
  readonly change: TextChange | undefined;
  readonly #text: BlockText;
  #whole: string | undefined;

  private constructor(
    identity: Pick<Document, "uri" | "languageId" | "version">,
    text: BlockText,
    change: TextChange | undefined,
  ) {
    this.uri = identity.uri;
    this.languageId = identity.languageId;
    this.version = identity.version;
    this.change = change;
    this.#text = text;
  }

  /** @param length of the blocks that the text is kept in */
  static create(uri: string, languageId: string, version: number, content: string, length = blockLength): Document {
    return new Document({ uri, languageId, version }, BlockText.of(content, length), undefined);
  }

  /** A document whose text is kept somewhere else, such as in a file. */
  static ofText(uri: string, languageId: string, text: BlockText): Document {
    return new Document({ uri, languageId, version: 0 }, text, undefined);
  }

  /** The version after the changes, each made on the outcome of the one before. */
  edited(changes: readonly ContentChange[], version: number): Document {
    let text = this.#text;
    let change: TextChange = { start: 0, oldEnd: 0, newEnd: 0 };
    for (const [index, next] of changes.entries()) {
      const { start, end, newText } = toEdit(next, text);
      text = text.edited(start, end, newText);
      const made = { start, oldEnd: end, newEnd: start + newText.length };
      change = index === 0 ? made : mergeChanges(change, made);
    }
    const moved = text.unlike(this.#text);
    return new Document({ uri: this.uri, languageId: this.languageId, version }, text, { ...change, moved });
  }

  get text(): SourceText {
    return this.#text;
  }

  get lineCount(): number {
    return this.#text.lineCount;
  }

  /** The whole text of a large document is not for every keystroke: it is put together when it is first asked for. */
  getText(range?: Range): string {
    if (range === undefined) return (this.#whole ??= this.#text.slice(0));
    return this.#text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  /** An offset outside the text gives its beginning or its end; one inside a line end gives the line's end. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.#text.lineAt(inside);
    return { line, character: Math.min(inside, this.#text.lineEnd(line)) - this.#text.lineStart(line) };
  }

  /** A position outside the text, or behind its line's end, gives the nearest place inside. */
  offsetAt(position: Position): number {
    return offsetOf(position, this.#text);
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}

/** A text that stands alone. */
export function sourceText(content: string): BlockText {
  return BlockText.of(content, blockLength);
}

function toEdit(change: ContentChange, text: BlockText): Edit {
  if (!("range" in change)) return { start: 0, end: text.length, newText: change.text };
  const start = offsetOf(change.range.start, text);
  const end = offsetOf(change.range.end, text);
  return { start: Math.min(start, end), end: Math.max(start, end), newText: change.text };
}

function offsetOf({ line, character }: Position, text: BlockText): number {
  if (line < 0) return 0;
  if (line >= text.lineCount) return text.length;
  return Math.min(text.lineStart(line) + Math.max(0, character), text.lineEnd(line));
}
