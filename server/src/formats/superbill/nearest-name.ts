/** A known name that a mistyped one may have been meant for. */
export interface Candidate {
  readonly name: string;
  /** How it is compared. */
  readonly key: string;
  readonly letters: number;
}

export function candidateOf(name: string, key: string): Candidate {
  return { name, key, letters: lettersOf(key) };
}

/** The candidate that the fewest edits part from a key, and no more than allowed: of two as near, the one that begins alike. */
export function nearestName<T extends Candidate>(
  key: string,
  candidates: readonly T[],
  allowed: number,
): T | undefined {
  if (allowed === 0) return undefined;
  const letters = lettersOf(key);
  let nearest: T | undefined;
  let least = allowed + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.key.length - key.length) > allowed || sharesTooLittle(candidate.letters, letters)) continue;
    const distance = editDistance(key, candidate.key);
    if (distance > least || distance > allowed) continue;
    if (distance === least && nearest !== undefined && !beginsMoreLike(key, candidate.key, nearest.key)) continue;
    nearest = candidate;
    least = distance;
  }
  return nearest;
}

/** Whether the first two words have more of their beginning in common than the first and the third. */
function beginsMoreLike(written: string, candidate: string, other: string): boolean {
  return sharedBeginning(written, candidate) > sharedBeginning(written, other);
}

export function sharedBeginning(first: string, second: string): number {
  let length = 0;
  while (length < first.length && first.charCodeAt(length) === second.charCodeAt(length)) length++;
  return length;
}

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
