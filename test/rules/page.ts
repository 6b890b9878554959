/** A rule's page of examples: prose for people, front matter and fences for the runner. */
export interface Page {
  readonly frontMatter: ReadonlyMap<string, string>;
  readonly examples: readonly Example[];
}

/** A file with its findings marked, and what it becomes by each fix that the page shows. */
export interface Example extends Fence {
  readonly fixed: readonly Fence[];
  /** Other files of the folder: fences with `beside` in the place of a fix's title. */
  readonly beside: readonly Fence[];
}

export interface Fence {
  /** The nearest heading above. */
  readonly heading: string;
  readonly language: string;
  /** The text is written one X12 segment a line, and read without the line breaks. */
  readonly isJoined: boolean;
  /** The title of the fix that made it; empty for an example itself. */
  readonly title: string;
  readonly body: string;
  /** Where the body stands in the page. */
  readonly start: number;
  readonly end: number;
  /** Where the fence that holds it ends, its last line break included. */
  readonly fenceEnd: number;
}

const languages = ["superbill", "claim", "x12", "cms1500-print"];

export function parsePage(text: string): Page {
  const examples: (Example & { fixed: Fence[]; beside: Fence[] })[] = [];
  for (const fence of fencesOf(text)) {
    if (!languages.includes(fence.language)) continue;
    const example = examples.at(-1);
    if (fence.title === "") examples.push({ ...fence, fixed: [], beside: [] });
    else if (example === undefined) throw new Error(`"${fence.title}" stands before any example`);
    else if (fence.title === "beside") example.beside.push(fence);
    else example.fixed.push(fence);
  }
  return { frontMatter: frontMatterOf(text), examples };
}

function frontMatterOf(text: string): ReadonlyMap<string, string> {
  const block = /^---\n([^]*?)\n---\n/.exec(text)?.[1] ?? "";
  const pairs = block.split("\n").flatMap((line) => {
    const [, key, value] = /^(\w+): *(.*)$/.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [[key, value] as const];
  });
  return new Map(pairs);
}

function* fencesOf(text: string): Iterable<Fence> {
  let heading = "";
  const pattern = /^#+ +(.*)$|^```([\w-]+)( joined)?(?: +(.*))?\n([^]*?)^```(?:\n|$)/gm;
  for (const match of text.matchAll(pattern)) {
    const [whole, words, language, joined, title = "", body] = match;
    if (words !== undefined) heading = words;
    if (language === undefined || body === undefined) continue;
    const start = match.index + whole.indexOf("\n") + 1;
    yield {
      heading,
      language,
      isJoined: joined !== undefined,
      title: title.trim(),
      body: body.replace(/\n$/, ""),
      start,
      end: start + body.length,
      fenceEnd: match.index + whole.length,
    };
  }
}
