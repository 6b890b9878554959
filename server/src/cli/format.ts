import { readFile } from "node:fs/promises";
import { layOutText } from "../formats/lay-out.ts";
import { formatOf, languageOfFile } from "../formats/registry.ts";
import { sourceText } from "../text/document.ts";
import { applyEdits } from "../text/edit.ts";
import { finish } from "../text/steps.ts";
import type { Surroundings } from "./check.ts";
import { decode } from "../files/decode.ts";
import { encode } from "./encode.ts";
import type { FoundFile } from "../files/claim-files.ts";
import { findFiles, standardInput } from "../files/find-files.ts";
import { readStandardInput } from "../files/standard-input.ts";
import type { FormatOptions } from "./format-options.ts";
import { progressOn } from "./progress.ts";
import { reasonOf } from "../files/reason.ts";
import { visible } from "../text/visible.ts";
import { replaceFile } from "./write-file.ts";

/** Lays file after file out. Answers with the exit status: 1 where `--check` found something to do. */
export async function format(options: FormatOptions, { stdout, stderr }: Surroundings): Promise<number> {
  const files = await findFiles(options.paths);
  const progress = progressOn(stderr, { files: files.length, passes: ["laid out"] });
  let changed = 0;
  let failed = 0;
  for (const file of files) {
    const outcome = await formatFile(file, options);
    progress.clear();
    if ("error" in outcome) {
      stderr.write(`therapy-claims: ${visible(file.path)}: ${outcome.error}\n`);
      failed++;
    } else {
      if (outcome.isChanged) changed++;
      if (file.path === standardInput && !options.isCheck) stdout.write(outcome.bytes);
      else if (outcome.isChanged) stdout.write(`${visible(file.path)}\n`);
    }
    progress.step();
  }
  progress.clear();
  if (files.length === 0) stderr.write("therapy-claims: no claim file was found\n");
  if (failed > 0) return 2;
  return options.isCheck && changed > 0 ? 1 : 0;
}

/** What becomes of a file, or why nothing does. */
type Outcome = { readonly bytes: Uint8Array; readonly isChanged: boolean } | { readonly error: string };

async function formatFile(file: FoundFile, options: FormatOptions): Promise<Outcome> {
  if (file.error !== undefined) return { error: file.error };
  const isInput = file.path === standardInput;
  try {
    const bytes = isInput ? await readStandardInput() : await readFile(file.path);
    const outcome = formatBytes(bytes, isInput ? (options.stdinFilename ?? file.path) : file.path, options);
    const isToWrite = "bytes" in outcome && outcome.isChanged && !isInput && !options.isCheck;
    return isToWrite ? await written(file.path, outcome) : outcome;
  } catch (error) {
    return { error: reasonOf(error) };
  }
}

async function written(path: string, outcome: Outcome & { readonly bytes: Uint8Array }): Promise<Outcome> {
  try {
    await replaceFile(path, outcome.bytes);
    return outcome;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    return { error: `can't be written${code}` };
  }
}

function formatBytes(bytes: Buffer, path: string, { layout }: FormatOptions): Outcome {
  const decoded = decode(bytes);
  if (decoded === undefined) return { error: "binary, not text" };
  const { text, encoding } = decoded;
  const known = formatOf(languageOfFile(path, text));
  if (known === undefined) return { bytes, isChanged: false };
  const source = sourceText(text);
  const edits = finish(layOutText(known, known.read(source), layout));
  if (edits === undefined || edits.length === 0) return { bytes, isChanged: false };
  const before = encode(text, encoding);
  const after = encode(applyEdits(text, edits), encoding);
  // The byte-order mark, which the text lacks, stands before it.
  const mark = before === undefined ? bytes : bytes.subarray(0, bytes.length - before.length);
  if (before === undefined || after === undefined || !bytes.equals(Buffer.concat([mark, before]))) {
    return { error: `holds bytes that are no ${encoding}, so it can't be written back` };
  }
  return { bytes: Buffer.concat([mark, after]), isChanged: true };
}
