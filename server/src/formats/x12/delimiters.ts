import type { SourceText } from "../../text/source-text.ts";

/** The characters that an interchange cuts its text with, as its ISA segment sets them. */
export interface Delimiters {
  readonly element: string;
  readonly component: string;
  /** Undefined before version 00402, and where ISA11 holds a letter or digit, such as the `U` of old headers. */
  readonly repetition: string | undefined;
  /** `\n` where lines end with CRLF: the CR then counts as white space. */
  readonly terminator: string;
  readonly elementCode: number;
  readonly componentCode: number;
  readonly terminatorCode: number;
  /** The four together, for comparing. */
  readonly all: string;
}

/** The widths of ISA01 to ISA16. */
export const isaWidths: readonly number[] = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1];

/** Some files pad a field too wide; none is so wide that sixteen elements need more than this. */
export const longestIsa = 1000;

/** The offset of the next ISA whose delimiters can be read; -1 where there is none at or after `from`. */
export function findInterchange(text: SourceText, from: number): number {
  for (let at = findIsa(text, from); at >= 0; at = findIsa(text, at + 1)) {
    if (readDelimiters(text, at) !== undefined) return at;
  }
  return -1;
}

/** The offset of the next text that begins as an ISA segment does, complete or not; -1 where there is none. */
export function findIsa(text: SourceText, from: number): number {
  for (let at = text.indexOf("ISA", from); at >= 0; at = text.indexOf("ISA", at + 1)) {
    if (beginsIsa(text, at) && (at === 0 || !isAlphanumeric(text.charCodeAt(at - 1)))) return at;
  }
  return -1;
}

/** Whether `ISA` and a separator stand here. */
export function beginsIsa(text: SourceText, at: number): boolean {
  if (text.charCodeAt(at) !== 73 || text.charCodeAt(at + 1) !== 83 || text.charCodeAt(at + 2) !== 65) return false;
  const separator = text.charCodeAt(at + 3);
  return separator > 32 ? !isAlphanumeric(separator) : separator < 32 && separator !== 10 && separator !== 13;
}

/**
 * The delimiters of the ISA at this offset, found by walking its sixteen separators and not by their columns, since widths are often
 * wrong. Undefined where the text ends, or another segment begins, before the sixteenth.
 */
export function readDelimiters(text: SourceText, isa: number): Delimiters | undefined {
  const separators = walkSeparators(text, isa);
  const last = separators?.[15];
  if (separators === undefined || last === undefined || last + 2 >= text.length) return undefined;
  const element = text.slice(isa + 3, isa + 4);
  const component = text.slice(last + 1, last + 2);
  const terminator = readTerminator(text, last + 2);
  if (component === element || terminator === element) return undefined;
  const repetition = readRepetition(text, separators);
  return {
    element,
    component,
    repetition,
    terminator,
    elementCode: element.charCodeAt(0),
    componentCode: component.charCodeAt(0),
    terminatorCode: terminator.charCodeAt(0),
    all: [element, component, terminator, repetition].join(""),
  };
}

export function sameDelimiters(first: Delimiters | undefined, second: Delimiters | undefined): boolean {
  return first === second || first?.all === second?.all;
}

/** The offsets of the sixteen separators, the one behind `ISA` first. */
function walkSeparators(text: SourceText, isa: number): readonly number[] | undefined {
  const element = text.charCodeAt(isa + 3);
  const found = [isa + 3];
  const end = Math.min(text.length, isa + longestIsa);
  for (let at = isa + 4; at < end && found.length < 16; at++) {
    if (text.charCodeAt(at) === element) found.push(at);
  }
  if (found.length < 16) return undefined;
  const isWellFormed = found[15] === isa + 103;
  return isWellFormed || !found.some((separator) => isBehindSegmentId(text, separator, isa)) ? found : undefined;
}

/** Whether this separator follows the id of a GS or another ISA: then the ISA before it lacks elements. */
function isBehindSegmentId(text: SourceText, separator: number, isa: number): boolean {
  const isGs = text.charCodeAt(separator - 2) === 71 && text.charCodeAt(separator - 1) === 83;
  const id = isGs ? separator - 2 : separator - 3;
  if (id <= isa || (!isGs && !beginsIsa(text, id))) return false;
  // A sender or receiver may be called `GS`; before a segment's id stands a terminator or a line end.
  const before = text.charCodeAt(id - 1);
  return !isAlphanumeric(before) && before !== 32 && before !== text.charCodeAt(separator);
}

function readTerminator(text: SourceText, at: number): string {
  const isCrLf = text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10;
  return isCrLf ? "\n" : text.slice(at, at + 1);
}

function readRepetition(text: SourceText, separators: readonly number[]): string | undefined {
  const [, , , , , , , , , , eleventh = 0, twelfth = 0, thirteenth = 0] = separators;
  const standard = text.slice(eleventh + 1, twelfth);
  const version = text.slice(twelfth + 1, thirteenth);
  return standard.length === 1 && !isAlphanumeric(standard.charCodeAt(0)) && version >= "00402" ? standard : undefined;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
