/** The last place of an ascending list at which at most so much stands; of several equal ones the last. 0 where all are more. */
export function lastAtMost(ascending: ArrayLike<number>, most: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}
