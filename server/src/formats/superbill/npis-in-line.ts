import { findLabel } from "./labels.ts";
import { type Piece, pieceOf } from "./line.ts";
import { type Named, namedIn } from "./named-in-words.ts";
import { withoutTies } from "./written-field.ts";

/** An NPI among other words: `Riverbend Therapy   NPI 1234567893`, `(Group NPI # 1234567893)`. Pieces count from the line's beginning. */
export interface NpiInWords {
  readonly label: Piece;
  readonly value: Piece;
  /** The words before it call it that of who bills, name whose it is, or name nobody. */
  readonly owner: "billing" | Named;
  /** The words that name the owner. */
  readonly name: Piece | undefined;
}

/** A longer line is none that people write. */
export const longestLine = 1000;

const npi =
  /(?<![\w-])NPI(?:\s?(?:[Nn][Oo]\.?|[Nn]umber|NUMBER|#|is))?\s{0,2}[#:.]?\s{0,3}(\d(?:-?\d){8,10})(?![\w-])(?:\s{0,2}[/&,]\s{0,2}(\d{10})(?!\d))?/g;

/** The NPIs of a line from an offset on; none in most lines. They are written in capitals. */
export function npisIn(line: string, from = 0): readonly NpiInWords[] {
  if (line.length > longestLine || !line.includes("NPI")) return none;
  const found: NpiInWords[] = [];
  let start = from;
  for (const match of line.slice(from).matchAll(npi)) {
    const [whole, digits = "", second] = match;
    const at = from + match.index;
    const valueStart = at + whole.indexOf(digits, 3);
    const value = pieceOf(line, valueStart, valueStart + digits.length);
    const { label, owner } = labelled(line, cellsOf(line, start, at), at, valueStart);
    // Of two behind one word nobody knows which is whose.
    found.push({ label, value, ...(second === undefined ? owner : unclear) });
    start = at + whole.length;
  }
  return found;
}

/** The same numbers, without whose they are. */
export function npiNumbersIn(line: string, from: number): readonly string[] {
  if (line.length > longestLine || !line.includes("NPI")) return none;
  return Array.from(line.slice(from).matchAll(npi), ([, digits = "", second]) =>
    second === undefined ? withoutTies(digits) : "",
  );
}

const none: readonly never[] = [];

type Owner = Pick<NpiInWords, "owner" | "name">;

const unclear: Owner = { owner: "unclear", name: undefined };

/** Whom the cells before an NPI name: the nearest that name somebody. */
export function ownerIn(cells: readonly Piece[]): Owner {
  for (const cell of cells.toReversed()) {
    const named = namedIn(cell.text);
    if (named !== "nobody") return { owner: named, name: named === "practice" ? nameOf(cell) : undefined };
  }
  return { owner: "nobody", name: undefined };
}

/** An address may stand behind the name. */
function nameOf({ text, start }: Piece): Piece {
  const name = text.replace(/(?:,\s{0,3}|\s[–—-]\s)(?=\d|P\.?\s?O\.?\sBox).*$/u, "");
  return { text: name, start, end: start + name.length };
}

/** What stands between gaps, ` | ` and the like. */
export function cellsOf(line: string, start: number, end: number): readonly Piece[] {
  const cells: Piece[] = [];
  for (let at = start; at < end;) {
    gap.lastIndex = at;
    const next = gap.exec(line);
    const cellEnd = next === null ? end : Math.min(end, next.index);
    const words = trimmed(line, at, cellEnd);
    if (words.text !== "") cells.push(words);
    at = next === null ? end : gap.lastIndex;
  }
  return cells;
}

const gap = /\s\s+|[\t|·•;]\s*/g;

/** Without the blanks and the marks around it. */
function trimmed(line: string, start: number, end: number): Piece {
  const text = line.slice(start, end);
  const before = /^[\s\p{P}]*/u.exec(text)?.[0].length ?? 0;
  const behind = /[\s,:([#–—-]*$/.exec(text.slice(before))?.[0].length ?? 0;
  return pieceOf(line, start + before, end - behind);
}

/** `Group NPI #`: the words right before that stand alone, or behind a comma or a bracket, say whose it is. */
function labelled(
  line: string,
  cells: readonly Piece[],
  start: number,
  end: number,
): { readonly label: Piece; readonly owner: Owner } {
  const bare = pieceOf(line, start, start + line.slice(start, end).replace(/[\s:.]+$/, "").length);
  const cell = cells.at(-1);
  if (cell === undefined || /\S/.test(line.slice(cell.end, start))) return { label: bare, owner: ownerIn(cells) };
  const words = /[^,([–]*$/u.exec(cell.text)?.[0].trimStart() ?? "";
  const meaning = words === "" ? undefined : findLabel(`${words} NPI`, false);
  if (meaning === undefined) return { label: bare, owner: ownerIn(cells) };
  const label = pieceOf(line, cell.end - words.length, bare.end);
  // The place of a service may be another's.
  if (meaning.field !== "billingNpi" || /^facility/i.test(words))
    return { label, owner: { owner: "other", name: undefined } };
  const { name } = ownerIn([...cells.slice(0, -1), ...cellsOf(line, cell.start, label.start)]);
  return { label, owner: { owner: "billing", name } };
}
