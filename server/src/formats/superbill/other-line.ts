import { spanOf } from "../../text/span.ts";
import { isKnownModifier } from "../../data/modifiers.ts";
import { labelWords } from "./field-line.ts";
import { nearestLabel } from "./labels.ts";
import { type Line, type Piece, trimmedPiece } from "./line.ts";
import { isKnownCode, looksLikeCode } from "./modifiers.ts";
import { type Target, report, shifted } from "./target.ts";
import { parseDate } from "./written-date.ts";
import { isPlainlyMoney } from "./written-value.ts";
import { columnOf, type Table } from "./table.ts";
import { statesOtherCharge } from "./other-charge.ts";
import { isUnticked } from "./row-marks.ts";
import type { Row } from "./row.ts";
import { fits } from "./cells.ts";
import { wordsOf } from "./words.ts";

/** A line that names codes but is no service line. */
export interface UnreadLine {
  readonly content: Piece;
  readonly message: string;
  /** The codes of a line that begins with words and a colon; none where it looks like a row. */
  readonly codes: readonly string[];
}

/** What a line that is neither of fields nor of a service adds to its claim. */
export interface OtherTarget extends Target {
  readonly unreadLines: UnreadLine[];
  hasOtherCharges: boolean;
}

/** What looks like a mistyped field is reported, and what looks like a service line that can't be read is kept; other text passes. */
export function readOtherLine(target: OtherTarget, line: Line, table: Table | undefined): void {
  if (isUnticked(line.text)) return;
  if (statesOtherCharge(line.text, table)) target.hasOtherCharges = true;
  const label = labelWords(line.text);
  const nearest = label === undefined ? undefined : nearestLabel(label.text);
  if (label !== undefined && nearest !== undefined) {
    const at = shifted(label, line.start);
    const span = spanOf(target.part, at.start, at.end);
    report(target, "unknown-field", at, `No field has this name; the nearest is ${nearest}`, [
      { title: `Replace with ${nearest}`, safety: "review", edits: [{ span, newText: nearest }] },
    ]);
  } else if (holdsService(line.text) || beginsWithService(line.text)) {
    const content = trimmedPiece(line.text, 0, line.text.length);
    const [first] = wordsOf(line.text);
    const isInPlace =
      first !== undefined && (parseDate(first.text) !== undefined || looksLikeCode(first.text.slice(0, 5)));
    const message = `This line names a procedure code but is no service line: ${isInPlace ? writeRest : writeCodeFirst}`;
    const codes = label === undefined ? [] : codesIn(line.text);
    target.unreadLines.push({ content: shifted(content, line.start), message, codes });
  }
}

/** Reports the lines that can't be read; one of a note says nothing where rows of the claim hold all of its codes. */
export function reportUnreadLines(target: OtherTarget, lines: readonly { readonly row: Row }[]): void {
  const read = new Set(lines.map(({ row }) => row.procedure.text.toUpperCase()));
  for (const { content, message, codes } of target.unreadLines) {
    if (codes.length > 0 && codes.every((code) => read.has(code))) continue;
    report(target, "unreadable-line", content, message);
  }
}

function codesIn(text: string): readonly string[] {
  const words = text.slice(0, 1000).match(/[0-9A-Z]{5,}/gi) ?? [];
  return words.filter(looksLikeCode).map((code) => code.toUpperCase());
}

const writeCodeFirst = "begin it with the code, or with a date and the code";
const writeRest = "write one code of five characters, then its modifiers, units (x2) and amount ($78.00)";

/** Whether a line begins as one of totals. */
export function isTotal(content: Piece): boolean {
  return /^\W{0,3}(?:(?:grand\s|sub[\s-]?)?total|balance(?!\s(?:forward|brought|carried))|paid)(?![\w-])/i.test(
    content.text,
  );
}

/** The amount on a line of totals that stands for the whole charge; undefined where it counts something else. */
export function totalIn(line: string, table: Table | undefined): Piece | undefined {
  if (!/^\s*\W*total(?:\s+(?:charges?|fees?|billed|amount|due))?[\s:|,$=.]*(?:[\d$(|,-]|$)/i.test(line))
    return undefined;
  const amounts = wordsOf(line.replace(/[|]|,(?!\d{3}(?!\d))/g, " ")).filter((word) => fits("charge", word));
  const charge = table === undefined || table.cut !== undefined ? undefined : columnOf(table, "charge");
  const under = amounts.find((word) => charge !== undefined && word.start < charge.end && word.end > charge.start);
  return under ?? amounts.find((word) => isPlainlyMoney(word.text)) ?? (amounts.length === 1 ? amounts[0] : undefined);
}

/** A token of the shape of a code with a date or an amount right beside it, or a modifier or `x2` right behind it. */
function holdsService(text: string): boolean {
  if (text.length > 1000 || !/\d{2}/.test(text)) return false;
  const tokens = [...text.matchAll(/[^\s,;|()-]+(?:[-/.][^\s,;|()-]+)*/g)].map((match) => match[0]);
  return tokens.some((token, index) => {
    const [code = "", tied = ""] = token.replace(/:$/, "").split(/[-/]/);
    if (!looksLikeCode(code)) return false;
    const before = tokens[index - 1] ?? "";
    const behind = tokens[index + 1] ?? "";
    // Two capitals before five digits are a state and its postal code.
    if (/^(?!(?:PT|OT|[AP]M|G[NOP]|KX)$)[A-Z]{2}$/.test(before)) return false;
    const modifier = tied === "" || looksLikeCode(tied) ? behind : tied;
    return isModifierOrCount(modifier) || isDateOrAmount(before.replace(/:$/, "")) || isDateOrAmount(behind);
  });
}

/** A known code comes first, and somewhere behind it stands what only a service has: it must not be lost in silence. */
function beginsWithService(text: string): boolean {
  if (text.length > 1000) return false;
  const [whole = "", code = ""] = /^\W{0,5}([0-9A-Z]{5})(?![0-9A-Z])/i.exec(text) ?? [];
  return isKnownCode(code) && valueOfService.test(text.slice(whole.length));
}

const valueOfService =
  /(?<![\w.])(?:[x×X]\s?\d{1,2}|\$\s?\d[\d.,]*|\d{1,4}\.\d{2}|\d{1,3}\s?(?:min|mins|minutes?|units?)|G[PON])(?![\w-])/;

function isModifierOrCount(token: string): boolean {
  return /^[x×]\d{1,2}$/i.test(token) || (/^[A-Z0-9]{2}$/.test(token) && isKnownModifier(token));
}

function isDateOrAmount(token: string): boolean {
  return parseDate(token) !== undefined || isPlainlyMoney(token);
}
