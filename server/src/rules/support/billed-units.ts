import type { Change } from "../../model/change.ts";
import type { ServiceLine } from "../../model/claim.ts";
import { type TimedService, boundsOf, hasAddOn, unitsInWords, unitsOf } from "../../model/units.ts";
import type { Context } from "../context.ts";
import type { OfferedFix, Severity } from "../rule.ts";
import { type PooledService, type TimedPool, poolOf } from "./timed-pool.ts";

/**
 * What the units of a pool have wrong, by the payer's way of counting; the first that holds.
 * `under-8`: fewer than 8 minutes in all · `exceeds`: more units than the minutes allow; of a payer whose counting is not certain, than
 * either way allows · `wrong-code`: the pool's units, given to other services · `below`: fewer units than the minutes allow ·
 * `not-midpoint`: the payer counts each service by itself, and a service has other units.
 */
export type Fault = "under-8" | "exceeds" | "wrong-code" | "below" | "not-midpoint";

export interface BilledService extends PooledService {
  readonly billed: number;
}

/** A pool with the units that are billed for it. */
export interface BilledPool extends TimedPool {
  readonly services: readonly BilledService[];
  readonly billed: number;
  readonly fault: Fault | undefined;
  /** The line that a finding about the whole pool is shown on. */
  readonly at: ServiceLine | undefined;
}

/** Undefined where the pool or its units are not known. */
export function billedPoolOf(line: ServiceLine, context: Context): BilledPool | undefined {
  const pool = poolOf(line, context);
  if (pool === undefined) return undefined;
  const known = billedPools.get(pool);
  if (known !== undefined) return known === unbilled ? undefined : known;
  const billed = readBilled(pool, context);
  billedPools.set(pool, billed ?? unbilled);
  return billed;
}

/** The pool, where it has the fault and the line is the one to show it on. */
export function faultyPoolAt(line: ServiceLine, fault: Fault, context: Context): BilledPool | undefined {
  const pool = billedPoolOf(line, context);
  return pool?.fault === fault && pool.at === line ? pool : undefined;
}

/** The 8-minute rule is Medicare's text; its plans follow it; of all others it is only usual how they count. */
export function severityOfCounting({ payer }: Context): Severity {
  if (payer.id === "medicare-b") return "error";
  return payer.unitCounting === "eight-minute-rule" ? "warning" : "information";
}

/** What all services would have if each were counted by itself. */
export function midpointUnits(services: readonly TimedService[]): number {
  return services.reduce((sum, { minutes }) => sum + unitsOf(minutes), 0);
}

/**
 * The units set to those of the one right allocation. None where more than one is right, where a line would go, where two lines
 * share a service or stand on another claim, and where the payer's way of counting is only usual.
 */
export function repairsOf(pool: BilledPool, context: Context): readonly OfferedFix[] {
  if (context.payer.unitCounting !== "eight-minute-rule" || pool.allotment.open > 0) return [];
  const steps: Step[] = [];
  for (const service of pool.services) {
    const to = pool.allotment.sure.get(service.code) ?? 0;
    if (to === service.billed) continue;
    const line = onlyLineOf(service, context);
    if (line === undefined || to < 1) return [];
    steps.push({ line, by: to - service.billed, to });
  }
  // Raising a service while the visit is over is no mere correction of a slip.
  if (pool.fault === "exceeds" && steps.some(({ by }) => by > 0)) return [];
  const changes = steps.map(({ line, to }): Change => ({ kind: "units", line, to }));
  return [{ title: titleOf(steps), safety: "review", changes, attests: recordShows }];
}

const billedPools = new WeakMap<TimedPool, BilledPool | typeof unbilled>();
const unbilled = Symbol("no units");

function readBilled(pool: TimedPool, context: Context): BilledPool | undefined {
  const services: BilledService[] = [];
  for (const service of pool.services) {
    const { billed } = service;
    if (billed === undefined) return undefined;
    services.push({ ...service, billed });
  }
  const billed = services.reduce((sum, service) => sum + service.billed, 0);
  const judged = { ...pool, services, billed };
  const fault = faultOf(judged, context.payer.unitCounting);
  return { ...judged, fault, at: fault && lineToShow(judged, fault) };
}

type Judged = Omit<BilledPool, "fault" | "at">;

function faultOf(pool: Judged, counting: Context["payer"]["unitCounting"]): Fault | undefined {
  const { services, allotment, billed } = pool;
  if (allotment.units === 0) return "under-8";
  if (counting === "eight-minute-rule") return billed > allotment.units ? "exceeds" : pooledFault(pool);
  const byMidpoint = midpointUnits(services);
  if (billed > Math.max(allotment.units, byMidpoint)) return "exceeds";
  if (counting === "unknown" || services.every((service) => service.billed === unitsOf(service.minutes)))
    return undefined;
  const isBelow = billed < Math.min(allotment.units, byMidpoint);
  return isBelow && services.every((service) => service.billed <= unitsOf(service.minutes)) ? "below" : "not-midpoint";
}

function pooledFault({ services, allotment, billed }: Judged): Fault | undefined {
  let isOver = false;
  let isUnder = false;
  for (const service of services) {
    const { least, most } = boundsOf(service.code, allotment);
    isOver ||= service.billed > most;
    isUnder ||= service.billed < least;
  }
  if (billed < allotment.units) return isOver ? "wrong-code" : "below";
  return isOver || isUnder ? "wrong-code" : undefined;
}

/** Of the service that is furthest off in the fault's direction, the later one of equals, its last line. */
function lineToShow({ services, allotment }: Judged, fault: Fault): ServiceLine | undefined {
  if (fault === "under-8" || fault === "not-midpoint") return services[0]?.lines[0];
  const distance = ({ code, billed }: BilledService): number => {
    const { least, most } = boundsOf(code, allotment);
    return fault === "below" ? least + most - 2 * billed : 2 * billed - least - most;
  };
  const [furthest] = [...services].reverse().sort((one, other) => distance(other) - distance(one));
  return furthest?.lines.at(-1);
}

interface Step {
  readonly line: ServiceLine;
  readonly by: number;
  readonly to: number;
}

const recordShows =
  "The record shows these minutes as one-to-one treatment; the charges stay as they are and may have to follow the units.";

/** Undefined where the service stands on several lines or on another claim, or may take a second line for its add-on. */
function onlyLineOf({ code, lines }: PooledService, { claim }: Context): ServiceLine | undefined {
  const [line, second] = lines;
  const isOnly = line !== undefined && second === undefined && !hasAddOn(code) && claim.serviceLines.includes(line);
  return isOnly ? line : undefined;
}

function titleOf(steps: readonly Step[]): string {
  const [first, second] = steps;
  const codeOf = (step: Step | undefined): string => step?.line.procedure.value ?? "";
  const [from, to] = (first?.by ?? 0) < 0 ? [first, second] : [second, first];
  if (steps.length === 2 && from !== undefined && from.by === -(to?.by ?? 0)) {
    return `Move ${unitsInWords(-from.by)} from ${codeOf(from)} to ${codeOf(to)}`;
  }
  return `Set ${steps.map((step) => `${codeOf(step)} to ${unitsInWords(step.to)}`).join(", ")}`;
}
