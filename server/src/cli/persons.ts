import type { Claim } from "../model/claim.ts";
import { visible } from "../text/visible.ts";

const masked = "···";

/**
 * A sentence that somebody wrote into a file, such as a directive's reason, without the names and birth dates of the file's patients and
 * without any number that is no code, modifier, day, small count or amount.
 */
export function withoutPersons(text: string, claims: Iterable<Claim>): string {
  const names = new Set<string>();
  const birthDates = new Set<string>();
  for (const { patient, birthDate } of claims) {
    for (const [word] of patient?.value.matchAll(words) ?? []) if (word.length > 1) names.add(word.toLowerCase());
    if (birthDate !== undefined) birthDates.add(birthDate.value);
  }
  const shown = text.replace(joinedWords, (word) => (isHarmless(word) && !birthDates.has(word) ? word : masked));
  return visible(shown.replace(words, (word) => (names.has(word.toLowerCase()) ? masked : word)));
}

const words = /[\p{L}\p{M}\p{N}]+/gu;

/** Words with what joins their parts: an id is written with hyphens, a date with slashes. */
const joinedWords = /[\p{L}\p{M}\p{N}$]+(?:[.,/-]+[\p{L}\p{M}\p{N}$]+)*/gu;

const longest = 40;

function isHarmless(word: string): boolean {
  if (!/\p{N}/u.test(word)) return true;
  if (word.length > longest) return false;
  return harmlessForms.some((form) => form.test(word));
}

/** Counts, days, codes, modifiers, amounts. */
const harmlessForms: readonly RegExp[] = [
  /^\d{1,3}$/,
  /^\d{4}-\d\d-\d\d$/,
  /^(?:\d{5}|[A-Za-z]\d{4}|\d{4}[A-Za-z])$/,
  /^(?:[A-Za-z]\d|\d[A-Za-z])$/,
  /^\$?\d{1,3}(?:,?\d{3})*\.\d\d$/,
];
