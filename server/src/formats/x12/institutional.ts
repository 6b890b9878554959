import type { Claim, Occurrence } from "../../model/claim.ts";
import type { Problem } from "../../model/problem.ts";
import { fieldOf } from "../../text/span.ts";
import type { ClaimSegments } from "./claim-segments.ts";
import { type Segment, componentsOf, isText } from "./segment.ts";
import { elementsOfService } from "./service-elements.ts";
import { problemAt } from "./value-problems.ts";
import { readDate, readLastDate, readUpperCase, textAt } from "./values.ts";

/** Where the services of a claim were given: a place of service, or what an institution says instead. */
export type Setting = Pick<Claim, "placeOfService" | "typeOfBill" | "statementPeriod" | "occurrences">;

/** Reads the setting of an institutional claim: its type of bill, its period and its occurrences. */
export function readInstitution(
  clm: Segment,
  { statement, codes }: Pick<ClaimSegments, "statement" | "codes">,
  problems: Problem[],
): Setting {
  return {
    placeOfService: undefined,
    typeOfBill: readTypeOfBill(clm, problems),
    statementPeriod: readStatementPeriod(statement),
    occurrences: readOccurrences(codes),
  };
}

/** Revenue code 0001, which some write behind the lines, is the claim's total and no service. */
export function isTotalLine(service: Segment): boolean {
  const { revenueCode } = elementsOfService(service);
  return revenueCode !== undefined && (service.has(revenueCode, "0001") || service.has(revenueCode, "001"));
}

/**
 * The type of bill: `131` of `13:A:1`. Two components hold it, so its span begins with the first and ends with the frequency, and takes
 * in what stands between them. Without a frequency it is the two digits alone.
 */
function readTypeOfBill(clm: Segment, problems: Problem[]): Claim["typeOfBill"] {
  const { part } = clm;
  const [facility, kind, frequency] = componentsOf(part, clm.element(5), 3);
  if (facility === undefined || facility.start === facility.end) return undefined;
  const digits = textAt(part, facility);
  if (!/^0?\d\d$/.test(digits)) {
    // Longer text is a composite that is cut otherwise than ISA16 says, which a service line tells.
    if (digits.length > 3) return undefined;
    const message = "CLM05-1 does not hold the first two digits of a type of bill, such as 13";
    problems.push(problemAt("unreadable-cell", part, facility, message));
    return undefined;
  }
  if (kind !== undefined && isText(part, kind, "B")) {
    const message = "CLM05-2 says B, for a place of service; an institution's claim has a type of bill, A";
    problems.push(problemAt("unreadable-cell", part, kind, message));
    return undefined;
  }
  const last = readUpperCase(part, frequency);
  return fieldOf(part, facility.start, last?.end ?? facility.end, digits + (last?.value ?? ""));
}

/** DTP*434. One date alone is both ends, but where the segment announces two. */
function readStatementPeriod(dates: Segment | undefined): Claim["statementPeriod"] {
  const place = dates?.element(3);
  if (dates === undefined || place === undefined) return undefined;
  const from = readDate(dates.part, place)?.value;
  if (from === undefined) return undefined;
  const to = readLastDate(dates.part, place)?.value ?? (dates.has(2, "RD8") ? undefined : from);
  return fieldOf(dates.part, place.start, place.end, { from, to });
}

/** The codes of kind BH in any HI segment, each with the date that stands in the same composite. */
function readOccurrences(codes: readonly Segment[]): readonly Occurrence[] {
  return codes.flatMap((segment) => {
    const { part } = segment;
    return segment.elements(12).flatMap((element) => {
      const [qualifier, code, , date] = componentsOf(part, element, 4);
      if (qualifier === undefined || !isText(part, qualifier, "BH")) return [];
      const field = readUpperCase(part, code);
      return field === undefined ? [] : [{ ...field, date: readDate(part, date) }];
    });
  });
}
