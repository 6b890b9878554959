import { closeSync, openSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { formatOf, languageOfFile } from "../formats/registry.ts";
import type { Format } from "../formats/format.ts";
import { Document } from "../text/document.ts";
import { decode } from "./decode.ts";
import { fileText } from "./file-text.ts";

/** A file that can be read as claims or amounts. */
export interface OpenFile {
  readonly document: Document;
  readonly format: Format;
  /** Behind it the document can't be read any more. */
  close(): void;
}

/**
 * A file of more bytes is not held in memory, but read as it is needed: that takes longer, and the beginning in one piece. An editor holds
 * files up to nearly this size whole when they are opened.
 */
const mostBytesHeld = 64 * 1024 * 1024;

/** A file whose bytes are at hand; undefined for what is no text. */
export function openBytes(path: string, bytes: Uint8Array): OpenFile | undefined {
  return openText(path, decode(bytes)?.text);
}

/**
 * Opens a file; undefined for what is no text.
 *
 * @throws what reading a file throws.
 */
export async function openFile(path: string): Promise<OpenFile | undefined> {
  const { size } = await stat(path);
  return size > mostBytesHeld ? openLargeFile(path) : openBytes(path, await readFile(path));
}

function openText(path: string, text: string | undefined): OpenFile | undefined {
  if (text === undefined) return undefined;
  const language = languageOfFile(path, text);
  const format = formatOf(language);
  return format && { document: Document.create(path, language, 0, text), format, close: () => undefined };
}

async function openLargeFile(path: string): Promise<OpenFile | undefined> {
  const file = openSync(path, "r");
  const large = fileText(file);
  const language = large && languageOfFile(path, large.text);
  const format = language && formatOf(language);
  if (!large || !language || !format) {
    closeSync(file);
    return openBytes(path, await readFile(path));
  }
  const close = (): void => {
    closeSync(file);
  };
  return { document: Document.ofText(path, language, large.text), format, close };
}
