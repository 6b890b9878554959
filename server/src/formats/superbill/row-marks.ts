import { isBlank } from "./line.ts";
import { isOfTherapy, isCodeShaped } from "./modifiers.ts";
import { type Cut, cellsOf } from "./words.ts";
import { parseDate } from "./written-date.ts";

const ticked = /^\s*(?:[-*•]\s+)?(?:\[\s?[x✓✔*]\s?\]|\(\s?[x✓✔]\s?\)|[☑☒✓✔✅])(?=\s*[0-9A-Z])/i;
const unticked =
  /^\s*(?:[-*•]\s+)?(?:\[\s{0,2}\]|\(\s{0,2}\)|[☐□◻○])\s*(?:\S{1,20}\s+)??((?=(?:[A-Z]{0,2}\d){3})[0-9A-Z]{5})(?![0-9A-Z])(.*)$/i;
const tickAnywhere =
  /\[\s?[x✓✔*]\s?\]|\(\s?[x✓✔]\s?\)|[☑☒✓✔✅]|(?:^|[|,\t]|\s\s)\s{0,9}_{0,3}x_{0,3}(?=\s{0,9}(?:[|,\t]|\s\s|$|\s\d))/i;
const unitsOrMinutes = /(?<![\w.])(?:[x×]\s?\d|\d{1,3}\s?(?:units?|mins?|minutes?)(?!\w))/i;

const weekday =
  /^\s*(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]{0,2}\s+(?=\d{1,4}[-/.]\d|[a-z]{3,9}\.?\s\d|\d{1,2}\s[a-z]{3})/i;

/**
 * A row without what stands around its values: a ticked box, the underscores of a blank that was filled in, a weekday
 * before its date and a colon behind. Offsets stay as they are.
 */
export function withoutRowMarks(line: string): string {
  const first = firstOf(line);
  // Most rows begin with the digits of a date or a code.
  const plain = isDigit(first) ? line : blanked(blanked(line, ticked), weekday);
  return withoutBlanks(withoutColonOfDate(plain));
}

/** A row of a list to be ticked that nobody ticked; with units or minutes it may be one that was forgotten. */
export function isUnticked(line: string): boolean {
  if (isDigit(firstOf(line))) return false;
  const [, code, rest = ""] = unticked.exec(line) ?? [];
  return code !== undefined && isCodeShaped(code) && !unitsOrMinutes.test(rest);
}

/** Whether a mark anywhere in a row says that it was chosen. */
export function isTicked(line: string): boolean {
  return tickAnywhere.test(line);
}

/** A cell that says that its row was chosen. */
export function isTick(cell: string): boolean {
  return /^(?:x|[☑☒✓✔✅*]|[[(]\s?[x✓✔*]\s?[\])])$/i.test(cell);
}

/** A box that nobody ticked, with or without its sides. */
export function isEmptyMark(cell: string): boolean {
  return /^(?:[☐□◻○]|\[\s{0,3}\]|\(\s{0,3}\)|_{0,5})$/.test(cell);
}

/** Whether the first column of a table that is cut into cells is one of ticks: it is named by one, or has no name. */
export function beginsWithTicks(header: string, cut: Cut): boolean {
  const name = cellsOf(header, cut)[0]?.piece.text ?? "";
  return isEmptyMark(name) || isTick(name);
}

/** Whether a row holds a blank that nobody filled in. */
export function hasBlank(line: string): boolean {
  return /(?<![\w$])_{2,}(?!\w)/.test(line);
}

/** Behind a modifier of therapy a colon or an equals sign says that units follow: `GP: 2 units`. */
export function withoutColonOfModifier(line: string): string {
  if (!/[A-Z][A-Z0-9][:=]/i.test(line)) return line;
  return line.replace(/(?<!\w)([A-Z][A-Z0-9])[:=](?!\/)/gi, (whole, modifier: string) =>
    isOfTherapy(modifier) && modifier.toUpperCase() !== "AT" ? `${modifier} ` : whole,
  );
}

/** Units in brackets are units: `(x2)`, `[2 units]`. */
export function withoutBracketsOfUnits(line: string): string {
  if (!line.includes("(") && !line.includes("[")) return line;
  return line.replace(/[([](\s?(?:[x×]\s?\d{1,2}|\d{1,2}\s?units?)\s?)[)\]]/gi, " $1 ");
}

function blanked(line: string, mark: RegExp): string {
  const length = mark.exec(line)?.[0].length ?? 0;
  return length === 0 ? line : " ".repeat(length) + line.slice(length);
}

/** The code of the first character that is no white space. */
function firstOf(line: string): number {
  let at = 0;
  while (isBlank(line.charCodeAt(at))) at++;
  return line.charCodeAt(at);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function withoutColonOfDate(line: string): string {
  if (!line.includes(":")) return line;
  const [whole, date] = /^([^:]{3,60}):(?=\s)/.exec(line) ?? [];
  if (whole === undefined || date === undefined || parseDate(date.trim()) === undefined) return line;
  return `${date} ${line.slice(whole.length)}`;
}

/** `_2__` says 2, and `____ units` is one blank. */
function withoutBlanks(line: string): string {
  if (!line.includes("_")) return line;
  return line
    .replace(/(?<=(?:^|[\s|,])_{2,30})\s{0,2}(?:units?|mins?|minutes?)(?!\w)\.?/gi, (words) => "_".repeat(words.length))
    .replace(/(?<=^|[\s|,$])_+(?=\$?\d[\d.]{0,9}_*(?:$|[\s|,]))/g, (marks) => " ".repeat(marks.length))
    .replace(/(?<=\d)_+(?=$|[\s|,])/g, (marks) => " ".repeat(marks.length));
}
