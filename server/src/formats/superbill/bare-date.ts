import type { Label } from "./labels.ts";
import { type Piece, trimmedPiece } from "./line.ts";
import { findDate } from "./written-date.ts";

const form =
  /^(visit\s{0,2}(?:#|no\.?)?\s{0,2}\d{1,3}|date\sof\sservice|dos|service\sdate|visit\sdate|date\sof\svisit)\s{1,9}(?=\S{3})/i;

interface BareDate {
  readonly label: Piece;
  readonly meaning: Label;
  readonly value: Piece;
}

/** A line of a date of service that has no colon: `DOS 3/4/2026`, `Visit #2 3/4/2026`. */
export function readBareDate(line: string, from: number): readonly BareDate[] {
  const first = line.charCodeAt(from) | 32;
  if (first !== 100 && first !== 115 && first !== 118) return [];
  const [whole, words] = form.exec(line.slice(from, from + 60)) ?? [];
  if (whole === undefined || words === undefined) return [];
  const value = trimmedPiece(line, from + whole.length, line.length);
  if (findDate(value.text) === undefined) return [];
  return [{ label: trimmedPiece(line, from, from + words.length), meaning: { field: "dateOfService" }, value }];
}
