import type { Cents } from "../../model/money.ts";

const money = /^(-)?\$?[^\S\r\n]?(-)?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}?)0{0,2})?(-)?$/;

/** `-`, `--`, `n/a`, `none`, `NULL` as databases write it, and anything without a letter or digit, such as `____`, says that there is no value. */
export function isEmptyValue(text: string): boolean {
  const first = text.charCodeAt(0) | 32;
  // Most values begin with a digit, or a letter other than that of "none".
  if ((first >= 48 && first <= 57) || (first >= 97 && first <= 122 && first !== 110)) return false;
  return /^(?:n\/?a|none|null|nan)$/i.test(text) || !/[\p{L}\p{N}]/u.test(text);
}

/** `78`, `78.00`, `$1,234.56`, `78.0000` as databases write it; `-44.00`, `44.00-` and `(44.00)` are negative. Undefined where it is no amount. */
export function parseMoney(text: string): Cents | undefined {
  if (text.length > 20) return undefined;
  return centsOfDigits(text) ?? centsOfOther(text);
}

/** Of an amount that is written as most are, `78` or `78.00`. */
function centsOfDigits(text: string): Cents | undefined {
  const { length } = text;
  if (length === 0 || length > 11) return undefined;
  const point = length - 3;
  const hasCents = point > 0 && text.charCodeAt(point) === 46;
  let cents = 0;
  for (let at = 0; at < length; at++) {
    if (hasCents && at === point) continue;
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    cents = cents * 10 + digit;
  }
  return hasCents ? cents : cents * 100;
}

function centsOfOther(text: string): Cents | undefined {
  const isBracketed = text.startsWith("(") && text.endsWith(")");
  const match = money.exec(isBracketed ? text.slice(1, -1) : text);
  if (match === null) return undefined;
  const [, minus, innerMinus, dollars = "", cents = "", trailingMinus] = match;
  const digits = dollars.replaceAll(",", "");
  const signs = [minus, innerMinus, trailingMinus].filter((sign) => sign !== undefined).length + (isBracketed ? 1 : 0);
  if (signs > 1 || digits.length > 11) return undefined;
  const amount = Number(digits) * 100 + Number(cents.padEnd(2, "0"));
  return signs === 1 && amount !== 0 ? -amount : amount;
}

/** An amount that is surely meant as one: with cents or a dollar sign. */
export function isPlainlyMoney(text: string): boolean {
  return (text.includes(".") || text.includes("$")) && parseMoney(text) !== undefined;
}
