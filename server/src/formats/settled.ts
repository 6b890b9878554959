/** A list that grows no more, without the room that it was given to grow in: of a large file very many are kept. */
export function settled<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? empty : list.slice();
}

const empty: readonly never[] = [];
