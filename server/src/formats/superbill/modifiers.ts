import { findModifier, isKnownModifier } from "../../data/modifiers.ts";
import { findProcedure } from "../../data/procedures.ts";
import type { Piece } from "./line.ts";

/** A code and what stands behind it in the same cell. */
export interface CodeCell {
  readonly code: Piece;
  readonly modifiers: readonly Piece[];
}

/** The modifiers of a cell, in any of its spellings: `GP CQ`, `GP, CQ`, `GP/CQ`, `GP-CQ`, `GPCQ`, `(GP)`, `GP.`. */
export function readModifiers(cell: Piece): readonly Piece[] {
  if (alone.test(cell.text)) return [cell];
  const modifiers: Piece[] = [];
  for (const match of cell.text.matchAll(/[^\s.,;:/+&"'[\]()|-]+/g)) {
    const start = cell.start + match.index;
    modifiers.push(...unglued({ text: match[0], start, end: start + match[0].length }));
  }
  return modifiers;
}

const alone = /^[A-Z0-9]{2}$/i;

/** The text without the quotation marks, brackets, hyphens and periods that may stand around a modifier. */
export function withoutMarks(text: string): string {
  return /^\w+$/.test(text) ? text : text.replace(/^["'([-]{1,2}/, "").replace(/[")'\].]{1,2}$/, "");
}

/** A modifier by its shape: two characters with a letter first, or a number that is a modifier. */
export function isModifierShaped(text: string): boolean {
  if (text.length !== 2) return false;
  return /^[A-Z][A-Z0-9]$/i.test(text) || isKnownModifier(text.toUpperCase());
}

/** The modifiers of a word behind the code: one, or several that are tied: `GP`, `GP-CQ`, `GP,KX`. None where it is something else. */
export function modifiersBehindCode(word: Piece): readonly Piece[] {
  if (isModifierShaped(word.text)) return [word];
  if (!/^[0-9A-Z]{2}(?:[-/,+:;][0-9A-Z]{2})+$/i.test(word.text)) return [];
  const modifiers = readModifiers(word);
  return modifiers.every(isKnown) ? modifiers : [];
}

/** A code by its shape: five characters, at least three of them digits, so that `9711O` is one too. */
export function isCodeShaped(text: string): boolean {
  if (text.length !== 5) return false;
  let digits = 0;
  for (let at = 0; at < 5; at++) {
    const code = text.charCodeAt(at);
    const letter = code | 32;
    if (code >= 48 && code <= 57) digits++;
    else if (letter < 97 || letter > 122) return false;
  }
  return digits >= 3;
}

/** A code by the shape of those that are published: `97110`, `G0283`, `0552T`. */
export function isListedCodeShaped(text: string): boolean {
  return /^(?:\d{5}|[A-Z]\d{4}|\d{4}[A-Z])$/i.test(text);
}

/** A code with anything that may be glued or tied to it: `97110`, `97110-GP-KX`, `97110/GP`, `97110GP`. */
export function isCodeWithModifiers(text: string): boolean {
  if (isCodeShaped(text)) return true;
  if (text.length < 7) return false;
  const match = /^(?:HC:)?([0-9A-Z]{5})([-/:,+;]?)((?:[0-9A-Z]{2}[-/:,+;]?){1,6})$/i.exec(text);
  if (match === null) return false;
  const [, code = "", separator, rest = ""] = match;
  if (!isCodeShaped(code)) return false;
  const parts = readModifiers({ text: rest, start: 0, end: rest.length });
  return parts.every((part) => isModifierShaped(part.text)) && (separator !== "" || parts.every(isKnown));
}

/** Cuts a code cell into its code and the modifiers behind it; words that are no modifiers are left out. */
export function readCodeCell(cell: Piece): CodeCell | undefined {
  // Most cells hold a code and nothing else.
  if (isCodeShaped(cell.text)) return { code: cell, modifiers: none };
  const match = /^(?:HC:)?["']?([^\s,;:/+"'|-]+)/i.exec(cell.text);
  if (match === null) return undefined;
  const start = cell.start + match[0].length - (match[1] ?? "").length;
  const word: Piece = { text: match[1] ?? "", start, end: cell.start + match[0].length };
  const { code, modifiers } = ungluedCode(word);
  const rest: Piece = { text: cell.text.slice(match[0].length), start: word.end, end: cell.end };
  return { code, modifiers: [...modifiers, ...modifiersBehind(rest)] };
}

const none: readonly never[] = [];

/** Modifiers up to the first word that is none; one that is tied on by a hyphen or slash may be unknown. */
function modifiersBehind(rest: Piece): readonly Piece[] {
  const isTied = /^[-/:+]/.test(rest.text);
  const found: Piece[] = [];
  for (const modifier of readModifiers(rest)) {
    const isTaken = isModifierShaped(modifier.text) || (isTied && /^[A-Z0-9]{1,3}$/i.test(modifier.text));
    if (!isTaken) break;
    found.push(modifier);
  }
  return found;
}

function ungluedCode(word: Piece): CodeCell {
  const tail: Piece = { text: word.text.slice(5), start: word.start + 5, end: word.end };
  const isGlued = word.text.length > 5 && isCodeShaped(word.text.slice(0, 5));
  const modifiers = isGlued ? twos(tail) : [];
  if (modifiers.length === 0) return { code: word, modifiers: [] };
  return { code: { text: word.text.slice(0, 5), start: word.start, end: word.start + 5 }, modifiers };
}

function unglued(word: Piece): readonly Piece[] {
  const parts = word.text.length > 2 ? twos(word) : [];
  return parts.length === 0 ? [word] : parts;
}

/** The word cut in twos where every part is a modifier that therapy knows, else nothing: many words are pairs of rarer ones. */
function twos(word: Piece): readonly Piece[] {
  if (word.text.length % 2 !== 0 || word.text.length > 12) return [];
  const parts: Piece[] = [];
  for (let index = 0; index < word.text.length; index += 2) {
    parts.push({ text: word.text.slice(index, index + 2), start: word.start + index, end: word.start + index + 2 });
  }
  return parts.every(isKnown) ? parts : [];
}

function isKnown(modifier: Piece): boolean {
  return isOfTherapy(modifier.text);
}

/** A modifier that therapy knows. */
export function isOfTherapy(modifier: string): boolean {
  return modifier.length === 2 && findModifier(modifier.toUpperCase()) !== undefined;
}

/** A code that a line without a header may begin with. */
export function isKnownCode(text: string): boolean {
  return text.length === 5 && findProcedure(text.toUpperCase()) !== undefined;
}

const listed = /^(?:9[0-9OIL]{4}|[A-V]\d{4}|\d{4}[TFU])$/i;

/** A code as it may stand in free text: one that the tables know, or one of the shape of therapy's codes. */
export function looksLikeCode(text: string): boolean {
  return text.length === 5 && (isKnownCode(text) || listed.test(text));
}
