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
  const found: PairOfLines[] = [];
  for (const visit of context.visits) findPairsOfVisit(visit, context, found);
  return found.length === 0 ? noPairs : groupByLine(found);
}

function groupByLine(pairs: readonly PairOfLines[]): PairsByLine {
  const byLine = new Map<ServiceLine, PairOfLines[]>();
  for (const pair of pairs) {
    const line = lineToOpen(pair);
    const before = byLine.get(line);
    if (before === undefined) byLine.set(line, [pair]);
    else before.push(pair);
  }
  return byLine;
}

function findPairsOfVisit({ date, ownLines, otherLines }: Visit, context: Context, found: PairOfLines[]): void {
  if (ownLines.length + otherLines.length < 2) return;
  for (const line of ownLines) {
    const partners = pairsByPartner(line, context);
    if (partners.size === 0) continue;
    for (const other of ownLines) {
      if (other === line) break;
      const pair = pairInForce(partners.get(other.procedure.value), date);
      if (pair !== undefined && isOneProvider(other, line, context)) addPair(pair, [other, line], context, found);
    }
    for (const dated of otherLines) {
      const pair = pairInForce(partners.get(dated.line.procedure.value), date);
      if (pair === undefined || !isCertainlyOneProvider(line, dated, context)) continue;
      addPair(pair, [line, dated.line], context, found);
    }
  }
}

/** One that is in force for certain, and that CMS judges. */
function pairInForce(pairs: readonly CodePair[] = none, date: CalendarDate): CodePair | undefined {
  for (const pair of pairs) {
    if (pair.indicator !== 9 && pair.inForce !== null && holdsAt(pair.inForce, date)) return pair;
  }
  return undefined;
}

/** Not where one of the lines expects no payment, or where neither code is of the therapy table. */
function addPair(
  pair: CodePair,
  [first, second]: readonly [ServiceLine, ServiceLine],
  context: Context,
  found: PairOfLines[],
): void {
  const [column1, column2] = first.procedure.value === pair.column1 ? [first, second] : [second, first];
  if (context.procedure(column1) === undefined && context.procedure(column2) === undefined) return;
  if (hasNotice(column1) || hasNotice(column2)) return;
  if (!isOfOneDay(column1) || !isOfOneDay(column2) || !mayBePaidByItself(column2, context)) return;
  found.push({ pair, column1, column2, isOpened: opensPairs(column1) || opensPairs(column2) });
}
