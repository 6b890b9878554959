import type { Claim, ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import { type CodePair, holdsAt } from "../../model/tables.ts";
import { hasNotice } from "../../model/used-amount.ts";
import type { Visit } from "../../model/visit.ts";
import type { Context } from "../context.ts";
import { isCriticalAccessHospital, isOutsidePartBTherapy } from "./bill-type.ts";
import { isInPairs, isPaidByItself, isVisitCode, takesEdits } from "./edit-table.ts";
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
  return pairsOfClaim(context).get(line) ?? none;
}

/** The pairs that the line is in, by either column. */
export function pairsWithLine(line: ServiceLine, context: Context): readonly PairOfLines[] {
  return [...pairsOfClaim(context).values()]
    .flat()
    .filter(({ column1, column2 }) => column1 === line || column2 === line);
}

/** Where the pair's modifier belongs: 25 on the visit, 59 on the code that is denied. */
export function lineToOpen({ pair, column1, column2 }: PairOfLines): ServiceLine {
  return pair.indicator === 1 && isVisitCode(column1.procedure.value) ? column1 : column2;
}

type PairsByLine = ReadonlyMap<ServiceLine, readonly PairOfLines[]>;

const none: readonly never[] = [];
const noPairs: PairsByLine = new Map();

/** Three rules ask; a context lives as long as one check of one claim. */
const known = new WeakMap<Context, PairsByLine>();

function pairsOfClaim(context: Context): PairsByLine {
  let pairs = known.get(context);
  if (pairs === undefined) {
    pairs = isJudged(context) ? findPairs(context) : noPairs;
    known.set(context, pairs);
  }
  return pairs;
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
    const partners = partnersOf(line, context);
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

/** A code's pairs, by the other code. */
type Partners = ReadonlyMap<string, readonly CodePair[]>;

const noPartners: Partners = new Map();

/** A table is looked through once for each code: almost every line has none of its partners on its day. */
const partnersByTable = new WeakMap<Context["pairTable"], Record<Claim["kind"], Map<string, Partners>>>();

function partnersOf({ procedure: { value: code } }: ServiceLine, context: Context): Partners {
  const { pairTable, claim } = context;
  const byKind = partnersByTable.get(pairTable) ?? noneYet();
  partnersByTable.set(pairTable, byKind);
  const byCode = byKind[claim.kind];
  let partners = byCode.get(code);
  if (partners === undefined) {
    if (!isInPairs(code, context.procedureOf(code))) return noPartners;
    partners = groupByPartner(code, context.pairsWith(code));
    byCode.set(code, partners);
  }
  return partners;
}

function noneYet(): Record<Claim["kind"], Map<string, Partners>> {
  return { professional: new Map<string, Partners>(), institutional: new Map<string, Partners>() };
}

function groupByPartner(code: string, pairs: readonly CodePair[]): Partners {
  const partners = new Map<string, CodePair[]>();
  for (const pair of pairs) {
    const partner = pair.column1 === code ? pair.column2 : pair.column1;
    const before = partners.get(partner);
    if (before === undefined) partners.set(partner, [pair]);
    else before.push(pair);
  }
  return partners;
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
  if (!isOfOneDay(column1) || !isOfOneDay(column2) || !isPaidByItself(column2, context)) return undefined;
  return { pair, column1, column2, isOpened: opensPairs(column1) || opensPairs(column2) };
}
