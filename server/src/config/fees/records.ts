import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { type Separator, readRecord, separators } from "../../formats/csv/record.ts";

/** Lines that one record may go over: a heading of a spreadsheet has line breaks in its cells. */
const mostLines = 12;

/** The text of each record of a file of CSV or tab text. No more of the file is held than a record. Throws where it can't be read. */
export async function* recordsOf(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const stream = createReadStream(path, encoding);
  try {
    let held: string[] = [];
    let isFirst = true;
    for await (const written of createInterface({ input: stream, crlfDelay: Infinity })) {
      const line = isFirst ? withoutMark(written) : written;
      isFirst = false;
      if (held.length === 0 && !isOpen(line)) {
        yield line;
        continue;
      }
      held.push(line);
      const text = held.join("\n");
      if (isOpen(text) && held.length < mostLines) continue;
      // A quotation mark that is never closed is one of its own line alone.
      if (isOneRecord(text)) yield text;
      else yield* held;
      held = [];
    }
    yield* held;
  } finally {
    stream.destroy();
  }
}

/** The cells of a record, without blanks and quotation marks around them. */
export function cellsOf(text: string, separator: Separator): readonly string[] {
  const plain = plainCellsOf(text, separator);
  if (plain !== undefined) return plain.map((cell) => cell.trim());
  const { cells } = readRecord(text, 0, separator);
  return cells.map(({ innerStart, innerEnd }) => text.slice(innerStart, innerEnd).replaceAll('""', '"').trim());
}

/** What most cells are cut by in the record, among a file's first, that has most of them. */
export function separatorOf(records: readonly string[]): Separator {
  let found: Separator = ",";
  let most = 0;
  for (const separator of separators) {
    const count = Math.max(0, ...records.map((record) => cellsOf(record, separator).length));
    if (count > most) [found, most] = [separator, count];
  }
  return found;
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
    return text.includes("\0") ? { instead: "no text" } : "latin1";
  } finally {
    await file.close();
  }
}

const beginning = 4096;

/** The byte order mark of UTF-16, or that of UTF-8 as Latin-1 has it. */
function withoutMark(line: string): string {
  return line.replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/, "");
}

/** A quotation mark that begins a cell is not closed; one within a cell, as in `5" band`, is text. */
function isOpen(text: string): boolean {
  let marks = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) marks++;
  return marks % 2 === 1 && /(?:^|[,;|\t])\s*"(?:[^"]|"")*$/.test(text);
}

function isOneRecord(text: string): boolean {
  return separators.some((separator) => readRecord(text, 0, separator).end === text.length);
}

/** No cell is quoted, or all are and none holds a mark: a million rows are so. Undefined for any other. */
function plainCellsOf(text: string, separator: Separator): readonly string[] | undefined {
  if (!text.includes('"')) return text.split(separator);
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return undefined;
  const cells = text.slice(1, -1).split(`"${separator}"`);
  return cells.some((cell) => cell.includes('"')) ? undefined : cells;
}
