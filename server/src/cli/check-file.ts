import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { formatOf, languageOfFile } from "../formats/registry.ts";
import type { Environment } from "../lint/environment.ts";
import { openSnapshot } from "../lint/open-snapshot.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import { Document } from "../text/document.ts";
import { type Encoding, decode } from "./decode.ts";
import type { EnvironmentsOfFiles } from "./environments-of-files.ts";
import { type FoundFile, standardInput } from "./find-files.ts";
import { reasonOf } from "./reason.ts";

/** What became of one file: read and checked, or the reason why not. */
export type CheckedFile = ReadFile | UnreadableFile;

export interface ReadFile {
  readonly path: string;
  readonly language: string;
  readonly encoding: Encoding;
  readonly snapshot: Snapshot;
}

interface UnreadableFile {
  readonly path: string;
  readonly error: string;
}

/** Whatever is wrong with the file is told of it, and never thrown. */
export async function checkFile(
  file: FoundFile,
  environments: EnvironmentsOfFiles,
  stdinFilename?: string,
): Promise<CheckedFile> {
  if (file.error !== undefined) return { path: file.path, error: file.error };
  const path = file.path === standardInput ? (stdinFilename ?? file.path) : file.path;
  try {
    const bytes = file.path === standardInput ? await buffer(process.stdin) : await readFile(file.path);
    return checkBytes(path, bytes, await environments.of(path));
  } catch (error) {
    return { path, error: reasonOf(error) };
  }
}

function checkBytes(path: string, bytes: Uint8Array, environment: Environment): CheckedFile {
  const decoded = decode(bytes);
  if (decoded === undefined) return { path, error: "binary, not text" };
  const { text, encoding } = decoded;
  const language = languageOfFile(path, text);
  const format = formatOf(language);
  if (format === undefined) return { path, error: `no reader for ${language}` };
  const document = Document.create(path, language, 0, text);
  return { path, language, encoding, snapshot: openSnapshot(document, format, environment) };
}
