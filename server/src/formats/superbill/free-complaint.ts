import { type Piece, pieceOf } from "./line.ts";
import { isCodeShaped } from "./modifiers.ts";
import type { RowDraft, UnreadableCell } from "./row.ts";

const secondCode = "A second code needs a line of its own";
const notRead = "This is not read: no modifier, units (x2), minutes (30 min), amount ($78.00) or therapist";

/** What is to be said of a word behind a code that says nothing of the service; a number may be what the row lacks. */
export function complaintOf({ text }: Piece, row: RowDraft): string {
  if (/^\d{1,3}$/.test(text)) return complaintOfNumber(text, row);
  return isCodeShaped(text) ? secondCode : notRead;
}

function complaintOfNumber(text: string, { units, minutes, charge }: RowDraft): string {
  if (units === undefined) return `Units or minutes? Write x${text} or ${text} min`;
  const ways = [
    ...(minutes.length === 0 ? ["minutes as 30 min"] : []),
    ...(charge === undefined ? ["an amount as $78.00"] : []),
  ];
  return ways.length === 0 ? "This is not read" : `This is not read: write ${ways.join(", ")}`;
}

/** Of a row's problems the one that tells most: a code that is lost, then a number, then the first words that are not read. */
export function gravest(line: string, found: readonly UnreadableCell[]): readonly UnreadableCell[] {
  const other = found.find(({ message }) => message === secondCode) ?? found.find(({ message }) => message !== notRead);
  if (other !== undefined) return [other];
  const [first] = found;
  if (first === undefined) return [];
  let { end } = first.piece;
  for (const { piece } of found) if (isNext(line, end, piece)) ({ end } = piece);
  return [{ piece: pieceOf(line, first.piece.start, end), message: first.message }];
}

function isNext(line: string, end: number, { start }: Piece): boolean {
  return start >= end && /^[\s,;]*$/.test(line.slice(end, start));
}
