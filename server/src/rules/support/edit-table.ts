import type { ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import { type Procedure, isPaidByItself } from "../../model/tables.ts";
import type { Context } from "../context.ts";
import { isMedicare } from "./medicare.ts";

/** Payers that judge by CMS's tables, or by their own that follow them. */
const followers = new Set([
  "tricare",
  "va",
  "unitedhealthcare",
  "humana",
  "horizon-bcbsnj",
  "bcbs",
  "aetna",
  "cigna",
  "commercial",
]);

/** The payer judges by CMS's tables of edits, or by its own that follow them. Medicaid has tables of its own. */
export function takesEdits(context: Context): boolean {
  const { id } = context.payer;
  return isMedicare(context) || followers.has(id) || id.startsWith("medicare-advantage");
}

/** CMS publishes its tables four times a year: of a later quarter a table no longer tells for certain. */
export function isAfterQuarter(date: CalendarDate, snapshot: CalendarDate): boolean {
  return quarterOf(date) > quarterOf(snapshot);
}

/** What else may make pairs with therapy: an office or other visit of a physician (evaluation and management). */
export function isVisitCode(code: string): boolean {
  return /^99[2-4]\d\d$/.test(code);
}

/** For `codes`: the rules on pairs look at the code. */
export function isInPairs(code: string, procedure: Procedure | undefined): boolean {
  return procedure !== undefined || isVisitCode(code);
}

/** What is never paid by itself is said by the rules on codes. On claims of institutions the fee schedule's status says less. */
export function mayBePaidByItself(line: ServiceLine, context: Context): boolean {
  const procedure = context.procedure(line);
  return context.claim.kind === "institutional" || procedure === undefined || isPaidByItself(procedure);
}

function quarterOf(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3);
}
