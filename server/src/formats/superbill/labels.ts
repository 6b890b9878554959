import { type FieldName, fieldTexts } from "./field-names.ts";
import { letterOf } from "./pointers.ts";

export interface Label {
  readonly field: FieldName;
  /** The diagnosis that the label names: `Dx A`, `Diagnosis 2`. */
  readonly letter?: string;
}

/** A label's spelling is longer than none of these. */
export const longestLabel = 40;

const letters: readonly string[] = Array.from("abcdefghijkl");

const labelByKey: ReadonlyMap<string, Label> = new Map(
  fieldTexts.flatMap(({ field, labels }) => labels.flatMap((label) => keysOf(field, label))),
);

const labelByItem: ReadonlyMap<string, Label> = new Map([
  ...fieldTexts.flatMap(({ field, items }) => items.map((item): [string, Label] => [item.toLowerCase(), { field }])),
  ...letters.map((letter): [string, Label] => [`21${letter}`, { field: "diagnosis", letter: letter.toUpperCase() }]),
]);

/** A known label in any spelling; a bare item number only where the text writes them. */
export function findLabel(written: string, hasItemNumbers: boolean): Label | undefined {
  const key = keyOf(written);
  const found = labelByKey.get(key) ?? labelByKey.get(key.replace(/(?:#|no|number)$/, ""));
  if (found !== undefined) return found;
  if (/^occ(?:urrence)?(?:code)?[a-z0-9]\d$/.test(key)) return { field: "occurrence" };
  if (/^visit#?\d{1,3}$/.test(key)) return { field: "dateOfService" };
  const item = /^(?:(?:box|item|field)(?:no|number|#)?)?(\d{1,2}[a-z]?)$/.exec(key);
  if (item?.[1] === undefined || (!hasItemNumbers && item[1] === key)) return undefined;
  return labelByItem.get(item[1]);
}

/**
 * The label that a mistyped one was probably meant for, in its usual spelling: of two as near, the one that begins alike. Undefined
 * too where that one is not read.
 */
export function nearestLabel(written: string): string | undefined {
  const key = keyOf(written);
  const allowed = allowedDistance(key);
  if (allowed === 0) return undefined;
  const letters = lettersOf(key);
  let nearest: Candidate | undefined;
  let least = allowed + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.key.length - key.length) > allowed || sharesTooLittle(candidate.letters, letters)) continue;
    const distance = editDistance(key, candidate.key);
    if (distance > least || distance > allowed) continue;
    if (distance === least && nearest !== undefined && !beginsMoreLike(key, candidate.key, nearest.key)) continue;
    nearest = candidate;
    least = distance;
  }
  return nearest?.isRead === true ? nearest.label : undefined;
}

/** Whether the first two words have more of their beginning in common than the first and the third. */
function beginsMoreLike(written: string, candidate: string, other: string): boolean {
  return sharedBeginning(written, candidate) > sharedBeginning(written, other);
}

function sharedBeginning(first: string, second: string): number {
  let length = 0;
  while (length < first.length && first.charCodeAt(length) === second.charCodeAt(length)) length++;
  return length;
}

/** A short word is near too many others to be taken for a mistyped label. */
function allowedDistance(key: string): number {
  if (key.length < 4 || key.length > longestLabel) return 0;
  return key.length < 7 ? 1 : 2;
}

function keysOf(field: FieldName, label: string): [string, Label][] {
  const key = keyOf(label);
  if (field !== "diagnosis" || key === "diagnoses") return [[key, { field }]];
  const numbers = Array.from({ length: 12 }, (_, index) => String(index + 1));
  const suffixes = [...letters, ...(/\d$/.test(key) || key === "icd" ? [] : numbers)];
  const lettered = suffixes.map((suffix): [string, Label] => {
    const letter = letterOf(suffix);
    return [key + suffix, letter === undefined ? { field } : { field, letter }];
  });
  return [[key, { field }], ...lettered];
}

function keyOf(written: string): string {
  return written.toLowerCase().replace(/[\s.'’_-]/g, "");
}

interface Candidate {
  readonly key: string;
  readonly label: string;
  readonly letters: number;
  readonly isRead: boolean;
}

/** Of these, a mistyped label is likelier none. */
const neverProposed: ReadonlySet<FieldName> = new Set<FieldName>(["ignored", "uncertainId", "coverage"]);

const candidates: readonly Candidate[] = fieldTexts.flatMap(({ field, labels }) =>
  labels.map((label) => ({
    key: keyOf(label),
    label,
    letters: lettersOf(keyOf(label)),
    isRead: !neverProposed.has(field),
  })),
);

/** The letters that occur in a word, one bit each. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

/** An edit changes at most two of a word's letters, so words further apart than two edits need not be compared. */
function sharesTooLittle(first: number, second: number): boolean {
  let different = first ^ second;
  let count = 0;
  for (; different !== 0; different &= different - 1) count++;
  return count > 4;
}

/** Insertions, deletions, replacements and transpositions of neighbours. */
function editDistance(first: string, second: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let i = 1; i <= first.length; i++) {
    const current = [i];
    for (let j = 1; j <= second.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (first.charCodeAt(i - 1) === second.charCodeAt(j - 1) ? 0 : 1);
      const shorter = Math.min(replaced, (last[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      current.push(isSwapped(first, i, second, j) ? Math.min(shorter, (beforeLast[j - 2] ?? 0) + 1) : shorter);
    }
    beforeLast = last;
    last = current;
  }
  return last[second.length] ?? 0;
}

/** Whether the two characters before `i` in one word are those before `j` in the other, turned round. */
function isSwapped(first: string, i: number, second: string, j: number): boolean {
  if (i < 2 || j < 2) return false;
  return first.charCodeAt(i - 1) === second.charCodeAt(j - 2) && first.charCodeAt(i - 2) === second.charCodeAt(j - 1);
}
