/** How many things two lists have in common at their beginnings and, of the rest, at their ends. */
export function sameEnds<T>(
  first: readonly T[],
  second: readonly T[],
): { readonly start: number; readonly end: number } {
  const shorter = Math.min(first.length, second.length);
  let start = 0;
  while (start < shorter && first[start] === second[start]) start++;
  let end = 0;
  while (end < shorter - start && first[first.length - 1 - end] === second[second.length - 1 - end]) end++;
  return { start, end };
}
