import type { ServiceLine } from "../../model/claim.ts";
import { type TimedService, boundsOf, unitsOf } from "../../model/units.ts";
import type { Context } from "../context.ts";
import type { Severity } from "../rule.ts";
import { severityByPayer } from "./medicare.ts";
import { type PooledService, type TimedPool, poolOf, poolsOfClaim } from "./timed-pool.ts";

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

interface UnitsOfPool extends TimedPool {
  readonly services: readonly BilledService[];
  readonly billed: number;
}

/** A pool with the units that are billed for it. */
export interface BilledPool extends UnitsOfPool {
  readonly fault: Fault | undefined;
  /** The line that a finding about the whole pool is shown on. */
  readonly at: ServiceLine | undefined;
}

/** Undefined where the pool or its units are not known. */
export function billedPoolOf(line: ServiceLine, context: Context): BilledPool | undefined {
  const pool = poolOf(line, context);
  if (pool === undefined) return undefined;
  return context.once(billedPools).get(pool);
}

/** The pool, where it has the fault and the line is the one to show it on. */
export function faultyPoolAt(line: ServiceLine, fault: Fault, context: Context): BilledPool | undefined {
  const pool = billedPoolOf(line, context);
  return pool?.fault === fault && pool.at === line ? pool : undefined;
}

/** The 8-minute rule is Medicare's text; its plans follow it; of all others it is only usual how they count. */
export function severityOfCounting(context: Context): Severity {
  const { unitCounting } = context.payer;
  return severityByPayer(context, "error", unitCounting === "eight-minute-rule" ? "warning" : "information");
}

/** What all services would have if each were counted by itself. */
export function midpointUnits(services: readonly TimedService[]): number {
  return services.reduce((sum, { minutes }) => sum + unitsOf(minutes), 0);
}

/** Without those whose units are not known. */
function billedPools(context: Context): ReadonlyMap<TimedPool, BilledPool> {
  const pools = new Map<TimedPool, BilledPool>();
  for (const pool of new Set(context.once(poolsOfClaim).values())) {
    const billed = readBilled(pool, context);
    if (billed !== undefined) pools.set(pool, billed);
  }
  return pools;
}

function readBilled({ services, allotment }: TimedPool, context: Context): BilledPool | undefined {
  if (!services.every(isBilled)) return undefined;
  const billed = services.reduce((sum, service) => sum + service.billed, 0);
  const units = { services, allotment, billed };
  const fault = faultOf(units, context.payer.unitCounting);
  return { services, allotment, billed, fault, at: fault && lineToShow(units, fault) };
}

function isBilled(service: PooledService): service is BilledService {
  return service.billed !== undefined;
}

function faultOf(pool: UnitsOfPool, counting: Context["payer"]["unitCounting"]): Fault | undefined {
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

function pooledFault({ services, allotment, billed }: UnitsOfPool): Fault | undefined {
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
function lineToShow({ services, allotment }: UnitsOfPool, fault: Fault): ServiceLine | undefined {
  if (fault === "under-8" || fault === "not-midpoint") return services[0]?.lines[0];
  const distance = ({ code, billed }: BilledService): number => {
    const { least, most } = boundsOf(code, allotment);
    return fault === "below" ? least + most - 2 * billed : 2 * billed - least - most;
  };
  const [furthest] = [...services].reverse().sort((one, other) => distance(other) - distance(one));
  return furthest?.lines.at(-1);
}
