import type { ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import { type CodePair, holdsAt } from "../../model/tables.ts";
import { hasNotice } from "../../model/used-amount.ts";
import type { Visit } from "../../model/visit.ts";
import type { Context } from "../context.ts";
import { isCriticalAccessHospital, isOutsidePartBTherapy } from "./bill-type.ts";
import { isVisitCode, mayBePaidByItself, takesEdits } from "./edit-table.ts";
import { none } from "./none.ts";
import { pairsByPartner } from "./pairs-by-partner.ts";
import { isCertainlyOneProvider, isOneProvider } from "./provider.ts";
import { opensPairs } from "./separate-service.ts";
import { isOfOneDay } from "./service-dates.ts";

/** Two service lines of one provider and day whose codes make a pair that is in force on that day. */
export interface PairOfLines {
  readonly pair: CodePair;
  readonly column1: ServiceLine;
  /** The one that is denied. */
  readonly column2: ServiceLine;
  /** A modifier on either line says that the services were separate. */
  readonly isOpened: boolean;
}

/** The pairs that a finding on the line speaks of: those that it is denied by, or opened on it where it is a visit. */
export function pairsShownOn(line: ServiceLine, context: Context): readonly PairOfLines[] {
  return context.once(pairsOfClaim).get(line) ?? none;
}

/** Whether the line is in a pair, by either column. */
export function isInPair(line: ServiceLine, context: Context): boolean {
  for (const pairs of context.once(pairsOfClaim).values()) {
    if (pairs.some(({ column1, column2 }) => column1 === line || column2 === line)) return true;
  }
  return false;
}

/** Where the pair's modifier belongs: 25 on the visit, 59 on the code that is denied. */
function lineToOpen({ pair, column1, column2 }: PairOfLines): ServiceLine {
  return pair.indicator === 1 && isVisitCode(column1.procedure.value) ? column1 : column2;
}

type PairsByLine = ReadonlyMap<ServiceLine, readonly PairOfLines[]>;

const noPairs: PairsByLine = new Map();

function pairsOfClaim(context: Context): PairsByLine {
  return isJudged(context) ? findPairs(context) : noPairs;
}

/** Critical access hospitals are outside the pairs' reach, as far as is known. */
function isJudged(context: Context): boolean {
  const { claim } = context;
  return takesEdits(context) && !isOutsidePartBTherapy(claim) && !isCriticalAccessHospital(claim);
}

function findPairs(context: Context): PairsByLine {
  const found = new Map<ServiceLine, PairOfLines[]>();
  const add = (pair: PairOfLines | undefined): void => {
    if (pair === undefined) return;
    const line = lineToOpen(pair);
    const before = found.get(line);
    if (before === undefined) found.set(line, [pair]);
    else before.push(pair);
  };
  for (const visit of context.visits) findPairsOfVisit(visit, context, add);
  return found;
}

function findPairsOfVisit(
  { date, ownLines, otherLines }: Visit,
  context: Context,
  add: (pair: PairOfLines | undefined) => void,
): void {
  if (ownLines.length + otherLines.length < 2) return;
  for (const [place, line] of ownLines.entries()) {
    const partners = pairsByPartner(line, context);
    if (partners.size === 0) continue;
    for (let earlier = 0; earlier < place; earlier++) {
      const other = ownLines[earlier];
      if (other === undefined) continue;
      const pair = pairInForce(partners.get(other.procedure.value), date);
      if (pair !== undefined && isOneProvider(other, line, context)) add(pairOfLines(pair, other, line, context));
    }
    for (const dated of otherLines) {
      const pair = pairInForce(partners.get(dated.line.procedure.value), date);
      if (pair === undefined || !isCertainlyOneProvider(line, dated, context)) continue;
      add(pairOfLines(pair, line, dated.line, context));
    }
  }
}

/** One that is in force for certain, and that CMS judges. */
function pairInForce(pairs: readonly CodePair[] | undefined, date: CalendarDate): CodePair | undefined {
  return pairs?.find(({ inForce, indicator }) => indicator !== 9 && inForce !== null && holdsAt(inForce, date));
}

/** Undefined where one of the lines expects no payment, or where neither code is of the therapy table. */
function pairOfLines(
  pair: CodePair,
  first: ServiceLine,
  second: ServiceLine,
  context: Context,
): PairOfLines | undefined {
  const [column1, column2] = first.procedure.value === pair.column1 ? [first, second] : [second, first];
  if (context.procedure(column1) === undefined && context.procedure(column2) === undefined) return undefined;
  if (hasNotice(column1) || hasNotice(column2)) return undefined;
  if (!isOfOneDay(column1) || !isOfOneDay(column2) || !mayBePaidByItself(column2, context)) return undefined;
  return { pair, column1, column2, isOpened: opensPairs(column1) || opensPairs(column2) };
}
