import type { ServiceLine } from "../../model/claim.ts";
import type { Visit } from "../../model/visit.ts";
import type { Context } from "../context.ts";
import { none } from "./none.ts";
import { isCertainlyOneProvider, isOneProvider, renderingNpi } from "./provider.ts";

/**
 * One provider's lines of the line's code and date, in their order, the line among them; also those of other claims. None where the
 * code stands on no other line.
 */
export function linesOfCode(line: ServiceLine, context: Context): readonly ServiceLine[] {
  const visit = context.visitOf(line);
  return visit !== undefined && isRepeated(line, visit, context) ? findLinesOfCode(line, visit, context) : none;
}

function findLinesOfCode(line: ServiceLine, visit: Visit, context: Context): readonly ServiceLine[] {
  const isOfProvider = (other: ServiceLine): boolean => other === line || isOneProvider(line, other, context);
  const code = line.procedure.value;
  if (!visit.otherLines.some((dated) => dated.line.procedure.value === code))
    return visit.ownLines.filter((other) => other.procedure.value === code && isOfProvider(other));
  return context
    .linesWith([code], visit.date, visit.date)
    .filter((dated) =>
      dated.claim === context.claim ? isOfProvider(dated.line) : isCertainlyOneProvider(line, dated, context),
    )
    .map((dated) => dated.line);
}

/** The claim's lines of the line's code and date that stand before it, unless another practitioner is named on them. */
export function earlierLinesOfCode(line: ServiceLine, context: Context): readonly ServiceLine[] {
  const visit = context.visitOf(line);
  return visit !== undefined && isRepeated(line, visit, context) ? findEarlierLines(line, visit, context) : none;
}

function findEarlierLines(line: ServiceLine, visit: Visit, context: Context): readonly ServiceLine[] {
  const earlier = visit.ownLines.slice(0, visit.ownLines.indexOf(line));
  return earlier.filter(
    (other) => other.procedure.value === line.procedure.value && !areOfTwoPeople(line, other, context),
  );
}

function isRepeated(line: ServiceLine, visit: Visit, context: Context): boolean {
  const repeated = context.once(repeatedCodes);
  return repeated.size > 0 && repeated.get(visit)?.has(line.procedure.value) === true;
}

/** The codes that stand on more than one line of a visit; only of visits that have some, and few have. */
function repeatedCodes({ visits }: Context): ReadonlyMap<Visit, ReadonlySet<string>> {
  let repeated: Map<Visit, ReadonlySet<string>> | undefined;
  for (const visit of visits) {
    const codes = findRepeated(visit);
    if (codes.size > 0) (repeated ??= new Map()).set(visit, codes);
  }
  return repeated ?? noVisits;
}

const noCodes: ReadonlySet<string> = new Set();
const noVisits: ReadonlyMap<Visit, ReadonlySet<string>> = new Map();

function findRepeated({ ownLines, otherLines }: Visit): ReadonlySet<string> {
  if (ownLines.length + otherLines.length < 2) return noCodes;
  const codes = ownLines.map(codeOf);
  for (const { line } of otherLines) codes.push(codeOf(line));
  // Few are compared with one another: most visits are of different codes.
  if (codes.length <= 8 && codes.every(isFirstAmong)) return noCodes;
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const code of codes) (seen.has(code) ? repeated : seen).add(code);
  return repeated;
}

function codeOf({ procedure }: ServiceLine): string {
  return procedure.value;
}

function isFirstAmong(code: string, place: number, codes: readonly string[]): boolean {
  return codes.indexOf(code) === place;
}

function areOfTwoPeople(first: ServiceLine, second: ServiceLine, { claim }: Context): boolean {
  const credential = first.clinician?.value.credential;
  const other = second.clinician?.value.credential;
  return renderingNpi(first, claim) !== renderingNpi(second, claim) || credential !== other;
}
