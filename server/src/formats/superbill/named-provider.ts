import type { FieldValues, TextName } from "./field-values.ts";
import type { Piece } from "./line.ts";
import type { Target } from "./target.ts";
import { keepText, longestFormed, pieceWithin } from "./written-field.ts";

/** A name, and the NPI that stands behind it in the same value. */
export interface NamedProvider {
  readonly name: Piece;
  readonly npi: Piece | undefined;
}

/** `Dr. Lee, NPI# 1558444216`, with or without marks and brackets; or with the form's item. */
const namedNpi = /[\s,;(]+(?:NPI|17b)\s{0,2}(?:no\.?|number|#)?\s{0,2}[#:.]?\s{0,3}(\d{10})(?!\w)/i;
/** `A. Patel MD 1558444216`: ten digits at the end that begin with 1, as no telephone number does. */
const bareNpi = /[\s,;(]+#?(1\d{9})\)?$/;

/** The name of a value, without the NPI behind it. */
export function nameIn(value: Piece): NamedProvider {
  const found = value.text.length > longestFormed ? null : (namedNpi.exec(value.text) ?? bareNpi.exec(value.text));
  const digits = found?.[1];
  if (found === null || digits === undefined || found.index === 0) return { name: value, npi: undefined };
  const start = found.index + found[0].lastIndexOf(digits);
  return { name: pieceWithin(value, 0, found.index), npi: pieceWithin(value, start, start + digits.length) };
}

/** Keeps the name and the NPI of a value, the first of each. */
export function keepProvider(
  target: Target,
  values: FieldValues,
  value: Piece,
  names: { readonly name: TextName; readonly npi: TextName },
): void {
  const { name, npi } = nameIn(value);
  keepText(target, values, names.name, name);
  if (npi !== undefined) keepText(target, values, names.npi, npi);
}
