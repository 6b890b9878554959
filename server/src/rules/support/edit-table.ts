import type { Claim, ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Procedure } from "../../model/tables.ts";
import type { Context } from "../context.ts";
import type { Severity } from "../rule.ts";

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

/** The payer judges by CMS's tables of edits, or by its own that follow them. */
export function takesEdits({ payer }: Context): boolean {
  const { id } = payer;
  return id === "medicare-b" || followers.has(id) || id.startsWith("medicare-advantage") || id.startsWith("medicaid");
}

/** The tables are Medicare's own. What another payer makes of them it has not published. */
export function severityOfEdit(atMedicare: Severity, { payer }: Context): Severity {
  return payer.id === "medicare-b" ? atMedicare : "information";
}

/** CMS publishes its tables four times a year: of a later quarter a table no longer tells for certain. */
export function isAfterQuarter(date: CalendarDate, snapshot: CalendarDate): boolean {
  return quarterOf(date) > quarterOf(snapshot);
}

/** What else may make pairs with therapy: an office or other visit of a physician (evaluation and management). */
export function isVisitCode(code: string): boolean {
  return /^99[2-4]\d\d$/.test(code);
}

/** Of the codes that the rules on pairs look at. */
export function isInPairs(code: string, procedure: Procedure | undefined): boolean {
  return procedure !== undefined || isVisitCode(code);
}

/** What is never paid by itself is said by the rules on codes. On claims of institutions the fee schedule's status says less. */
export function isPaidByItself(line: ServiceLine, context: Context): boolean {
  if (context.claim.kind === "institutional") return true;
  const status = context.procedure(line)?.medicareStatus;
  return status !== "B" && status !== "I" && status !== "N";
}

/** The line is of one day only, as far as it says. */
export function isOfOneDay({ dateOfService, dateThrough }: ServiceLine): boolean {
  return dateThrough === undefined || dateThrough.value === dateOfService?.value;
}

/** Hospital departments, critical access hospitals among them: the limits for hospitals are checked on these bill types only. */
export function isHospitalOutpatient(claim: Claim): boolean {
  return /^0?(?:13|14|85)/.test(claim.typeOfBill?.value ?? "");
}

function quarterOf(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3);
}
