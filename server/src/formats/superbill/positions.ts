import { fits, tolerates } from "./cells.ts";
import type { ColumnKind } from "./column-names.ts";
import type { Piece } from "./line.ts";
import { isModifierShaped } from "./modifiers.ts";
import { type Column, type Table, columnOf } from "./table.ts";
import { isEmptyValue, isPlainlyMoney } from "./written-value.ts";

/** The column of each word that has one. */
export type Placement = ReadonlyMap<Piece, Column>;

/**
 * Gives the words of a row to the columns of a table that is told by position. A word goes to the zone in which it begins;
 * where its shape does not fit there, or another word has the place, to the nearest column that it fits, so that the order
 * of words is the order of columns. What fits nowhere is left out. Undefined where nothing is like a service.
 */
export function placeWords(words: readonly Piece[], table: Table): Placement | undefined {
  const placement = placeAtHome(words, table);
  if (placement !== undefined) return placement;
  return holdsService(words, table) ? withTextBeside(words, align(words, table)) : undefined;
}

/** Whether a column holds words of free text. */
export function isText(kind: ColumnKind): boolean {
  return kind === "clinician" || kind === "note" || kind === "ignored";
}

/** The column in whose zone a word begins. */
export function zoneOf(word: Piece, table: Table): Column | undefined {
  return table.columns.findLast((column) => column.zoneStart <= word.start);
}

/** Most rows are aligned: every word fits where it stands. */
function placeAtHome(words: readonly Piece[], table: Table): Placement | undefined {
  const placement = new Map<Piece, Column>();
  let previous: Column | undefined;
  for (const word of words) {
    const zone = zoneOf(word, table);
    if (zone === undefined || !isAtHome(word, zone) || (zone === previous && !holdsMany(zone))) return undefined;
    placement.set(word, zone);
    previous = zone;
  }
  return placement;
}

/** What it costs to leave a word out, to move it at most, and to take one whose shape is not quite right where it stands. */
const cost = { leftOut: 60, farthest: 40, badCode: 2, underName: 4, inZone: 12, sameText: 3, tied: 2 };

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
 * last of them in each column. Way 0 has placed none yet, way n has placed the last one in the nth column.
 */
function align(words: readonly Piece[], table: Table): Placement {
  const count = table.columns.length + 1;
  let costs = Array.from({ length: count }, (_, way) => (way === 0 ? 0 : Infinity));
  const steps: (readonly Step[])[] = [];
  for (const [index, word] of words.entries()) {
    const step = stepsFor(word, words[index - 1], costs, table);
    steps.push(step);
    costs = step.map((one) => one.cost);
  }
  const placement = new Map<Piece, Column>();
  let way = costs.indexOf(Math.min(...costs));
  for (let index = words.length - 1; index >= 0; index--) {
    const step = steps[index]?.[way];
    const [word, column] = [words[index], table.columns[way - 1]];
    if (step?.isPlaced === true && word !== undefined && column !== undefined) placement.set(word, column);
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

function stepsFor(word: Piece, previous: Piece | undefined, costs: readonly number[], table: Table): readonly Step[] {
  const zone = zoneOf(word, table);
  let from = 0;
  return costs.map((leaving, way) => {
    const column = table.columns[way - 1];
    const left: Step = { cost: leaving + cost.leftOut, from: way, isPlaced: false };
    if (column === undefined) return left;
    const price = costOf(word, column, zone);
    const coming = (costs[from] ?? Infinity) + price;
    const staying = leaving === Infinity ? Infinity : leaving + costOfStaying(word, previous, column, zone, table);
    const best =
      coming <= staying ? { cost: coming, from, isPlaced: true } : { cost: staying, from: way, isPlaced: true };
    if (leaving < (costs[from] ?? Infinity)) from = way;
    return best.cost <= left.cost ? best : left;
  });
}

function costOf(word: Piece, column: Column, zone: Column | undefined): number {
  const isHome = column === zone;
  if (isHome && isAtHome(word, column)) return 0;
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
  if (holdsMany(column)) {
    const price = costOf(word, column, zone);
    return isText(column.kind) && isBeside(previous, word) ? Math.min(price, cost.sameText) : price;
  }
  const isTied = column.kind === "code" && columnOf(table, "modifiers") === undefined && isModifierShaped(word.text);
  return isTied && (zone === column || isBeside(previous, word)) ? cost.tied : Infinity;
}

/** A word that fits nowhere and stands right before a name or a note is its beginning. */
function withTextBeside(words: readonly Piece[], placement: Placement): Placement {
  const whole = new Map(placement);
  for (let index = words.length - 2; index >= 0; index--) {
    const [word, next] = [words[index], words[index + 1]];
    if (word === undefined || next === undefined || whole.has(word)) continue;
    const column = whole.get(next);
    if (column !== undefined && isText(column.kind) && isBeside(word, next) && !/\d/.test(word.text))
      whole.set(word, column);
  }
  return whole;
}

/** One blank apart, or a comma and a blank. */
function isBeside(word: Piece | undefined, next: Piece): boolean {
  return word !== undefined && next.start - word.end <= 2;
}

function isAtHome(word: Piece, zone: Column): boolean {
  if (isEmptyValue(word.text)) return true;
  return isText(zone.kind) ? tolerates(zone.kind, word) : fits(zone.kind, word);
}

/** Text has many words, and so have lists; a date may have a second, the last day of the line. */
function holdsMany({ kind, isNumbered }: Column): boolean {
  return isText(kind) || kind === "pointers" || kind === "date" || (kind === "modifiers" && !isNumbered);
}

/** Characters between a word and a column's name; 0 where one stands above the other. */
function distance(word: Piece, column: Column): number {
  return Math.max(0, column.start - word.end, word.start - column.end);
}
