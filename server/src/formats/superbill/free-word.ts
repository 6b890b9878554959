import { findClinician } from "../../data/credentials.ts";
import { isKnownModifier } from "../../data/modifiers.ts";
import { fits, isClockTime } from "./cells.ts";
import type { ColumnKind } from "./column-names.ts";
import type { Piece } from "./line.ts";
import { isOfTherapy, readModifiers } from "./modifiers.ts";
import { isDiagnosisShaped } from "./pointers.ts";
import { isHours } from "./written-minutes.ts";
import { isEmptyValue, isPlainlyMoney } from "./written-value.ts";

/** A word that may, by the words beside it, not be what its shape says. */
export interface FreeWord extends Piece {
  readonly role?: "text" | "ignored" | "units" | "minutes" | "clinician";
}

/** What a word of a line without a header says by itself; `ignored` says nothing, but belongs to the line. */
export function kindOf({ text, role }: FreeWord): ColumnKind | undefined {
  if (role !== undefined) return role === "text" ? undefined : role;
  return kindOfText(text);
}

function kindOfText(text: string): ColumnKind | undefined {
  if (isEmptyValue(text) || isClockTime(text)) return "ignored";
  if (/^(?:by|allowed|charges?:?|fee:?|mods?:?|modifiers?:?|dx:?|ptrs?:?|pointers?:?|[=@·•]|[ap]\.?m\.?)$/i.test(text))
    return "ignored";
  if (isPlainlyMoney(text)) return "charge";
  // The price of one unit.
  if (/^@\$?\d/.test(text)) return "ignored";
  if (/^[x×]\s*-?\.?\d|\d\s*(?:units?|u)$/i.test(text)) return "units";
  if (/\d\s*(?:min|mins|minutes?|m)\.?$|\d'$/i.test(text) || isHours(text)) return "minutes";
  const isPointer = /^[A-L](?:[/&][A-L]){0,11}$/.test(text) || (text.includes(".") && isDiagnosisShaped(text));
  return isPointer ? "pointers" : undefined;
}

/** What only a service has: units, minutes or an amount. */
export function isQuantity(word: FreeWord): boolean {
  const kind = kindOf(word);
  return kind === "units" || kind === "minutes" || kind === "charge";
}

/** Whether the word before a value says of which kind it is. */
export function isLabelOf(label: Piece | undefined, kind: keyof typeof labels): boolean {
  return label !== undefined && labels[kind].test(label.text);
}

const labels = {
  modifiers: /^mod/i,
  pointers: /^(?:dx|ptr|pointer)/i,
  allowed: /^allowed$/i,
  charge: /^(?:charges?:?|fee:?|=)$/i,
};

/**
 * Whether a word may be one of several modifiers. In small letters only modifiers of therapy are believed: many short
 * words have the shape of one. `PT` and `X1` are modifiers of other trades; here they say who treated and how many units.
 */
export function isWrittenAsModifiers(word: FreeWord): boolean {
  if (word.role !== undefined) return false;
  if (!fits("modifiers", word) || /^(?:[PO]T|X\d)$/i.test(word.text)) return false;
  if (word.text === word.text.toUpperCase()) return true;
  return readModifiers(word).every(({ text }) => text !== "at" && isOfTherapy(text));
}

/** Whether a word can be nothing but modifiers, wherever it stands: `GP`, `KX/GP`, `(59)`. */
export function isPlainlyModifiers(word: FreeWord): boolean {
  const { text } = word;
  if (
    isNumeral(text.charCodeAt(0)) ||
    text !== text.toUpperCase() ||
    !/^\W*[A-Z]|^\W/.test(text) ||
    !isWrittenAsModifiers(word)
  )
    return false;
  return !isCredential(word) && readModifiers(word).every((one) => one.text !== "AT" && isOfTherapy(one.text));
}

function isNumeral(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** In capitals alone: `pt` is the patient. */
export function isCredential({ text, role }: FreeWord): boolean {
  return role === undefined && text === text.toUpperCase() && findClinician(text)?.credential !== undefined;
}

/** A modifier that anyone publishes, in capitals. */
export function isPublishedModifiers(word: Piece): boolean {
  return isWrittenAsModifiers(word) && readModifiers(word).every(({ text }) => isKnownModifier(text));
}

/** A word that may describe a service, and surely says nothing about whether it was rendered. */
export function isDescription({ text, role }: FreeWord): boolean {
  return role === "text" || (!/[\d$]/.test(text) && !prose.test(text));
}

/** A word that may be of a name. */
export function isName(word: Piece): boolean {
  return (
    /^\p{Lu}[\p{L}.'’-]*$/u.test(word.text) && isDescription(word) && findClinician(word.text)?.discipline === undefined
  );
}

const prose =
  /^(?:am|are|be|been|can|cancel\w*|could|declined|denied|did|do|does|had|has|have|he|i|if|is|it|may|missed|never|no|not|no-show|refused|she|should|they|unbilled|void\w*|was|we|were|when|will|without|would|you)[.:!]?$/i;
