import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { type Separator, readRecord, separators } from "../../formats/csv/record.ts";

/** Lines that one record may go over: a heading of a spreadsheet has line breaks in its cells. */
const mostLines = 12;

/**
 * The cells of a file of CSV or tab text, a record at a time, without blanks and quotation marks around them. No more of the file is
 * held than a record. Throws where the file can't be read.
 */
export async function* recordsOf(path: string, encoding: TextEncoding): AsyncGenerator<readonly string[]> {
  const stream = createReadStream(path, encoding);
  try {
    let held: string[] = [];
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      held.push(held.length === 0 ? withoutMark(line) : line);
      const text = held.join("\n");
      if (isOpen(text) && held.length < mostLines) continue;
      // A quotation mark that is never closed is one of its own line alone.
      if (isOpen(text)) yield* held.map(cellsOf);
      else yield cellsOf(text);
      held = [];
    }
    yield* held.map(cellsOf);
  } finally {
    stream.destroy();
  }
}

export type TextEncoding = "latin1" | "utf16le";

/** How the file's text is written; else what it is instead of text, in words. */
export async function textEncodingOf(path: string): Promise<TextEncoding | { readonly instead: string }> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(beginning), 0, beginning, 0);
    const bytes = buffer.subarray(0, bytesRead);
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf16le";
    const text = bytes.toString("latin1");
    if (text.startsWith("PK") || text.startsWith("\xd0\xcf\x11\xe0")) return { instead: "a spreadsheet or an archive" };
    if (text.includes("\0")) return { instead: "no text" };
    return "latin1";
  } finally {
    await file.close();
  }
}

const beginning = 4096;

/** The byte order mark of UTF-16, or that of UTF-8 as Latin-1 has it. */
function withoutMark(line: string): string {
  return line.replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/, "");
}

function isOpen(text: string): boolean {
  let marks = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) marks++;
  return marks % 2 === 1;
}

function cellsOf(text: string): readonly string[] {
  const { cells } = readRecord(text, 0, separatorOf(text));
  return cells.map(({ innerStart, innerEnd }) => text.slice(innerStart, innerEnd).replaceAll('""', '"').trim());
}

/** Tabs stand in no cell; of the others, the most frequent outside of quotation marks. */
function separatorOf(text: string): Separator {
  if (text.includes("\t")) return "\t";
  const bare = text.replace(/"[^"]*"/g, "");
  let found: Separator = ",";
  for (const separator of separators) {
    if (bare.split(separator).length > bare.split(found).length) found = separator;
  }
  return found;
}
