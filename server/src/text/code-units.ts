import type { Part } from "./span.ts";

/** The code units of a text, by offset. What stands behind the text's end means nothing. */
export type CodeUnits = Uint8Array | Uint16Array;

/**
 * The code units of a part's text. An array is gone through several times as quickly as a string, which V8 looks into anew for each
 * character. They are lent, not given: the same array holds another part's once those are asked for.
 */
export function codeUnitsOf(part: Part): CodeUnits {
  return part === lent ? codeUnits : lend(part);
}

let lent: Part | undefined;
let codeUnits: CodeUnits = new Uint8Array(0);

/** For all but unusually long parts, whose own arrays are not kept. */
const usual = new Uint8Array(65_536);
const encoder = new TextEncoder();

function lend(part: Part): CodeUnits {
  const { text } = part;
  const ascii = text.length <= usual.length ? usual : new Uint8Array(text.length);
  // Anything but ASCII takes more bytes of UTF-8 than it takes code units.
  const isAscii = encoder.encodeInto(text, ascii).written === text.length;
  codeUnits = isAscii ? ascii : unitByUnit(text);
  lent = part;
  return codeUnits;
}

function unitByUnit(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}
