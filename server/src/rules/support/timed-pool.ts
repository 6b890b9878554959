import { type Claim, type ServiceLine, clinicianOf, planModifiersOf } from "../../model/claim.ts";
import { type Discipline, disciplineOfPlan } from "../../model/discipline.ts";
import type { Procedure } from "../../model/tables.ts";
import { type Allotment, type TimedService, allot, serviceOf } from "../../model/units.ts";
import type { DatedLine, Visit } from "../../model/visit.ts";
import type { Context } from "../context.ts";
import { isOutsidePartBTherapy } from "./bill-type.ts";
import { isSameBilling, isSamePayer } from "./provider.ts";
import { isOfOneDay } from "./service-dates.ts";

/** The 15-minute services that one discipline gave one patient on one day, each with all its minutes. */
export interface TimedPool {
  readonly services: readonly PooledService[];
  readonly allotment: Allotment;
}

export interface PooledService extends TimedService {
  /** By place; of this claim, and of others of the same provider and payer. */
  readonly lines: readonly ServiceLine[];
  /** Undefined where a line bills no whole number of units from 1. */
  readonly billed: number | undefined;
}

/** For `codes` of a rule: the code's minutes count in 15-minute units. */
export function isPooled(_code: string, procedure: Procedure | undefined): boolean {
  return procedure?.timing.kind === "timed" && procedure.timing.inPool;
}

/**
 * The pool that the line belongs to. Undefined where it can't be known for sure: a line without minutes, of an unknown discipline,
 * over several dates, or on another claim that may be another provider's or the same service once more.
 */
export function poolOf(line: ServiceLine, context: Context): TimedPool | undefined {
  if (line.minutes.length === 0 || line.dateOfService === undefined) return undefined;
  return context.once(poolsOfClaim).get(line);
}

/**
 * All minutes of the line, whoever treated. Undefined where none are stated, where 0 stands for none, and where a total stands beside
 * other minutes that do not add up to it.
 */
export function minutesOf({ minutes }: ServiceLine): number | undefined {
  let total: number | undefined;
  let byClinicians: number | undefined;
  for (const { value, clinician } of minutes) {
    if (!(value >= 0)) return undefined;
    if (clinician !== undefined) byClinicians = (byClinicians ?? 0) + value;
    else if (total !== undefined && total !== value) return undefined;
    else total = value;
  }
  if (total !== undefined && byClinicians !== undefined && total !== byClinicians) return undefined;
  const sum = total ?? byClinicians;
  return sum === 0 ? undefined : sum;
}

/** The line's units where they are a whole number from 1. */
export function wholeUnitsOf({ units }: ServiceLine): number | undefined {
  return units !== undefined && units.value > 0 && Number.isInteger(units.value) ? units.value : undefined;
}

type Pools = ReadonlyMap<ServiceLine, TimedPool>;

interface PooledLine {
  readonly line: ServiceLine;
  readonly discipline: Discipline | undefined;
}

/** The pools of all visits of the claim. */
export function poolsOfClaim(context: Context): Pools {
  const pools = new Map<ServiceLine, TimedPool>();
  if (isOutsidePartBTherapy(context.claim)) return pools;
  const isOfPool = (line: ServiceLine): boolean => isPooled(line.procedure.value, context.procedure(line));
  if (context.claim.serviceLines.some((line) => line.dateOfService === undefined && isOfPool(line))) return pools;
  for (const visit of context.visits) {
    for (const group of groupsOf(pooledLines(visit, isOfPool, context) ?? [], context)) {
      const pool = readPool(group);
      if (pool !== undefined) for (const line of group) pools.set(line, pool);
    }
  }
  return pools;
}

/** The lines of each discipline; none where a line of it may be another's. */
function groupsOf(lines: readonly PooledLine[], context: Context): readonly (readonly ServiceLine[])[] {
  const groups = new Map<Discipline | undefined, ServiceLine[]>();
  for (const { line, discipline } of lines) {
    const group = groups.get(discipline);
    if (group === undefined) groups.set(discipline, [line]);
    else group.push(line);
  }
  return groups.has(undefined) && !isOneDiscipline(groups, context) ? [] : [...groups.values()];
}

/** Where no line tells its discipline. A payer that counts each code by itself asks for none, and of one line it makes no difference. */
function isOneDiscipline(groups: ReadonlyMap<unknown, readonly ServiceLine[]>, { payer }: Context): boolean {
  const [lines = []] = groups.values();
  return groups.size === 1 && (lines.length === 1 || payer.unitCounting === "rule-of-eights");
}

/** In the order of their places; undefined where it is not certain which lines make the visit. */
function pooledLines(
  visit: Visit,
  isOfPool: (line: ServiceLine) => boolean,
  context: Context,
): readonly PooledLine[] | undefined {
  const own: PooledLine[] = [];
  for (const line of visit.ownLines) {
    if (!isOfPool(line)) continue;
    if (!isOfOneDay(line)) return undefined;
    own.push({ line, discipline: context.disciplineOf(line) });
  }
  const others = visit.otherLines.filter(({ line }) => isOfPool(line));
  return others.length === 0 ? own : withOthers(visit, own, others, context);
}

/** With the other claims' lines of the same disciplines; each claim of the visit sees the same lines in the same order. */
function withOthers(
  { date }: Visit,
  own: readonly PooledLine[],
  others: readonly DatedLine[],
  context: Context,
): readonly PooledLine[] | undefined {
  const disciplines = new Set(own.map(({ discipline }) => discipline));
  const joined = [...own];
  for (const { claim, line } of others) {
    const discipline = statedDiscipline(line, claim);
    if (discipline !== undefined && !disciplines.has(discipline)) continue;
    const isShared = isSharedWith(context.claim, claim);
    if (isShared === false) continue;
    if (isShared === undefined || !isOfOneDay(line) || own.some((one) => isSame(one.line, line))) return undefined;
    joined.push({ line, discipline });
  }
  if (joined.length === own.length) return own;
  // Sorted, so that each of the claims asks the same and shows a finding about all of them on the same line.
  const codes = [...new Set(joined.map(({ line }) => line.procedure.value))].sort();
  const order = context.linesWith(codes, date, date).map(({ line }) => line);
  return joined.sort((one, other) => order.indexOf(one.line) - order.indexOf(other.line));
}

/** Undefined where a line states no minutes. */
function readPool(lines: readonly ServiceLine[]): TimedPool | undefined {
  const byService = new Map<
    string,
    { code: string; minutes: number; lines: ServiceLine[]; billed: number | undefined }
  >();
  for (const line of lines) {
    const minutes = minutesOf(line);
    if (minutes === undefined) return undefined;
    const code = serviceOf(line.procedure.value);
    const units = wholeUnitsOf(line);
    const service = byService.get(code);
    if (service === undefined) {
      byService.set(code, { code, minutes, lines: [line], billed: units });
      continue;
    }
    service.minutes += minutes;
    service.lines.push(line);
    service.billed = service.billed === undefined || units === undefined ? undefined : service.billed + units;
  }
  const services = [...byService.values()];
  return { services, allotment: allot(services) };
}

/** What the line itself states, on whatever claim. No 15-minute code is locked to a discipline. */
function statedDiscipline(line: ServiceLine, claim: Claim): Discipline | undefined {
  const [plan, ...others] = planModifiersOf(line);
  if (plan === undefined) return clinicianOf(line, claim)?.value.discipline;
  return others.every(({ value }) => value === plan.value) ? disciplineOfPlan(plan.value) : undefined;
}

/** Undefined where only one of the two names its billing provider. */
function isSharedWith(own: Claim, other: Claim): boolean | undefined {
  return isOutsidePartBTherapy(other) || !isSamePayer(own.payer, other.payer) ? false : isSameBilling(own, other);
}

/** Likely one service on two claims: a copy, or a resubmission that does not say so. */
function isSame(own: ServiceLine, other: ServiceLine): boolean {
  return own.procedure.value === other.procedure.value && minutesOf(own) === minutesOf(other);
}
