/** `GN, GO or GP`. */
export function orList(words: readonly string[]): string {
  return list(words, "or");
}

/** `GN, GO and GP`. */
export function andList(words: readonly string[]): string {
  return list(words, "and");
}

function list(words: readonly string[], conjunction: string): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}
