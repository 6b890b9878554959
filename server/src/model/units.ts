/**
 * How minutes of 15-minute services become billed units.
 *
 * Medicare adds the minutes of one patient, day and discipline up, and the sum allows so many units (the 8-minute rule: Medicare
 * Claims Processing Manual, chapter 5, section 20.2.C). Each service first takes a unit for every whole quarter of an hour it had;
 * the units left go, one each, to the services with most minutes left, and where those are equal the biller chooses. The AMA's
 * midpoint rule counts each service by itself. Untimed codes, and timed codes of other lengths, take no part in either.
 */

/** The minutes that a 15-minute service had on one day in one discipline: one code, or a base code with its add-on. */
export interface TimedService {
  /** The code; of a base and its add-on the base's. */
  readonly code: string;
  /** From 0; all clinicians together. */
  readonly minutes: number;
}

/** Units by the service's code. A service that is not in it has none. */
export type Allocation = ReadonlyMap<string, number>;

/** Every right allocation of a pool at once. */
export interface Allotment {
  readonly minutes: number;
  /** What the minutes together allow. */
  readonly units: number;
  /** What each service has in every right allocation, also where that is 0. */
  readonly sure: Allocation;
  /** How many of the `tied` services take one unit more: whichever the biller picks. 0 where nothing is tied. */
  readonly open: number;
  readonly tied: readonly string[];
}

/** An add-on for further quarters of an hour, and the base that takes the first; minutes of both are often written on the base. */
const baseByAddOn: ReadonlyMap<string, string> = new Map([
  ["97130", "97129"],
  ["90913", "90912"],
]);

const bases: ReadonlySet<string> = new Set(baseByAddOn.values());

/** The code under which a code's minutes are counted. */
export function serviceOf(code: string): string {
  return baseByAddOn.get(code) ?? code;
}

/** Whether the code's further quarters of an hour have a code of their own. */
export function hasAddOn(code: string): boolean {
  return bases.has(code);
}

/** 8 to 22 minutes are 1 unit, 23 to 37 are 2, and so on: of the sum at Medicare, of each service by itself for the AMA. */
export function unitsOf(minutes: number): number {
  return minutes < 8 ? 0 : Math.floor((minutes + 7) / 15);
}

/** What the minutes of a pool allow, and who takes it. Each service is named once, with all its minutes. */
export function allot(services: readonly TimedService[]): Allotment {
  const minutes = sumOf(services);
  const units = unitsOf(minutes);
  const sure = new Map(services.map((service) => [service.code, wholeQuarters(service)]));
  const left = units - services.reduce((sum, service) => sum + wholeQuarters(service), 0);
  if (left === 0) return { minutes, units, sure, open: 0, tied: none };
  // Less than 15 are left of each, so the sum never allows more units than services have minutes left: none takes two.
  const byRest = services.filter((service) => restOf(service) > 0).sort((one, other) => restOf(other) - restOf(one));
  const last = byRest[left - 1];
  if (last === undefined) return { minutes, units, sure, open: 0, tied: none };
  const ahead = byRest.filter((service) => restOf(service) > restOf(last));
  const equal = byRest.filter((service) => restOf(service) === restOf(last));
  const open = left - ahead.length;
  const isTied = open < equal.length;
  for (const service of isTied ? ahead : [...ahead, ...equal]) sure.set(service.code, wholeQuarters(service) + 1);
  if (!isTied) return { minutes, units, sure, open: 0, tied: none };
  const tied = services.filter((service) => equal.includes(service)).map((service) => service.code);
  return { minutes, units, sure, open, tied };
}

const none: readonly never[] = [];

/** The least and the most that a right allocation gives the service. */
export function boundsOf(code: string, { sure, tied }: Allotment): { readonly least: number; readonly most: number } {
  const least = sure.get(code) ?? 0;
  return { least, most: tied.includes(code) ? least + 1 : least };
}

/** Every right allocation by the 8-minute rule, one by one: there may be many where many services are tied. */
export function* rightAllocations(services: readonly TimedService[]): Generator<Allocation> {
  const { sure, open, tied } = allot(services);
  for (const chosen of choices(tied, open)) {
    yield new Map([...sure].map(([code, units]) => [code, chosen.includes(code) ? units + 1 : units]));
  }
}

/** Whether the units are all that the minutes allow, and each service has its own of them. */
export function isRightAllocation(services: readonly TimedService[], billed: Allocation): boolean {
  const allotment = allot(services);
  const isOfPool = [...billed].every(([code, units]) => units === 0 || allotment.sure.has(code));
  let sum = 0;
  for (const { code } of services) {
    const units = billed.get(code) ?? 0;
    const { least, most } = boundsOf(code, allotment);
    if (units < least || units > most) return false;
    sum += units;
  }
  return isOfPool && sum === allotment.units;
}

/** `24 + 23 = 47 minutes → 3 units`. */
export function arithmeticOf(services: readonly TimedService[]): string {
  return `${sumInWords(services)} → ${unitsInWords(unitsOf(sumOf(services)))}`;
}

/** `24 + 23 = 47 minutes`; `24 minutes` of one service. */
export function sumInWords(services: readonly TimedService[]): string {
  const sum = minutesInWords(sumOf(services));
  return services.length < 2 ? sum : `${services.map(({ minutes }) => String(minutes)).join(" + ")} = ${sum}`;
}

/** `1 unit`, `2 units`. */
export function unitsInWords(units: number): string {
  return units === 1 ? "1 unit" : `${String(units)} units`;
}

/** `1 minute`, `24 minutes`. */
export function minutesInWords(minutes: number): string {
  return minutes === 1 ? "1 minute" : `${String(minutes)} minutes`;
}

function sumOf(services: readonly TimedService[]): number {
  return services.reduce((sum, { minutes }) => sum + minutes, 0);
}

function wholeQuarters({ minutes }: TimedService): number {
  return Math.floor(minutes / 15);
}

function restOf(service: TimedService): number {
  return service.minutes - 15 * wholeQuarters(service);
}

/** Every way to choose so many of the codes. */
function* choices(codes: readonly string[], count: number): Generator<readonly string[]> {
  const [first, ...others] = codes;
  if (count === 0 || first === undefined) {
    if (count === 0) yield [];
    return;
  }
  for (const rest of choices(others, count - 1)) yield [first, ...rest];
  yield* choices(others, count);
}
