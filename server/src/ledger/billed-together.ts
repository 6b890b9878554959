import { groupBy } from "./compare.ts";
import { keyOf } from "./equals.ts";
import { type Service, leadOf } from "./services.ts";
import type { Teller } from "./source.ts";

/**
 * Superbill lines that were sent as fewer lines of as many units together, and decided so: what the payer allowed is for all of them. The
 * lines that found no sent line of their own then belong to those that did, and are no services.
 */
export function joinBilledTogether(services: readonly Service[]): readonly Service[] {
  if (!services.some(({ sent, decisions }) => sent !== undefined && decisions.length > 0)) return services;
  const joined = new Set<Service>();
  for (const equals of groupBy(services, keyWithBucket).values()) {
    const sent = equals.filter((service) => service.sent !== undefined);
    const alone = equals.filter((service) => service.sent === undefined && service.noted !== undefined);
    const [first] = sent;
    if (first === undefined || alone.length === 0 || !sent.every(({ decisions }) => decisions.length > 0)) continue;
    const units = unitsOf(sent.map((service) => service.sent));
    const noted = unitsOf(equals.flatMap((service) => service.noted ?? []));
    if (units === undefined || units !== noted) continue;
    first.tellers = [...first.tellers, ...alone.flatMap(({ tellers }) => tellers)];
    for (const service of alone) joined.add(service);
  }
  return joined.size === 0 ? services : services.filter((service) => !joined.has(service));
}

function keyWithBucket(service: Service): string {
  return `${keyOf(service)} ${leadOf(service)?.line.bucket ?? ""}`;
}

/** Undefined where some line does not tell. */
function unitsOf(tellers: readonly (Teller | undefined)[]): number | undefined {
  let sum = 0;
  for (const teller of tellers) {
    const units = teller?.line.units;
    if (units === undefined) return undefined;
    sum += units;
  }
  return sum;
}
