import type { Claim, Occurrence } from "../../model/claim.ts";
import type { Problem } from "../../model/problem.ts";
import { fieldOf } from "../../text/span.ts";
import { found } from "./place.ts";
import type { Segment } from "./segment.ts";
import { elementsOfService } from "./service-elements.ts";
import { problemAt } from "./value-problems.ts";
import { readDate, readLastDate, readText, readUpperCase, textOf } from "./values.ts";

/** Revenue code 0001, which some write behind the lines, is the claim's total and no service. */
export function isTotalLine(service: Segment): boolean {
  const { revenueCode } = elementsOfService(service);
  return revenueCode !== undefined && (service.has(revenueCode, "0001") || service.has(revenueCode, "001"));
}

/**
 * The type of bill: `131` of `13:A:1`. Two components hold it, so its span begins with the first and ends with the frequency, and takes
 * in what stands between them. Without a frequency it is the two digits alone.
 */
export function readTypeOfBill(clm: Segment, problems: Problem[]): Claim["typeOfBill"] {
  const { part } = clm;
  const facility = readText(clm, 5, 1);
  if (facility === undefined) return undefined;
  const digits = facility.value;
  if (!/^0?\d\d$/.test(digits)) {
    // Longer text is a composite that is cut otherwise than ISA16 says, which a service line tells.
    if (digits.length > 3) return undefined;
    const message = "CLM05-1 does not hold the first two digits of a type of bill, such as 13";
    problems.push(problemAt("unreadable-cell", part, facility, message));
    return undefined;
  }
  if (textOf(clm, 5, 2) === "B") {
    const message = "CLM05-2 says B, for a place of service; an institution's claim has a type of bill, A";
    problems.push(problemAt("unreadable-cell", part, found, message));
    return undefined;
  }
  const last = readUpperCase(clm, 5, 3);
  return fieldOf(part, facility.start, last?.end ?? facility.end, digits + (last?.value ?? ""));
}

/** DTP*434. One date alone is both ends, but where the segment announces two. */
export function readStatementPeriod(dates: Segment): Claim["statementPeriod"] {
  const from = readDate(dates, 3)?.value;
  if (from === undefined) return undefined;
  const to = readLastDate(dates, 3)?.value ?? (dates.has(2, "RD8") ? undefined : from);
  const { start, end } = dates.element(3) ?? dates;
  return fieldOf(dates.part, start, end, { from, to });
}

/** The codes of kind BH in an HI segment, each with the date that stands in the same composite. */
export function readOccurrences(codes: Segment): readonly Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (let n = 1; n <= mostElements; n++) {
    const code = textOf(codes, n, 1) === "BH" ? readUpperCase(codes, n, 2) : undefined;
    if (code !== undefined) occurrences.push({ ...code, date: readDate(codes, n, 4) });
  }
  return occurrences;
}

/** Of one HI segment. */
const mostElements = 12;
