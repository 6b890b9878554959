import { type CodeUnits, codeUnitsOf } from "../../text/code-units.ts";
import type { Part } from "../../text/span.ts";
import type { Delimiters } from "./delimiters.ts";

/** A part whose text is cut by known delimiters. */
export interface SegmentedPart extends Part {
  readonly delimiters: Delimiters;
}

/** Where a value stands in its part, without the white space around it; empty where the element is. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Where something was found last, without the white space around it. To be read at once: an object for each would be one for each value
 * of a file.
 */
export const found = { start: 0, end: 0 };

/** Whether anything but white space stands between two offsets. */
export function findBetween(units: CodeUnits, start: number, end: number, delimiters: Delimiters): boolean {
  found.end = trimmedEnd(units, start, end, delimiters);
  found.start = trimmedStart(units, start, found.end, delimiters);
  return found.start < found.end;
}

/** Whether anything stands in component `n`, from 1, of the element that was found last. */
export function findComponent(units: CodeUnits, n: number, delimiters: Delimiters): boolean {
  const { end } = found;
  let { start } = found;
  for (let before = 1; before < n && start <= end; before++) {
    start = pieceEnd(units, start, end, delimiters.componentCode) + 1;
  }
  return start <= end && findBetween(units, start, pieceEnd(units, start, end, delimiters.componentCode), delimiters);
}

/** Whether what was found last is exactly this. Nothing is cut out of the text, since it is asked of most segments; line ends do not count. */
export function isTextFound(units: CodeUnits, value: string): boolean {
  const { start, end } = found;
  if (end - start < value.length) return false;
  let matched = 0;
  for (let at = start; at < end; at++) {
    const code = units[at];
    if (code === 10 || code === 13) continue;
    if (code !== value.charCodeAt(matched)) return false;
    matched++;
  }
  return matched === value.length;
}

/** Component `n` of an element, 1 being the first. */
export function componentOf(part: SegmentedPart, element: Place | undefined, n: number): Place | undefined {
  if (element === undefined) return undefined;
  let start = element.start;
  for (let before = 1; before < n; before++) {
    start = pieceEnd(codeUnitsOf(part), start, element.end, part.delimiters.componentCode) + 1;
    if (start > element.end) return undefined;
  }
  return trimmed(part, start, pieceEnd(codeUnitsOf(part), start, element.end, part.delimiters.componentCode));
}

export function pieceEnd(units: CodeUnits, start: number, end: number, separator: number): number {
  let at = start;
  while (at < end && units[at] !== separator) at++;
  return at;
}

export function trimmed(part: SegmentedPart, start: number, end: number): Place {
  const units = codeUnitsOf(part);
  const last = trimmedEnd(units, start, end, part.delimiters);
  return { start: trimmedStart(units, start, last, part.delimiters), end: last };
}

function trimmedStart(units: CodeUnits, start: number, end: number, delimiters: Delimiters): number {
  while (start < end && isBlank(units[start], delimiters)) start++;
  return start;
}

export function trimmedEnd(units: CodeUnits, start: number, end: number, delimiters: Delimiters): number {
  while (end > start && isBlank(units[end - 1], delimiters)) end--;
  return end;
}

function isBlank(code: number | undefined, delimiters: Delimiters): boolean {
  const isSpace = code === 32 || code === 9 || code === 10 || code === 13;
  return isSpace && code !== delimiters.elementCode && code !== delimiters.componentCode;
}
