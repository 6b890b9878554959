import type { ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import { type CodePair, type Source, type UnitLimit, holdsAt } from "../../model/tables.ts";
import type { Context } from "../../rules/context.ts";
import { sentences } from "./markdown.ts";

/** What CMS's tables of edits say of a code: rows of a table, the tables' dates in words, their sources. */
export interface EditsOfCode {
  readonly rows: readonly (readonly [string, string | undefined])[];
  readonly words: string;
  readonly sources: readonly Source[];
}

const speechTreatments = new Set(["92507", "92508", "92526"]);
const physicalTreatments = new Set(["97110", "97112", "97150", "97530"]);

/** CMS's manual on the pairs, chapter 11: one SLP plan does not bill both. */
function isOfSpeechPlan(code: string, partners: readonly string[]): boolean {
  return speechTreatments.has(code) && partners.some((partner) => physicalTreatments.has(partner));
}

/** Of each kind; the rest is counted. */
const mostPairs = 12;

/** The code's pairs that are in force on the line's date, and how many units a day are let through. */
export function editsOfCode(code: string, line: ServiceLine, context: Context): EditsOfCode {
  const { pairTable, limitTable } = context;
  const date = line.dateOfService?.value;
  const pairs = context.pairsWith(code).filter((pair) => isInForce(pair, date));
  const opened = partnersOf(code, pairs, 1);
  const limit = date === undefined || date >= limitTable.snapshot ? context.unitLimit(code) : undefined;
  const tables = [
    ...(pairs.length > 0 ? [{ name: "Pairs", table: pairTable }] : []),
    ...(limit === undefined ? [] : [{ name: "Units", table: limitTable }]),
  ];
  return {
    rows: [
      ["Never paid beside", listed(partnersOf(code, pairs, 0))],
      ["Beside these with 59 or the like", listed(opened.filter((other) => !isVisit(other)))],
      ["Beside a visit with 25 on it", listed(opened.filter(isVisit))],
      ["Most units", limit && mostUnits(limit)],
    ],
    words: sentences(
      ...tables.map(({ name, table }) => `${name} by CMS's table of ${table.snapshot}.`),
      isOfSpeechPlan(code, opened)
        ? "Under one SLP plan (GN on both) no modifier opens those with 97110, 97112, 97150 and 97530."
        : undefined,
    ),
    sources: tables.map(({ table }) => table.source),
  };
}

/** An office visit or another of a physician: evaluation and management. */
function isVisit(code: string): boolean {
  return /^99[2-4]\d\d$/.test(code);
}

function isInForce({ inForce }: CodePair, date: CalendarDate | undefined): boolean {
  if (inForce === null) return false;
  return date === undefined ? inForce.to === null : holdsAt(inForce, date);
}

function partnersOf(code: string, pairs: readonly CodePair[], indicator: CodePair["indicator"]): readonly string[] {
  const partners = pairs
    .filter((pair) => pair.indicator === indicator)
    .map(({ column1, column2 }) => (column1 === code ? column2 : column1));
  return [...new Set(partners)].sort();
}

function listed(codes: readonly string[]): string | undefined {
  if (codes.length === 0) return undefined;
  const more = codes.length - mostPairs;
  return codes.slice(0, mostPairs).join(", ") + (more > 0 ? ` and ${String(more)} more` : "");
}

function mostUnits({ units, indicator }: UnitLimit): string {
  if (units === 0) return "none";
  return `${String(units)} ${indicator === 1 ? "a line" : "a day"}${indicator === 2 ? ", absolutely" : ""}`;
}
