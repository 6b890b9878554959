import type { FieldValues } from "./field-values.ts";
import type { Piece } from "./line.ts";
import { isDiagnosisShaped } from "./pointers.ts";
import type { Target } from "./target.ts";
import { type WrittenField, firstChunk, pieceWithin, unreadable } from "./written-field.ts";

const mostDiagnoses = 12;

/** What holds diagnoses in the order in which they are read. */
type Listing = Pick<FieldValues, "diagnoses">;

/** One code, or several with commas between; words that describe a code may follow it. */
export function readDiagnoses(target: Target, values: Listing, { meaning, value }: WrittenField): void {
  if (isDiagnosisShaped(value.text)) {
    keepDiagnosis(target, values, value, meaning.letter);
    return;
  }
  let given = meaning.letter;
  let count = 0;
  for (const element of elementsOf(value)) {
    const codes = codesIn(element, count === 0);
    count += codes.length;
    for (const { code, letter } of codes) {
      keepDiagnosis(target, values, code, letter ?? given);
      given = given === undefined ? undefined : letterAfter(given);
    }
  }
  if (count === 0) unreadable(target, firstChunk(value), "The diagnosis holds no ICD-10-CM code, such as M54.50");
}

/** Whether a diagnosis of the letter is among them. */
export function hasDiagnosis(values: Listing, letter: string): boolean {
  return values.diagnoses.some((diagnosis) => diagnosis.letter === letter);
}

function keepDiagnosis(target: Target, values: Listing, piece: Piece, letter: string | undefined): void {
  const { diagnoses } = values;
  if (diagnoses.length >= mostDiagnoses) return;
  const last = diagnoses.at(-1)?.letter;
  const inOrder = last === undefined ? "A" : letterAfter(last);
  const value = piece.text.replaceAll(".", "").toUpperCase();
  const { start, end } = piece;
  diagnoses.push({ part: target.part, start, end, value, letter: letter ?? inOrder, codeSet: undefined });
}

function letterAfter(letter: string): string {
  return letter >= "L" ? "L" : String.fromCharCode(letter.charCodeAt(0) + 1);
}

function elementsOf(value: Piece): readonly Piece[] {
  return [...value.text.matchAll(/[^,;|]+/g)].map((match) =>
    pieceWithin(value, match.index, match.index + match[0].length),
  );
}

/** The codes that an element begins with, each perhaps behind its letter: `A. M54.50`; else the one that ends it, with its dot. */
function codesIn(
  element: Piece,
  isFirst: boolean,
): readonly { readonly code: Piece; readonly letter: string | undefined }[] {
  const codes: { readonly code: Piece; readonly letter: string | undefined }[] = [];
  const words = [...element.text.matchAll(/[^\s:)(]+/g)];
  let letter: string | undefined;
  for (const [index, match] of words.entries()) {
    const code = pieceWithin(element, match.index, match.index + match[0].length);
    const several = codesBetweenSlashes(code);
    const isAlone = words.length === 1 && isFirst && /\d/.test(code.text) && code.text.length <= 10;
    if (isDiagnosisShaped(code.text) || isAlone) {
      codes.push({ code, letter });
      letter = undefined;
    } else if (several.length > 0) codes.push(...several.map((one) => ({ code: one, letter: undefined })));
    else if (/^[A-L][.=]?$/i.test(code.text) && index + 1 < words.length) letter = code.text.charAt(0).toUpperCase();
    else break;
  }
  return codes.length > 0 ? codes : lastCodeIn(element);
}

/** `M54.50/R26.89`. */
function codesBetweenSlashes(word: Piece): readonly Piece[] {
  const codes = [...word.text.matchAll(/[^/]+/g)].map((match) =>
    pieceWithin(word, match.index, match.index + match[0].length),
  );
  return codes.length > 1 && codes.every(({ text }) => isDiagnosisShaped(text)) ? codes : [];
}

/** Behind words that describe it, a code is known by its dot. */
function lastCodeIn(element: Piece): readonly { readonly code: Piece; readonly letter: undefined }[] {
  const words = element.text.split(/[\s:)(]+/);
  const word = words.findLast((one) => one !== "") ?? "";
  if (!word.includes(".") || !isDiagnosisShaped(word)) return [];
  const start = element.text.lastIndexOf(word);
  return [{ code: pieceWithin(element, start, start + word.length), letter: undefined }];
}
