/** The digit that a letter is typed for by mistake; undefined where it looks like none. */
export function digitLike(letter: string): string | undefined {
  return digitByLetter[letter];
}

const digitByLetter: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1", S: "5", B: "8", Z: "2" };
