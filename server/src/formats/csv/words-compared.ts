import type { SourceText } from "../../text/source-text.ts";

/** Where a word stands in a text; an empty stretch where there is none. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export const nowhere: Place = { start: 0, end: 0 };

export function isEmpty({ start, end }: Place): boolean {
  return start === end;
}

/** Whether a stretch of the text holds no letter and no digit. */
export function isSilent(text: SourceText, { start, end }: Place): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isAsciiWord(code)) return false;
    if (code >= 128) return compared(text.slice(start, end)) === "";
  }
  return true;
}

/** Whether two stretches have the same letters and digits: offices write `Moss, Edna` and `MOSS,EDNA`. */
export function saysSame(text: SourceText, first: Place, second: Place): boolean {
  let [at, other] = [first.start, second.start];
  for (;;) {
    while (at < first.end && isAsciiMark(text.charCodeAt(at))) at++;
    while (other < second.end && isAsciiMark(text.charCodeAt(other))) other++;
    if (at >= first.end || other >= second.end) return at >= first.end && other >= second.end;
    const code = text.charCodeAt(at++);
    const otherCode = text.charCodeAt(other++);
    if (code >= 128 || otherCode >= 128) break;
    if (upper(code) !== upper(otherCode)) return false;
  }
  return compared(text.slice(first.start, first.end)) === compared(text.slice(second.start, second.end));
}

/** Whether two stretches are the same, character by character. */
export function isSameText(text: SourceText, first: Place, second: Place): boolean {
  return repeatsText(text, first.start, first.end, second);
}

export function repeatsText(text: SourceText, start: number, end: number, above: Place): boolean {
  if (end - start !== above.end - above.start) return false;
  for (let at = start, other = above.start; at < end; at++, other++) {
    if (text.charCodeAt(at) !== text.charCodeAt(other)) return false;
  }
  return true;
}

export function holdsDigit(text: SourceText, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isDigit(text.charCodeAt(at))) return true;
  return false;
}

export function isDigits(text: SourceText, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return start < end;
}

function compared(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function upper(code: number): number {
  return code >= 97 && code <= 122 ? code - 32 : code;
}

function isAsciiMark(code: number): boolean {
  return code < 128 && !isAsciiWord(code);
}

function isAsciiWord(code: number): boolean {
  const letter = code | 32;
  return isDigit(code) || (letter >= 97 && letter <= 122 && code < 128);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
