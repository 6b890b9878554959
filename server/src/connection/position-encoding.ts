import type { Document, Position } from "../text/document.ts";

/** How characters within a line are counted between client and server. Inside it is always UTF-16. */
export type PositionEncoding = "utf-16" | "utf-8";

/** Every client knows UTF-16; one that offers something else only is taken at its word where that is UTF-8. */
export function chooseEncoding(offered: readonly string[] | undefined): PositionEncoding {
  const isUtf8Only = offered !== undefined && offered.includes("utf-8") && !offered.includes("utf-16");
  return isUtf8Only ? "utf-8" : "utf-16";
}

/** A message of the client with every position in it counted in UTF-16. */
export function decodePositions<Message>(message: Message, document: Document, encoding: PositionEncoding): Message {
  if (encoding === "utf-16") return message;
  return mapPositions(message, ({ line, character }) => ({
    line,
    character: fromBytes(lineText(document, line), character),
  }));
}

/** An answer with every position in it counted as the client counts. */
export function encodePositions<Message>(message: Message, document: Document, encoding: PositionEncoding): Message {
  if (encoding === "utf-16") return message;
  return mapPositions(message, ({ line, character }) => ({
    line,
    character: Buffer.byteLength(lineText(document, line).slice(0, character)),
  }));
}

function mapPositions<Value>(value: Value, convert: (position: Position) => Position): Value {
  if (Array.isArray(value)) return value.map((one: unknown) => mapPositions(one, convert)) as Value;
  if (typeof value !== "object" || value === null) return value;
  if (isPosition(value)) return convert(value) as Value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, mapPositions<unknown>(one, convert)]),
  ) as Value;
}

function isPosition(value: object): value is Position {
  return "line" in value && "character" in value;
}

function lineText(document: Document, line: number): string {
  return document.getText({ start: { line, character: 0 }, end: { line, character: Number.MAX_SAFE_INTEGER } });
}

/** The UTF-16 length of so many bytes of UTF-8. A place inside a character is its beginning. */
function fromBytes(text: string, bytes: number): number {
  let length = 0;
  let left = bytes;
  for (const character of text) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    length += character.length;
  }
  return length;
}
