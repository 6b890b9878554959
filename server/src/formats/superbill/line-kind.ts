import { type Line, type Piece, isBlank, pieceOf, trimmedPiece } from "./line.ts";

/** A line that begins a claim. */
export interface Title {
  /** `SUPERBILL #1042`, without a colon behind it. */
  readonly words: Piece;
  /** `1042`. */
  readonly id: Piece | undefined;
  /** Where fields may follow on the same line. */
  readonly end: number;
}

/** What of a line is not white space. */
export function contentOf(line: Line): Piece {
  return trimmedPiece(line.text, 0, line.text.length);
}

/** `#`, `;` or `//` comes first. */
export function isComment(content: Piece): boolean {
  const first = content.text.charAt(0);
  return first === "#" || first === ";" || content.text.startsWith("//");
}

/** Three or more of `- = _ * + : |`, and spaces, nothing else. */
export function isDivider(content: Piece): boolean {
  if (!/^[-=_*+:|]/.test(content.text)) return false;
  let marks = 0;
  for (let index = 0; index < content.text.length; index++) {
    if ("-=_*+:|".includes(content.text.charAt(index))) marks++;
    else if (!isBlank(content.text.charCodeAt(index))) return false;
  }
  return marks >= 3;
}

const title =
  /^(superbill|claim)(?:\s{0,3}(?:#|(?:no\.?|number)\s)?\s{0,3}#?\s{0,3}([\w./-]{0,30}\d[\w./-]{0,30})\s{0,3}(:?))?(?=$|\s\s|\t|\s\|\s)/i;

/** `SUPERBILL` or `CLAIM`, alone or with an id that holds a digit, up to the line's end or a gap. */
export function readTitle(content: Piece): Title | undefined {
  const first = content.text.charCodeAt(0) | 32;
  if (first !== 115 && first !== 99) return undefined;
  const match = title.exec(content.text);
  if (match === null) return undefined;
  const [whole, , id, colon = ""] = match;
  const end = content.start + whole.length;
  const wordsLength = whole.slice(0, whole.length - colon.length).trimEnd().length;
  const words = pieceOf(content.text, 0, wordsLength);
  return {
    words: { ...words, start: content.start, end: content.start + wordsLength },
    id:
      id === undefined
        ? undefined
        : { text: id, start: content.start + wordsLength - id.length, end: content.start + wordsLength },
    end,
  };
}
