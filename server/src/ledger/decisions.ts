import type { Cents } from "../model/money.ts";
import { byFile, groupBy } from "./compare.ts";
import { pairUp } from "./equals.ts";
import { type Service, type billedServices, bucketOf, inOrder } from "./services.ts";
import type { DecidedAmount, Teller } from "./source.ts";

/** The decisions on single lines, each told once: a payment that is found in two files is one. */
export function decisionsOnce(decided: readonly DecidedAmount[]): readonly DecidedAmount[] {
  const ordered = decided.toSorted(byFile);
  const told = new Map<string, number>();
  const inFile = new Map<string, number>();
  return ordered.filter((decision) => {
    if (decision.payment === undefined) return true;
    const key = identityOf(decision);
    const number = count(inFile, `${decision.file} ${key}`);
    if (number <= (told.get(key) ?? 0)) return false;
    told.set(key, number);
    return true;
  });
}

function count(counts: Map<string, number>, key: string): number {
  const number = (counts.get(key) ?? 0) + 1;
  counts.set(key, number);
  return number;
}

function identityOf(decision: DecidedAmount): string {
  const { payment, claimId, lineNumber, date, code, sentCode, isReversal, isWholeClaim, isForAnother } = decision;
  return JSON.stringify([payment, claimId, lineNumber, date, code, sentCode, isReversal, isWholeClaim, isForAnother]);
}

/** What decisions come to together. */
export interface DecidedTotal {
  /** Never below 0: no service takes away from what others used. */
  readonly amount: Cents;
  /** A decision was taken back that none of the files holds; what else was decided counts. */
  readonly isOrphaned: boolean;
}

/** Undefined where one does not tell an amount. */
export function totalOf(decisions: readonly DecidedAmount[]): DecidedTotal | undefined {
  let sum = 0;
  let decided = 0;
  for (const { allowed, isReversal } of decisions) {
    if (allowed === undefined) return undefined;
    sum += allowed;
    if (!isReversal) decided += allowed;
  }
  return sum >= 0 ? { amount: sum, isOrphaned: false } : { amount: Math.max(0, decided), isOrphaned: true };
}

/**
 * Gives each decision on a line to the service that it is about: by claim id and line number, else by claim id, date and code, else by
 * date and code. Those that no service was billed for, or none that still stands, are services of their own, which come back.
 */
export function addDecisions(
  { services, takenBack }: Pick<ReturnType<typeof billedServices>, "services" | "takenBack">,
  decided: readonly DecidedAmount[],
): readonly Service[] {
  if (decided.length === 0) return [];
  const ordered = services.toSorted(inOrder);
  let left: readonly DecidedAmount[] = decided;
  for (const way of ways) left = matchBy(way, ordered, left);
  return alone(left, takenBack);
}

/** How a decision and a service know each other. Undefined: not this way. */
interface Way {
  ofDecision(decision: DecidedAmount): string | undefined;
  ofService(service: Service): readonly string[];
  /** Whether it can add to what another way has told. */
  readonly knowsClaim: boolean;
}

const ways: readonly Way[] = [
  {
    ofDecision: ({ claimId, lineNumber }) => claimId && lineNumber && keyOf(claimId, lineNumber),
    ofService: (service) =>
      billed(service, ({ claim, line }) => claim.claimId && line.lineNumber && keyOf(claim.claimId, line.lineNumber)),
    knowsClaim: true,
  },
  ...[sentCodeOf, codeOf].map((code): Way => ({
    ofDecision: (decision) => decision.claimId && dated(decision, code(decision), decision.claimId),
    ofService: (service) =>
      billed(service, ({ claim }) => claim.claimId && dated(service, service.code, claim.claimId)),
    knowsClaim: true,
  })),
  ...[sentCodeOf, codeOf].map((code): Way => ({
    ofDecision: (decision) => dated(decision, code(decision), ""),
    ofService: (service) => listed(dated(service, service.code, "")),
    knowsClaim: false,
  })),
];

function sentCodeOf({ sentCode, code }: DecidedAmount): string {
  return sentCode ?? code;
}

function codeOf({ code }: DecidedAmount): string {
  return code;
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

function dated({ date }: { readonly date: string | undefined }, code: string, claimId: string): string | undefined {
  return date === undefined || code === "" ? undefined : keyOf(claimId, date, code);
}

function billed(
  { sent, noted }: Service,
  keyOfLine: (line: NonNullable<Service["sent"]>) => string | undefined,
): readonly string[] {
  const first = sent && keyOfLine(sent);
  const second = noted && keyOfLine(noted);
  return first === second ? listed(first) : [...listed(first), ...listed(second)];
}

function listed(key: string | undefined): readonly string[] {
  return key === undefined || key === "" ? [] : [key];
}

/** The decisions that found no service this way. */
function matchBy(way: Way, services: readonly Service[], decided: readonly DecidedAmount[]): readonly DecidedAmount[] {
  if (decided.length === 0) return decided;
  const free = way.knowsClaim ? services : services.filter(({ decisions }) => decisions.length === 0);
  const byKey = new Map<string, Service[]>();
  for (const service of free) {
    for (const key of way.ofService(service)) byKey.set(key, [...(byKey.get(key) ?? []), service]);
  }
  const given = new Set<DecidedAmount>();
  for (const [key, decisions] of groupBy(decided, (decision) => way.ofDecision(decision))) {
    const found = key === undefined ? undefined : byKey.get(key);
    if (found !== undefined) shareAmong(found, decisions, given);
  }
  return decided.filter((decision) => !given.has(decision));
}

/** Of each payment a service takes one decision and one reversal. Those that found a service are added to `given`. */
function shareAmong(services: readonly Service[], decided: readonly DecidedAmount[], given: Set<DecidedAmount>): void {
  for (const [batch, decisions] of groupBy(decided, batchOf)) {
    const free = services.filter((service) => !service.decisions.some((one) => batchOf(one) === batch));
    const { pairs } = pairUp(decisions, free, { ofFirst: ({ bucket }) => bucket, ofSecond: bucketOf });
    for (const [decision, service] of pairs) {
      service.decisions = [...service.decisions, decision];
      given.add(decision);
    }
  }
}

/** What one payment says, or takes back. */
function batchOf({ file, payment, isReversal }: DecidedAmount): string {
  return `${isReversal ? "-" : "+"} ${payment ?? ""} ${file}`;
}

function decidedAlone(decision: DecidedAmount, takenBack: ReadonlySet<string>): Service {
  const { date, code, claimId } = decision;
  const keys = [sentCodeOf(decision), code].flatMap((one) => listed(claimId && dated(decision, one, claimId)));
  const isTakenBack = keys.some((key) => takenBack.has(key));
  const unbilled = { sent: undefined, noted: undefined, tellers: [], share: undefined };
  return { date, code, ...unbilled, decisions: [decision], isTakenBack, isToldTwice: false };
}

/** Those of one line of one claim belong together: a decision, its reversal, and the next decision. */
function alone(decided: readonly DecidedAmount[], takenBack: readonly Teller[]): readonly Service[] {
  const services: Service[] = [];
  const back = new Set(
    takenBack.flatMap(({ claim, line }) => listed(claim.claimId && dated(line, line.code, claim.claimId))),
  );
  const given = new Set<DecidedAmount>();
  const lineOf = (decision: DecidedAmount): string =>
    JSON.stringify([decision.claimId, decision.lineNumber, decision.date, sentCodeOf(decision)]);
  for (const decisions of groupBy(decided, lineOf).values()) {
    const own: Service[] = [];
    // A reversal belongs to what was decided, whichever file is first.
    for (const decision of decisions.toSorted((a, b) => Number(a.isReversal) - Number(b.isReversal))) {
      shareAmong(own, [decision], given);
      if (given.has(decision)) continue;
      own.push(decidedAlone(decision, back));
    }
    services.push(...own);
  }
  return services;
}
