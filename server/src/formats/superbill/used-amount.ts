import type { StatedAmount } from "../../model/claim.ts";
import { spanOf } from "../../text/span.ts";
import { dateIn, datesAmong } from "./field-dates.ts";
import type { FieldValues } from "./field-values.ts";
import { type Piece, trimmedPiece } from "./line.ts";
import { type Target, field, readDate, shifted } from "./target.ts";
import { type WrittenField, leadingAmount, longestFormed, pieceWithin, unreadable } from "./written-field.ts";
import { isEmptyValue, parseMoney } from "./written-value.ts";

/** An amount, perhaps with the day up to which it counts; an empty one says that it is not known. */
export function readUsedAmount(target: Target, values: FieldValues, { label, meaning, value }: WrittenField): void {
  const { amount, date } = partsOf(value);
  const asOf = date === undefined || isEmptyValue(date.text) ? undefined : readAsOf(target, date);
  // An amount of an unknown day could be taken for one of another year.
  const isDated = date === undefined || isEmptyValue(date.text) || asOf !== undefined;
  values.statedAmounts.push({
    bucket: meaning.field === "usedOt" ? "OT" : "PT/SLP",
    span: spanOf(target.part, label.start, Math.max(label.end, value.end)),
    amount: isDated ? readAmount(target, amount) : undefined,
    asOf,
  });
}

const oneOfSeveral =
  /^(PT\s?(?:[/&,+]|and)\s?(?:SLP|ST)|PT|SLP|ST|OT)\s{0,3}[:=]?\s{0,3}(\$?\d[\d,]{0,9}(?:\.\d\d)?)(?![\d.,]*\d)/i;

/** `PT/SLP $2,611.00, OT $220.00`; nothing where it says anything else. */
export function readUsedAmounts(target: Target, values: FieldValues, { value }: WrittenField): void {
  if (value.text.length > longestFormed) return;
  const found: StatedAmount[] = [];
  for (let at = 0; at < value.text.length;) {
    const [whole, therapy = "", written = ""] = oneOfSeveral.exec(value.text.slice(at)) ?? [];
    const cents = parseMoney(written);
    if (whole === undefined || cents === undefined) return;
    const piece = pieceWithin(value, at, at + whole.length);
    const amount = field(target, pieceWithin(value, at + whole.length - written.length, at + whole.length), cents);
    const bucket = /^OT$/i.test(therapy) ? "OT" : "PT/SLP";
    found.push({ bucket, span: spanOf(target.part, piece.start, piece.end), amount, asOf: undefined });
    at += whole.length + (/^[\s,;|/]*/.exec(value.text.slice(at + whole.length))?.[0].length ?? 0);
  }
  values.statedAmounts.push(...found);
}

interface AmountAndDate {
  readonly amount: Piece;
  readonly date: Piece | undefined;
}

/** `633.00 as of 3/1/2026`, or `633.00 (portal 3/1/2026)`: the day on which somebody was asked. */
function partsOf(value: Piece): AmountAndDate {
  const text = value.text.slice(0, longestFormed);
  const whole = pieceWithin(value, 0, text.length);
  const separator = /\b(?:as\s+of|through|thru|until|on)\b:?/i.exec(text);
  if (separator !== null) {
    const date = pieceWithin(value, separator.index + separator[0].length, text.length);
    return { amount: pieceWithin(value, 0, separator.index), date };
  }
  const [date, another] = startsSource(behindAmount(whole)) ? datesAmong(whole) : [];
  if (date === undefined || another !== undefined) return { amount: whole, date: undefined };
  return { amount: pieceWithin(value, 0, date.start - value.start), date };
}

function behindAmount(value: Piece): string {
  const amount = leadingAmount(value);
  return amount === undefined ? "" : value.text.slice(amount.end - value.start);
}

/** What stands in brackets, or behind these words, says where the amount in front comes from, or what is left. */
function startsSource(rest: string): boolean {
  return /^\W*(?:\(|per\b|used\b)/i.test(rest);
}

function readAsOf(target: Target, value: Piece): ReturnType<typeof readDate> {
  const date = dateIn(value);
  if (date !== undefined) return readDate(target, date);
  const words = trimmedPiece(value.text, 0, value.text.length);
  unreadable(target, shifted(words, value.start), "This is no date: write as of 2026-03-10");
  return undefined;
}

function readAmount(target: Target, value: Piece): ReturnType<typeof field<number>> | undefined {
  if (isEmptyValue(value.text) || /^\W*(?:unknown|tbd)\W*$/i.test(value.text)) return undefined;
  const amount = leadingAmount(value);
  const cents = amount === undefined ? undefined : parseMoney(amount.text);
  if (amount !== undefined && cents !== undefined && cents >= 0 && isUsed(value)) return field(target, amount, cents);
  const words = trimmedPiece(value.text, 0, value.text.length);
  unreadable(target, shifted(words, value.start), isRough(value.text) ? rough : noAmount);
  return undefined;
}

const noAmount = "The used amount is no amount: write 1,900.00, or 1,900.00 as of 2026-03-10";
const rough = "This is about how much was used: write the exact amount, or nothing where it is not known";

function isRough(text: string): boolean {
  return /^[~≈±<>]/.test(text);
}

/**
 * Whether nothing behind the amount says otherwise. Digits, such as a date, would say what it includes, so it is not
 * taken as it stands; what is left of the year's amount is not what was used.
 */
function isUsed(value: Piece): boolean {
  const rest = behindAmount(value);
  if (/^\W*(?:remain(?:s|ing)?|left|available)\b/i.test(rest)) return false;
  return !/\d/.test(rest) || (startsSource(rest) && datesAmong(value).length === 0);
}
