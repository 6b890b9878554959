import { type Field, type Part, fieldOf } from "../../text/span.ts";

/** One line of a page as a printer sets it. Columns count from 0. */
export interface PrintLine {
  /** Where the line stands in the page's text, without its line end. */
  readonly start: number;
  readonly end: number;
  /** The character of each column, up to a width that no form has. */
  readonly columns: string;
  /** Where the character of each column stands, and last where they end; undefined where that is `start` and on. */
  readonly places: readonly number[] | undefined;
}

/** What stands in some columns of a line, without the blanks around it. */
export interface Cell {
  readonly line: PrintLine;
  readonly text: string;
  /** Its columns; `to` is the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** The lines of a page's text. A form feed ends the last. */
export function linesOf(text: string): readonly PrintLine[] {
  const lines: PrintLine[] = [];
  const feed = text.indexOf("\f");
  const end = feed < 0 ? text.length : feed;
  const lineEnd = /\r\n?|\n/g;
  for (let start = 0; ;) {
    lineEnd.lastIndex = start;
    const found = lineEnd.exec(text);
    if (found === null || found.index >= end) {
      lines.push(printLine(text, start, end));
      return lines;
    }
    lines.push(printLine(text, start, found.index));
    start = lineEnd.lastIndex;
  }
}

/** A tab goes to the next eighth column; what speaks to the printer takes no column. */
function printLine(text: string, start: number, end: number): PrintLine {
  const raw = text.slice(start, Math.min(end, start + widest));
  if (!setsOtherwise.test(raw)) return { start, end, columns: raw, places: undefined };
  let columns = "";
  const places: number[] = [];
  for (let at = 0; at < raw.length;) {
    const length = lengthOfControl(raw, at);
    if (length === 0) {
      const character = raw.charAt(at);
      const width = character === "\t" ? tabWidth - (columns.length % tabWidth) : 1;
      for (let column = 0; column < width; column++) places.push(start + at);
      columns += character === "\t" ? " ".repeat(width) : character;
    }
    at += Math.max(length, 1);
  }
  places.push(start + raw.length);
  return { start, end, columns, places };
}

/** Whether the line goes on behind the columns that are looked at. */
export function isCut({ start, end }: PrintLine): boolean {
  return end - start > widest;
}

const widest = 256;
const tabWidth = 8;

const setsOtherwise = /[\p{Cc}\uFEFF]/u;

const tab = 9;
const escape = 27;

/** 0 for what a printer prints. */
function lengthOfControl(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === escape) return 1 + lengthOfSequence(text, at + 1);
  return code !== tab && setsOtherwise.test(text.charAt(at)) ? 1 : 0;
}

/** Behind ESC: as laser printers take it, `&l6D`, or as matrix printers do, a character behind some of which stands a value. */
const sequence = /[%&()*][a-z]?[-+\d.]*(?:[a-z][-+\d.]*)*[A-Z@]?|[!$-/3ACJNQR-UWaklprtx][^\r\n]?|[^\r\n]?/uy;

function lengthOfSequence(text: string, at: number): number {
  sequence.lastIndex = at;
  return sequence.exec(text)?.[0].length ?? 0;
}

/** Undefined where nothing but blanks stands there. */
export function cellIn(line: PrintLine | undefined, from: number, to: number): Cell | undefined {
  if (line === undefined) return undefined;
  const first = Math.max(from, 0);
  const text = line.columns.slice(first, Math.max(to, first));
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  const start = first + text.indexOf(trimmed);
  return { line, text: trimmed, from: start, to: start + trimmed.length };
}

/** The words of a cell, which blanks part. */
export function wordsOf({ line, from, to }: Cell): readonly Cell[] {
  return Array.from(line.columns.slice(from, to).matchAll(/\S+/g), (word) => ({
    line,
    text: word[0],
    from: from + word.index,
    to: from + word.index + word[0].length,
  }));
}

/** A part of a cell, by its characters. */
export function partOf({ line, text, from }: Cell, start: number, end: number): Cell {
  return { line, text: text.slice(start, end), from: from + start, to: from + end };
}

/** Where the character of a column stands in the page's text, or would. */
export function offsetOf({ start, end, columns, places }: PrintLine, column: number): number {
  if (places !== undefined) return places[column] ?? end;
  return column < columns.length ? start + column : end;
}

/** A value that was read from a cell. */
export function fieldAt<T>(part: Part, { line, from, to }: Cell, value: T): Field<T> {
  return fieldOf(part, offsetOf(line, from), offsetOf(line, to - 1) + 1, value);
}

/** The column of a place in the page's text. */
export function columnOf({ start, places }: PrintLine, offset: number): number {
  if (places === undefined) return offset - start;
  const column = places.findIndex((place) => place >= offset);
  return column < 0 ? places.length : column;
}
