import { findPlaceOfService } from "../../data/places-of-service.ts";
import type { FieldValues } from "./field-values.ts";
import type { Piece } from "./line.ts";
import type { Target } from "./target.ts";
import { type WrittenField, firstChunk, keepText, pieceWithin, unreadable } from "./written-field.ts";

/** Facility, classification, frequency; a leading zero and an X for any frequency are written too. */
const typeOfBill = /^0?[1-8][1-9][0-9A-Z](?!\w)/i;

/** Where the services were given: a place of service in digits or words, or the type of an institutional bill. */
export function readSetting(target: Target, values: FieldValues, { label, value }: WrittenField): void {
  const chunk = firstChunk(value);
  const bill = typeOfBill.exec(chunk.text);
  if (bill !== null) {
    const piece = pieceWithin(chunk, 0, bill[0].length);
    keepText(target, values, "typeOfBill", piece, piece.text.toUpperCase());
    return;
  }
  const place = /bill|tob/i.test(label.text) ? undefined : placeIn(chunk);
  if (place !== undefined) keepText(target, values, "placeOfService", place.piece, place.code);
  else unreadable(target, chunk, "The setting is a place of service (11, office), or a type of bill (131)");
}

/** `11`, `Office`, `11 - Office`, `Office (11)`. */
function placeIn(chunk: Piece): { readonly piece: Piece; readonly code: string } | undefined {
  const known = findPlaceOfService(chunk.text);
  if (known !== undefined) return { piece: chunk, code: known.code };
  const number = /^(\d{1,2})(?!\w)|\((\d{2})\)$/.exec(chunk.text);
  const digits = number?.[1] ?? number?.[2];
  if (number === null || digits === undefined) return undefined;
  const start = number.index + number[0].indexOf(digits);
  return { piece: pieceWithin(chunk, start, start + digits.length), code: digits.padStart(2, "0") };
}

/** The two digits of a place of service that stands in a cell. */
export function placeOfCell(text: string): string {
  return findPlaceOfService(text)?.code ?? text.padStart(2, "0");
}
