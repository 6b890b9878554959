/** A text with a cursor, and what features make of it: the fences that follow it, up to the next text. */
export interface Scene {
  /** The nearest heading above. */
  readonly heading: string;
  readonly language: string;
  readonly body: string;
  readonly results: readonly Result[];
  /** Where its fences end. */
  readonly end: number;
}

export interface Result {
  /** `hover`, `actions` …; for a file after an action its language. */
  readonly kind: string;
  /** The action's title; empty for what a feature answers itself. */
  readonly title: string;
  readonly body: string;
  /** Where the body stands in the page. */
  readonly start: number;
  readonly end: number;
}

const languages = ["superbill", "claim", "x12", "superbill-csv"];

export function scenesOf(page: string): readonly Scene[] {
  const scenes: (Scene & { results: Result[]; end: number })[] = [];
  let heading = "";
  for (const match of page.matchAll(/^#+ +(.*)$|^```(\S+)(?: +(.*))?\n([^]*?)^```(?:\n|$)/gm)) {
    const [whole, words, kind = "", title = "", inside = ""] = match;
    if (words !== undefined) {
      heading = words;
      continue;
    }
    const body = inside.replace(/\n$/, "");
    const end = match.index + whole.length;
    const scene = scenes.at(-1);
    if (languages.includes(kind) && title === "") scenes.push({ heading, language: kind, body, results: [], end });
    else if (scene === undefined) throw new Error(`"${kind}" stands before any text`);
    else {
      const start = match.index + whole.indexOf("\n") + 1;
      scene.results.push({ kind, title, body, start, end: start + inside.length });
      scene.end = end;
    }
  }
  return scenes;
}
