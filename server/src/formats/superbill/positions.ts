import { fits, tolerates } from "./cells.ts";
import type { ColumnKind } from "./column-names.ts";
import type { Piece } from "./line.ts";
import { isOfTherapy, modifiersBehindCode } from "./modifiers.ts";
import { mayPoint } from "./pointers.ts";
import { type Column, type Table, columnOf } from "./table.ts";
import { isEmptyValue, isPlainlyMoney } from "./written-value.ts";

/** How many characters a word of a row typed by hand may stand beside its column. */
export const farthestDrift = 3;

/** The column of each word, in their order; undefined of one that was left out. */
export type Placement = readonly (Column | undefined)[];

/**
 * Gives the words of a row to the columns of a table that is told by position. A word goes to the zone in which it begins;
 * where its shape does not fit there, or another word has the place, to the nearest column that it fits, so that the order
 * of words is the order of columns. No list takes a number that a column beside it wants. What fits
 * nowhere is left out. Undefined where nothing is like a service.
 */
export function placeWords(words: readonly Piece[], table: Table): Placement | undefined {
  const atHome = placeAtHome(words, table);
  if (atHome === undefined && !holdsService(words, table)) return undefined;
  const placement = atHome ?? align(words, table, false);
  const best = mayHaveStrayed(words, placement, table)
    ? better(placement, align(words, table, true), table)
    : placement;
  return best.includes(undefined) ? withTextBeside(words, best) : best;
}

/** The other placement where it leaves out no more words, and fewer columns empty. */
function better(placement: Placement, other: Placement, table: Table): Placement {
  const isBetter =
    placedCount(other) >= placedCount(placement) && emptyCount(other, table) < emptyCount(placement, table);
  return isBetter ? other : placement;
}

function placedCount(placement: Placement): number {
  return placement.filter((column) => column !== undefined).length;
}

/** Whether a list took a number, and a column that wants one has none. */
function mayHaveStrayed(words: readonly Piece[], placement: Placement, table: Table): boolean {
  if (!words.some((word, index) => isList(placement[index]) && mayStray(word))) return false;
  return emptyCount(placement, table) > 0;
}

/** How many of the columns that most rows fill have no word. */
function emptyCount(placement: Placement, table: Table): number {
  let count = 0;
  for (const { kind } of table.columns) if (mostlyFilled.has(kind) && !isFilled(kind, placement)) count++;
  return count;
}

const mostlyFilled: ReadonlySet<ColumnKind> = new Set(["units", "minutes", "charge", "pointers"]);

function isFilled(kind: ColumnKind, placement: Placement): boolean {
  for (const column of placement) if (column?.kind === kind) return true;
  return false;
}

function isNumber(word: Piece): boolean {
  const first = word.text.charCodeAt(0);
  return first >= 48 && first <= 57;
}

/** Modifiers may stand behind the code too. */
const lists: ReadonlySet<ColumnKind> = new Set(["code", "modifiers", "pointers"]);

function isList(column: Column | undefined): boolean {
  return column !== undefined && (lists.has(column.kind) || isText(column.kind));
}

/** Whether a column holds words of free text. */
export function isText(kind: ColumnKind): boolean {
  return textKinds.has(kind);
}

const textKinds: ReadonlySet<ColumnKind> = new Set(["clinician", "rendering", "note", "subject", "payer", "ignored"]);

/** The column in whose zone a word begins. */
export function zoneOf(word: Piece, table: Table): Column | undefined {
  const { columns } = table;
  for (let index = columns.length - 1; index >= 0; index--) {
    const column = columns[index];
    if (column !== undefined && column.zoneStart <= word.start) return column;
  }
  return undefined;
}

/** Most rows are aligned: every word fits where it stands. */
function placeAtHome(words: readonly Piece[], table: Table): Placement | undefined {
  const placement: Column[] = [];
  let previousZone: Column | undefined;
  let previous: Piece | undefined;
  for (const word of words) {
    const zone = zoneOf(word, table);
    if (zone === undefined || !isAtHome(word, zone)) return undefined;
    if (zone === previousZone && !mayFollow(word, previous, zone)) return undefined;
    placement.push(zone);
    previousZone = zone;
    previous = word;
  }
  return placement;
}

/** What it costs to leave a word out, to move it at most, and to take one whose shape is not quite right where it stands. */
const cost = {
  leftOut: 60,
  farthest: 40,
  modifierAsText: 45,
  badCode: 2,
  underName: 4,
  inZone: 12,
  sameText: 3,
  tied: 2,
};

/** A code; or a bad one in its place, in the company of a date, an amount, or mostly words that are in theirs. */
function holdsService(words: readonly Piece[], table: Table): boolean {
  if (words.some((word) => fits("code", word))) return true;
  const zones = words.map((word) => zoneOf(word, table));
  const bad = words.find((word, index) => zones[index]?.kind === "code" && tolerates("code", word));
  if (bad === undefined) return false;
  if (/\d/.test(bad.text) || words.some((word) => fits("date", word) || isPlainlyMoney(word.text))) return true;
  const atHome = words.filter((word, index) => fits(zones[index]?.kind ?? "ignored", word));
  return atHome.length * 2 >= words.length;
}

/**
 * Finds the placement that moves words the least: word by word, the cheapest way to have placed the words so far with the
 * last of them in each column. Way 0 has placed none yet, way n has placed the last one in the nth column. A strict
 * placement keeps numbers out of lists in which they may have come to stand by drifting.
 */
function align(words: readonly Piece[], table: Table, isStrict: boolean): Placement {
  const count = table.columns.length + 1;
  let costs = Array.from({ length: count }, (_, way) => (way === 0 ? 0 : Infinity));
  const steps: (readonly Step[])[] = [];
  for (const [index, word] of words.entries()) {
    const step = stepsFor(word, words[index - 1], costs, table, isStrict);
    steps.push(step);
    costs = step.map((one) => one.cost);
  }
  const placement: (Column | undefined)[] = words.map(() => undefined);
  let way = costs.indexOf(Math.min(...costs));
  for (let index = words.length - 1; index >= 0; index--) {
    const step = steps[index]?.[way];
    if (step?.isPlaced === true) placement[index] = table.columns[way - 1];
    way = step?.from ?? 0;
  }
  return placement;
}

/** What one more word costs, and the way that it goes on from. */
interface Step {
  readonly cost: number;
  readonly from: number;
  readonly isPlaced: boolean;
}

function stepsFor(
  word: Piece,
  previous: Piece | undefined,
  costs: readonly number[],
  table: Table,
  isStrict: boolean,
): readonly Step[] {
  const zone = zoneOf(word, table);
  let from = 0;
  return costs.map((leaving, way) => {
    const column = table.columns[way - 1];
    const left: Step = { cost: leaving + cost.leftOut, from: way, isPlaced: false };
    if (column === undefined) return left;
    const price = isStrict && isStray(word, undefined, column, zone) ? Infinity : costOf(word, column, zone);
    const coming = (costs[from] ?? Infinity) + price;
    const mayStay = leaving !== Infinity && !(isStrict && isStray(word, previous, column, zone));
    const staying = mayStay ? leaving + costOfStaying(word, previous, column, zone, table) : Infinity;
    const best =
      coming <= staying ? { cost: coming, from, isPlaced: true } : { cost: staying, from: way, isPlaced: true };
    if (leaving < (costs[from] ?? Infinity)) from = way;
    return best.cost <= left.cost ? best : left;
  });
}

function costOf(word: Piece, column: Column, zone: Column | undefined): number {
  const isHome = column === zone;
  if (isHome && isAtHome(word, column)) return 0;
  if (isText(column.kind) && isCapitalModifier(word.text)) return isHome ? cost.modifierAsText : Infinity;
  if (isEmptyValue(word.text) || fits(column.kind, word)) return 1 + Math.min(cost.farthest, distance(word, column));
  if (!isHome || !tolerates(column.kind, word)) return Infinity;
  if (column.kind === "code") return cost.badCode;
  return distance(word, column) === 0 ? cost.underName : cost.inZone;
}

/** Of a second word in a column. Without a column of their own, modifiers stand behind the code. */
function costOfStaying(
  word: Piece,
  previous: Piece | undefined,
  column: Column,
  zone: Column | undefined,
  table: Table,
): number {
  if (isText(column.kind) && isBeside(previous, word)) return costOfText(word, column, zone);
  if (mayFollow(word, previous, column)) return costOf(word, column, zone);
  const isTied =
    column.kind === "code" && columnOf(table, "modifiers") === undefined && modifiersBehindCode(word).length > 0;
  return isTied && (zone === column || isBeside(previous, word)) ? cost.tied : Infinity;
}

/** Of a word right behind the text of a column, in its zone or beyond. */
function costOfText(word: Piece, column: Column, zone: Column | undefined): number {
  if (isCapitalModifier(word.text)) return cost.modifierAsText;
  return isNumber(word) && column !== zone ? cost.inZone : Math.min(costOf(word, column, zone), cost.sameText);
}

/**
 * Whether a word may have drifted into a list. A modifier of therapy stands below the beginning of its column's name, any
 * right behind another; a number that is a pointer is alone, and no likely amount; in a text it stands in its zone.
 */
function isStray(word: Piece, previous: Piece | undefined, column: Column, zone: Column | undefined): boolean {
  if (!mayStray(word)) return false;
  if (column.kind === "modifiers") {
    if (previous !== undefined) return !isNext(previous, word);
    return !isOfTherapy(word.text) || Math.abs(word.start - column.start) > farthestDrift;
  }
  return isNumber(word) && isStrayNumber(word, previous, column, zone);
}

function isStrayNumber(word: Piece, previous: Piece | undefined, column: Column, zone: Column | undefined): boolean {
  if (column.kind === "code") return previous !== undefined && !isNext(previous, word);
  if (column.kind === "charge") return mayPoint(word.text);
  if (column.kind !== "pointers") return isText(column.kind) && column !== zone;
  return !mayPoint(word.text) || (previous !== undefined && !isOneList(previous, word));
}

/** A number, or letters that are likelier pointers than a modifier. */
function mayStray(word: Piece): boolean {
  if (isNumber(word)) return word.text.length !== 5;
  return word.text.length <= 2 && /^[A-L]{1,2}$/.test(word.text) && !isOfTherapy(word.text);
}

/** Numbers one blank apart, both without separators. */
function isOneList(previous: Piece, word: Piece): boolean {
  return isNext(previous, word) && /^\d{1,2}$/.test(word.text) && /^\d{1,2}$/.test(previous.text);
}

/** A word that fits nowhere and stands right before a name or a note is its beginning. */
function withTextBeside(words: readonly Piece[], placement: Placement): Placement {
  const whole = [...placement];
  for (let index = words.length - 2; index >= 0; index--) {
    const [word, next] = [words[index], words[index + 1]];
    if (word === undefined || next === undefined || whole[index] !== undefined) continue;
    const column = whole[index + 1];
    if (column !== undefined && isText(column.kind) && isBeside(word, next) && !/\d/.test(word.text))
      whole[index] = column;
  }
  return whole;
}

function isNext(previous: Piece, word: Piece): boolean {
  return word.start - previous.end === 1;
}

/** One blank apart, or a comma and a blank. */
function isBeside(word: Piece | undefined, next: Piece): boolean {
  return word !== undefined && next.start - word.end <= 2;
}

function isAtHome(word: Piece, zone: Column): boolean {
  if (isEmptyValue(word.text)) return true;
  if (!isText(zone.kind)) return fits(zone.kind, word);
  return (tolerates(zone.kind, word) && !isNumber(word) && !isCapitalModifier(word.text)) || fits(zone.kind, word);
}

function isCapitalModifier(text: string): boolean {
  return text.length === 2 && /^[A-Z]/.test(text) && text === text.toUpperCase() && isOfTherapy(text);
}

/** A cell of pointers holds letters, or numbers, not both. */
function mayFollow(word: Piece, previous: Piece | undefined, column: Column): boolean {
  if (!holdsMany(column)) return false;
  return column.kind !== "pointers" || previous === undefined || isNumber(word) === isNumber(previous);
}

/** Text has many words, and so have lists; a date may have a second, the last day of the line. */
function holdsMany({ kind, isNumbered }: Column): boolean {
  return isText(kind) || kind === "pointers" || kind === "date" || (kind === "modifiers" && !isNumbered);
}

/** Characters between a word and a column's name; 0 where one stands above the other. */
export function distance(word: Piece, column: Column): number {
  return Math.max(0, column.start - word.end, word.start - column.end);
}
