import type { Piece } from "./line.ts";

export const notAPointer = "This is no diagnosis pointer: write letters A to L, or the numbers of listed diagnoses";

const diagnosis = /^[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/i;

/**
 * The pointers of a cell, one letter or number each; undefined where it holds something else. Letters need no separators;
 * a run of digits is one number where a diagnosis has it, else one number a digit. A number above four is none unless a
 * diagnosis has it: it is likelier units or an amount.
 */
export function readPointers(cell: Piece, hasDiagnosis: (letter: string) => boolean): readonly Piece[] | undefined {
  // Most cells hold one letter.
  if (cell.text.length === 1 && isLetterOfDiagnosis(cell.text.charCodeAt(0))) return [cell];
  const pointers: Piece[] = [];
  for (const match of cell.text.matchAll(/[^\s,;:/&-]+/g)) {
    const run: Piece = {
      text: match[0],
      start: cell.start + match.index,
      end: cell.start + match.index + match[0].length,
    };
    const letter = letterOf(run.text);
    if (letter !== undefined && (run.text.length === 1 || hasDiagnosis(letter))) pointers.push(run);
    else pointers.push(...charactersOf(run));
  }
  const isPointer = ({ text }: Piece): boolean => {
    const letter = letterOf(text);
    return letter !== undefined && (!(Number(text) > 4) || hasDiagnosis(letter));
  };
  return pointers.every(isPointer) ? pointers : undefined;
}

/** Whether digits are likelier pointers than an amount: one, or several that differ, of the first diagnoses. */
export function mayPoint(digits: string): boolean {
  return /^(?:[1-9]|1[0-2]|(?!.*(\d).*\1)[1-4](?:[,/]?[1-4]){1,3})$/.test(digits);
}

/** The letter A to L that a letter, or a number from 1 to 12, stands for. */
export function letterOf(pointer: string): string | undefined {
  if (pointer.length > 2) return undefined;
  if (pointer.length === 1 && isLetterOfDiagnosis(pointer.charCodeAt(0))) return pointer.toUpperCase();
  const number = /^\d{1,2}$/.test(pointer) ? Number(pointer) : 0;
  return number >= 1 && number <= 12 ? String.fromCharCode(64 + number) : undefined;
}

/** A to L, in capitals or not. */
function isLetterOfDiagnosis(code: number): boolean {
  return (code >= 65 && code <= 76) || (code >= 97 && code <= 108);
}

/** Whether the text has the form of an ICD-10-CM code, with or without its dot. */
export function isDiagnosisShaped(text: string): boolean {
  return text.length <= 8 && diagnosis.test(text);
}

/** The codes of a list that stands where pointers should; undefined where it holds something else. */
export function diagnosesIn(cell: Piece): readonly Piece[] | undefined {
  if (isDiagnosisShaped(cell.text)) return [cell];
  if (cell.text.length > longestList) return undefined;
  const codes = [...cell.text.matchAll(/[^\s,;/&]+/g)].map(({ 0: text, index }) => ({
    text,
    start: cell.start + index,
    end: cell.start + index + text.length,
  }));
  return codes.length > 0 && codes.every(({ text }) => isDiagnosisShaped(text)) ? codes : undefined;
}

/** Whether the text is a diagnosis code, or several. */
export function areDiagnosesShaped(text: string): boolean {
  return isDiagnosisShaped(text) || diagnosesIn({ text, start: 0, end: text.length }) !== undefined;
}

/** Twelve codes. */
const longestList = 120;

function charactersOf(run: Piece): readonly Piece[] {
  return Array.from(run.text.slice(0, 12)).map((text, index) => ({
    text,
    start: run.start + index,
    end: run.start + index + text.length,
  }));
}
