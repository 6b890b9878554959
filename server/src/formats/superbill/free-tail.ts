import { type FreeWord, isCredential, isQuantity, isWrittenAsModifiers, kindOf } from "./free-word.ts";
import { type Piece, joinedPiece } from "./line.ts";

/** The words of a line that say what was rendered, those among them that say nothing, and the note behind them. */
export interface Parted {
  readonly words: readonly FreeWord[];
  /** In brackets, or behind a dash: what can't be read there is no fault. */
  readonly quiet: ReadonlySet<FreeWord>;
  readonly note: Piece | undefined;
}

const denial =
  /\b(?:cancel\w*|declined|denied|missed|no[- ]?show|refused|unbilled|void\w*|no charge|not (?:be )?(?:billed|billable|done|performed|rendered|charged|given|completed|provided|seen))\b/i;

/** Whether words may say that there was no service, so that they are never passed over. */
export function deniesService(text: string): boolean {
  return denial.test(text);
}

/** Parts free text from a service: behind its values, `Note:` and `//` begin a note, and a dash a description. */
export function partTail(line: string, words: readonly FreeWord[]): Parted {
  if (!words.some(mayPart)) return { words, quiet: new Set(), note: undefined };
  const firstValue = words.findIndex(isQuantity);
  const noteAt = firstValue === -1 ? -1 : words.findIndex((word, index) => index > firstValue && beginsNote(word));
  const isNote = noteAt !== -1 && !deniesService(line.slice(words[noteAt]?.start));
  const bracketed = withTextInBrackets(line, isNote ? words.slice(0, noteAt) : words);
  const kept = bracketed.words;
  const note = isNote && !words[noteAt]?.text.startsWith("/") ? words.slice(noteAt + 1) : [];
  const [first, ...others] = note;
  return {
    words: kept,
    quiet: new Set([...bracketed.quiet, ...wordsBehindDash(line, kept, firstValue)]),
    note: first === undefined ? undefined : joinedPiece(line, [first, ...others]),
  };
}

/** Most rows have no such word. */
function mayPart({ text }: FreeWord): boolean {
  return "([/-–—".includes(text.charAt(0)) || text.endsWith(":");
}

function beginsNote({ text }: FreeWord): boolean {
  return text.startsWith("//") || /^(?:notes?|comments?|remarks?):$/i.test(text);
}

function wordsBehindDash(line: string, words: readonly FreeWord[], firstValue: number): readonly FreeWord[] {
  if (firstValue === -1) return [];
  const dash = words.findIndex(({ text }, index) => index > firstValue && /^[-–—]{1,2}$/.test(text));
  return dash === -1 || deniesService(line.slice(words[dash]?.start)) ? [] : words.slice(dash + 1);
}

/** Words in brackets that say nothing are text. */
function withTextInBrackets(line: string, words: readonly FreeWord[]): Omit<Parted, "note"> {
  const inside = new Set(wordsInBrackets(line, words));
  if (inside.size === 0) return { words, quiet: inside };
  const quiet = new Set<FreeWord>();
  const marked = words.map((word): FreeWord => {
    if (!inside.has(word) || word.role !== undefined || kindOf(word) !== undefined || isWrittenAsModifiers(word))
      return word;
    const text: FreeWord = { ...word, role: "text" };
    quiet.add(text);
    return text;
  });
  return { words: marked, quiet };
}

/** From a word that opens a bracket to the one that closes it; not where the brackets hold who treated. */
function wordsInBrackets(line: string, words: readonly FreeWord[]): readonly FreeWord[] {
  const found: FreeWord[] = [];
  let open: FreeWord[] = [];
  for (const word of words) {
    if (open.length > 0 || /^[([]/.test(word.text)) open.push(word);
    if (!/[)\]]\W?$/.test(word.text)) continue;
    if (!open.some(isCredential) && !deniesService(line.slice(open[0]?.start, word.end))) found.push(...open);
    open = [];
  }
  return found;
}
