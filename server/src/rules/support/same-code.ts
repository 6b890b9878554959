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
  if (visit === undefined || !isRepeated(line, visit, context)) return none;
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
  if (visit === undefined || !isRepeated(line, visit, context)) return none;
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
  const seen = new Set<string>();
  let repeated: Set<string> | undefined;
  const look = ({ procedure: { value } }: ServiceLine): void => {
    if (seen.has(value)) (repeated ??= new Set()).add(value);
    else seen.add(value);
  };
  for (const line of ownLines) look(line);
  for (const dated of otherLines) look(dated.line);
  return repeated ?? noCodes;
}

function areOfTwoPeople(first: ServiceLine, second: ServiceLine, { claim }: Context): boolean {
  const credential = first.clinician?.value.credential;
  const other = second.clinician?.value.credential;
  return renderingNpi(first, claim) !== renderingNpi(second, claim) || credential !== other;
}
