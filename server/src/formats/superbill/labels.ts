import { type FieldName, fieldTexts } from "./field-names.ts";
import { type Candidate, candidateOf, nearestName } from "./nearest-name.ts";
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
  // The others hold a number.
  if (found !== undefined || !/\d/.test(key)) return found;
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
  const nearest = nearestName(key, candidates, allowedDistance(key));
  return nearest?.isRead === true ? nearest.name : undefined;
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

/** Of these, a mistyped label is likelier none. */
const neverProposed: ReadonlySet<FieldName> = new Set<FieldName>(["ignored", "uncertainId", "coverage"]);

interface LabelCandidate extends Candidate {
  readonly isRead: boolean;
}

const candidates: readonly LabelCandidate[] = fieldTexts.flatMap(({ field, labels }) =>
  labels.map((label) => ({ ...candidateOf(label, keyOf(label)), isRead: !neverProposed.has(field) })),
);
