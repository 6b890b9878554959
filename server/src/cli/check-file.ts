import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import type { Format } from "../formats/format.ts";
import { formatOf, languageOfFile } from "../formats/registry.ts";
import type { Elsewhere } from "../lint/elsewhere.ts";
import type { Environment } from "../lint/environment.ts";
import { openSnapshot } from "../lint/open-snapshot.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import { stretchLength, stretchesOf } from "../lint/stretches.ts";
import { Document } from "../text/document.ts";
import { type Encoding, decode } from "../files/decode.ts";
import type { EnvironmentsOfFiles } from "./environments-of-files.ts";
import { fileText } from "../files/file-text.ts";
import type { FoundFile } from "../files/claim-files.ts";
import { nameOf, standardInput } from "../files/find-files.ts";
import { reasonOf } from "../files/reason.ts";
import { readStandardInput } from "../files/standard-input.ts";

/** What became of one file: read and checked, or the reason why not. */
export type CheckedFile = ReadFile | UnreadableFile;

/** What is known of a file before anything is found in it. */
export interface FileFacts {
  readonly path: string;
  readonly language: string;
  readonly encoding: Encoding;
}

export interface ReadFile extends FileFacts {
  /** The whole file, or, of a large one, what is held of it at a time, in order. They are checked as they are gone through, once. */
  readonly stretches: Iterable<Snapshot>;
}

interface UnreadableFile {
  readonly path: string;
  readonly error: string;
}

/** What a file is checked in, beside its own text. */
export interface Surrounding {
  readonly environments: EnvironmentsOfFiles;
  readonly stdinFilename: string | undefined;
  /** What the other files of the command tell; undefined where each file is taken by itself. */
  readonly elsewhere: Elsewhere | undefined;
}

/** Whatever is wrong with the file is told of it, and never thrown. */
export async function checkFile(file: FoundFile, surrounding: Surrounding): Promise<CheckedFile> {
  if (file.error !== undefined) return { path: file.path, error: file.error };
  const { environments, stdinFilename, elsewhere } = surrounding;
  const path = nameOf(file, stdinFilename);
  try {
    const judging = { environment: await environments.of(path), elsewhere };
    if (file.path === standardInput) return checkBytes(path, await readStandardInput(), judging);
    return checkOpened(path, openSync(file.path, "r"), judging);
  } catch (error) {
    return { path, error: reasonOf(error) };
  }
}

/** What decides what is found in a text. */
interface Judging {
  readonly environment: Environment;
  readonly elsewhere: Elsewhere | undefined;
}

/** Closes the file when it was gone through, or could not be. */
function checkOpened(path: string, file: number, judging: Judging): CheckedFile {
  let isHeld = false;
  try {
    const large = fstatSync(file).size > stretchLength ? fileText(file) : undefined;
    const language = large && languageOfFile(path, large.text);
    const format = language === undefined ? undefined : formatOf(language);
    if (large === undefined || language === undefined || format?.together === undefined) {
      return checkBytes(path, readFileSync(file), judging);
    }
    isHeld = true;
    const document = Document.ofText(path, language, large.text);
    const stretches = closing(
      file,
      stretchesOf(document, format, judging.environment, { elsewhere: judging.elsewhere }),
    );
    return { path, language, encoding: large.encoding, stretches };
  } finally {
    if (!isHeld) closeSync(file);
  }
}

function* closing(file: number, stretches: Iterable<Snapshot>): Iterable<Snapshot> {
  try {
    yield* stretches;
  } finally {
    closeSync(file);
  }
}

function checkBytes(path: string, bytes: Uint8Array, judging: Judging): CheckedFile {
  const decoded = decode(bytes);
  if (decoded === undefined) return { path, error: "binary, not text" };
  const { text, encoding } = decoded;
  const language = languageOfFile(path, text);
  const format = formatOf(language);
  if (format === undefined) return { path, error: `no reader for ${language}` };
  const document = Document.create(path, language, 0, text);
  return { path, language, encoding, stretches: wholeOf(document, format, judging) };
}

function* wholeOf(document: Document, format: Format, { environment, elsewhere }: Judging): Iterable<Snapshot> {
  yield openSnapshot(document, format, environment, elsewhere);
}
