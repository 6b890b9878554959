import type { Change } from "../../model/change.ts";
import type { ServiceLine } from "../../model/claim.ts";
import { hasAddOn, unitsInWords } from "../../model/units.ts";
import type { Context } from "../context.ts";
import type { OfferedFix } from "../rule.ts";
import type { BilledPool } from "./billed-units.ts";
import type { PooledService } from "./timed-pool.ts";

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
