/** Texts by their characters, so that the order is the same everywhere. */
export function byText(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** What files hold: by file, then by place in it. */
export function byFile(
  first: { readonly file: string; readonly place: number },
  second: { readonly file: string; readonly place: number },
): number {
  return byText(first.file, second.file) || first.place - second.place;
}

/** The same array where it is in order already, as most are: sorting makes much that is dropped at once. */
export function putInOrder<T>(values: readonly T[], compare: (first: T, second: T) => number): readonly T[] {
  let [before] = values;
  for (const value of values) {
    if (before !== undefined && compare(before, value) > 0) return values.toSorted(compare);
    before = value;
  }
  return values;
}

/** In the order in which they come. */
export function groupBy<T, Key>(values: Iterable<T>, keyOf: (value: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
