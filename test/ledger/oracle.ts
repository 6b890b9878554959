import { type CalendarDate, yearOf } from "../../server/src/model/date.ts";
import type { Bucket } from "../../server/src/model/discipline.ts";
import type { Bounds } from "../../server/src/model/used-amount.ts";
import type { BilledClaim, BilledLine, DecidedAmount, Sources } from "../../server/src/ledger/source.ts";

/*
 * How a beneficiary's use of the year's amounts is counted, straight from its description: lists, no running sums, and nothing of the
 * product's code.
 */

/** One service, or one day's balance, of one year and bucket. */
export interface SlowStep {
  readonly kind: "service" | "balance";
  readonly date: CalendarDate;
  readonly amount: Bounds;
  readonly source: string;
  readonly before: Bounds;
  readonly after: Bounds;
  readonly isOwn: boolean;
  readonly hasKx: boolean;
  readonly hasNotice: boolean;
  /** The billed lines that tell of it, with their claims. */
  readonly lines: readonly Billed[];
  /** Where a payer first decided it. */
  readonly decidedAt: DecidedAmount["at"] | undefined;
}

export interface SlowYear {
  readonly year: number;
  readonly bucket: Bucket;
  readonly steps: readonly SlowStep[];
  readonly isMissing: boolean;
}

interface Billed {
  readonly claim: BilledClaim;
  readonly line: BilledLine;
  readonly index: number;
}

interface Service {
  readonly sent?: Billed;
  readonly noted?: Billed;
  readonly copies: Billed[];
  readonly decisions: DecidedAmount[];
  share?: number;
}

type Opening = Readonly<Partial<Record<Bucket, number>>>;

export function slowLedger(sources: Sources, opening: Opening = {}): readonly SlowYear[] {
  const sent = countOnce(sources.claims.filter(({ form }) => form === "claim"));
  const noted = countOnce(sources.claims.filter(({ form }) => form === "superbill"));
  const services = pairForms(sent, noted);
  for (const { kept, copy } of [...sent.copies, ...noted.copies]) addCopy(services, kept, copy);
  const decided = tellOnce(sources.decided);
  const others = decide(
    services,
    decided.filter((one) => !one.isWholeClaim),
  );
  shareWholeClaims(
    services,
    decided.filter((one) => one.isWholeClaim),
  );
  const all = [...services, ...others];
  const balances = [...sources.balances, ...[...sent.standing, ...noted.standing].flatMap((claim) => claim.balances)];
  const years = new Set<number>();
  for (const service of all) {
    const date = dateOf(service);
    if (date !== undefined && bucketOf(service) !== undefined) years.add(yearOf(date));
  }
  for (const balance of balances) if (balance.amount !== undefined) years.add(balance.year);
  const found: SlowYear[] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    for (const bucket of ["PT/SLP", "OT"] as const) {
      const one = yearFrom(all, { year, bucket, opening, balances });
      if (one.steps.some((step) => step.source !== "opening")) found.push(one);
    }
  }
  return found;
}

// --- what counts once ---

interface Once {
  readonly standing: readonly BilledClaim[];
  readonly copies: readonly { readonly kept: BilledClaim; readonly copy: BilledClaim }[];
  /** Lines that went with a void, or that a replacement left out. */
  readonly gone: readonly Billed[];
}

function countOnce(claims: readonly BilledClaim[]): Once {
  const ordered = [...claims].sort((a, b) => (a.file === b.file ? a.place - b.place : a.file < b.file ? -1 : 1));
  const identity = (claim: BilledClaim): string =>
    claim.claimId === undefined
      ? JSON.stringify([
          claim.action,
          claim.lines.map((line) => [line.date, line.code, line.modifiers, line.units, line.charge, line.allowed]),
        ])
      : `${claim.action} ${claim.claimId} ${firstDate(claim) ?? ""}`;
  const numberInFile = (claim: BilledClaim): number =>
    ordered.filter((other) => other.file === claim.file && identity(other) === identity(claim)).indexOf(claim);
  const copies: { kept: BilledClaim; copy: BilledClaim }[] = [];
  const kept: BilledClaim[] = [];
  for (const claim of ordered) {
    const first = kept.find(
      (other) =>
        other.file !== claim.file && identity(other) === identity(claim) && numberInFile(other) === numberInFile(claim),
    );
    if (first === undefined) kept.push(claim);
    else copies.push({ kept: first, copy: claim });
  }
  const taken = new Map<BilledClaim, BilledClaim>();
  const isTaken = (claim: BilledClaim): boolean => [...taken.values()].includes(claim);
  const takers = kept.filter((claim) => claim.action !== "original" && claim.claimId !== undefined);
  for (const taker of takers) {
    const before = kept.filter(
      (other) =>
        other.file === taker.file &&
        other.place < taker.place &&
        other.claimId === taker.claimId &&
        other.action !== "void" &&
        !isTaken(other),
    );
    const original = before.findLast((other) => firstDate(other) === firstDate(taker)) ?? before.at(-1);
    if (original !== undefined) taken.set(taker, original);
  }
  for (const taker of takers) {
    if (taken.has(taker)) continue;
    const before = kept.filter(
      (other) =>
        other.file !== taker.file &&
        other.claimId === taker.claimId &&
        (taker.action === "void" ? other.action !== "void" : other.action === "original") &&
        !isTaken(other),
    );
    const original = before.findLast((other) => firstDate(other) === firstDate(taker)) ?? before.at(-1);
    if (original !== undefined) taken.set(taker, original);
  }
  const standing = kept.filter((claim) => claim.action !== "void" && !isTaken(claim));
  const gone: Billed[] = [];
  for (const last of kept.filter((claim) => !isTaken(claim))) gone.push(...leftOut(last, taken));
  return { standing, copies, gone };
}

function leftOut(claim: BilledClaim, taken: ReadonlyMap<BilledClaim, BilledClaim>): readonly Billed[] {
  const original = taken.get(claim);
  if (original === undefined) return [];
  let left: readonly Billed[] = [...linesOf(original), ...leftOut(original, taken)];
  if (claim.action === "void") return left;
  const now = linesOf(claim);
  for (const key of new Set(now.map(keyOf))) {
    const before = left.filter((one) => keyOf(one) === key);
    const met = meet(
      before,
      now.filter((one) => keyOf(one) === key),
      (one) => one.line.bucket,
      (one) => one.line.bucket,
    );
    left = left.filter((one) => !met.has(one));
  }
  return left;
}

function linesOf(claim: BilledClaim): readonly Billed[] {
  return claim.lines.map((line, index) => ({ claim, line, index }));
}

function keyOf({ line }: Billed): string {
  return `${line.date ?? ""} ${line.code}`;
}

function firstDate(claim: BilledClaim): string | undefined {
  return claim.lines.flatMap((line) => line.date ?? []).sort()[0];
}

/** Who meets whom: first where the buckets are equal, then in order. */
function meet<A, B>(
  first: readonly A[],
  second: readonly B[],
  ofA: (one: A) => string | undefined,
  ofB: (one: B) => string | undefined,
): Map<A, B> {
  const met = new Map<A, B>();
  for (const mustBeEqual of [true, false]) {
    for (const one of first) {
      if (met.has(one)) continue;
      const other = second.find(
        (candidate) => ![...met.values()].includes(candidate) && (!mustBeEqual || ofA(one) === ofB(candidate)),
      );
      if (other !== undefined) met.set(one, other);
    }
  }
  return met;
}

function pairForms(sent: Once, noted: Once): Service[] {
  const sentLines = sent.standing.flatMap(linesOf).sort(inOrder);
  const notedLines = noted.standing.flatMap(linesOf).sort(inOrder);
  const partner = new Map<Billed, Billed>();
  const vanished = new Set<Billed>();
  for (const key of new Set(notedLines.filter(({ line }) => line.date !== undefined).map(keyOf))) {
    const own = notedLines.filter((one) => keyOf(one) === key);
    const bucket = (one: Billed): string | undefined => one.line.bucket;
    const met = meet(
      own,
      sentLines.filter((one) => keyOf(one) === key),
      bucket,
      bucket,
    );
    for (const [one, other] of met) partner.set(other, one);
    const left = own.filter((one) => !met.has(one));
    const gone = sent.gone.filter((one) => keyOf(one) === key);
    for (const one of meet(left, gone, bucket, bucket).keys()) vanished.add(one);
  }
  const paired = new Set(partner.values());
  return [
    ...sentLines.map((line): Service => {
      const other = partner.get(line);
      return { sent: line, ...(other && { noted: other }), copies: [], decisions: [] };
    }),
    ...notedLines
      .filter((line) => !paired.has(line) && !vanished.has(line))
      .map((line): Service => ({ noted: line, copies: [], decisions: [] })),
  ];
}

function addCopy(services: readonly Service[], kept: BilledClaim, copy: BilledClaim): void {
  const own = services.filter((one) => one.sent?.claim === kept || one.noted?.claim === kept);
  const ofKept = (one: Service): Billed | undefined => (one.sent?.claim === kept ? one.sent : one.noted);
  const lines = linesOf(copy);
  for (const key of new Set(lines.map(keyOf))) {
    const met = meet(
      lines.filter((one) => keyOf(one) === key),
      own.filter((one) => keyOf(ofKept(one) as Billed) === key).sort((a, b) => indexOf(ofKept(a)) - indexOf(ofKept(b))),
      (one) => one.line.bucket,
      (one) => ofKept(one)?.line.bucket,
    );
    for (const [line, service] of met) service.copies.push(line);
  }
}

function indexOf(one: Billed | undefined): number {
  return one?.index ?? 0;
}

function inOrder(a: Billed, b: Billed): number {
  return compare(
    [a.line.date ?? "", a.claim.claimId ?? "", a.claim.file, a.claim.place, a.index],
    [b.line.date ?? "", b.claim.claimId ?? "", b.claim.file, b.claim.place, b.index],
  );
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [place, value] of a.entries()) {
    const other = b[place] ?? "";
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}

// --- what was decided ---

function tellOnce(decided: readonly DecidedAmount[]): readonly DecidedAmount[] {
  const ordered = [...decided].sort((a, b) => compare([a.file, a.place], [b.file, b.place]));
  const identity = (one: DecidedAmount): string =>
    JSON.stringify([
      one.payment,
      one.claimId,
      one.lineNumber,
      one.date,
      one.code,
      one.sentCode,
      one.isReversal,
      one.isWholeClaim,
    ]);
  const number = (one: DecidedAmount): number =>
    ordered.filter((other) => other.file === one.file && identity(other) === identity(one)).indexOf(one);
  return ordered.filter(
    (one) =>
      one.payment === undefined ||
      !ordered.some(
        (other) => other.file < one.file && identity(other) === identity(one) && number(other) === number(one),
      ),
  );
}

/** Gives the services their decisions, and makes services of those that are left. */
function decide(services: readonly Service[], decided: readonly DecidedAmount[]): readonly Service[] {
  const ordered = [...services].sort(byPlace);
  const batch = (one: DecidedAmount): string => JSON.stringify([one.file, one.payment, one.isReversal]);
  const wasSent = (one: DecidedAmount): string => one.sentCode ?? one.code;
  const tellers = (service: Service): readonly Billed[] => [service.sent, service.noted].flatMap((one) => one ?? []);
  const ways: readonly {
    readonly fits: (one: DecidedAmount, service: Service) => boolean;
    readonly group: (one: DecidedAmount) => string | undefined;
    readonly isByClaim: boolean;
  }[] = [
    {
      isByClaim: true,
      group: (one) => one.claimId && one.lineNumber && `${one.claimId} ${one.lineNumber}`,
      fits: (one, service) =>
        tellers(service).some(({ claim, line }) => claim.claimId === one.claimId && line.lineNumber === one.lineNumber),
    },
    ...[wasSent, (one: DecidedAmount): string => one.code].map((code) => ({
      isByClaim: true,
      group: (one: DecidedAmount) => one.claimId && one.date && code(one) && `${one.claimId} ${one.date} ${code(one)}`,
      fits: (one: DecidedAmount, service: Service) =>
        dateOf(service) === one.date &&
        codeOf(service) === code(one) &&
        tellers(service).some(({ claim }) => claim.claimId === one.claimId),
    })),
    ...[wasSent, (one: DecidedAmount): string => one.code].map((code) => ({
      isByClaim: false,
      group: (one: DecidedAmount) => one.date && code(one) && `${one.date} ${code(one)}`,
      fits: (one: DecidedAmount, service: Service) => dateOf(service) === one.date && codeOf(service) === code(one),
    })),
  ];
  let left = decided;
  for (const way of ways) {
    const open = ordered.filter((service) => way.isByClaim || service.decisions.length === 0);
    const given = new Set<DecidedAmount>();
    for (const group of new Set(left.map(way.group))) {
      if (group === undefined || group === "") continue;
      const ofGroup = left.filter((one) => way.group(one) === group);
      for (const of of new Set(ofGroup.map(batch))) {
        const ofBatch = ofGroup.filter((one) => batch(one) === of);
        const free = open.filter(
          (service) =>
            ofBatch[0] !== undefined &&
            way.fits(ofBatch[0], service) &&
            !service.decisions.some((one) => batch(one) === of),
        );
        for (const [one, service] of meet(ofBatch, free, (decision) => decision.bucket, bucketOf)) {
          service.decisions.push(one);
          given.add(one);
        }
      }
    }
    left = left.filter((one) => !given.has(one));
  }
  const own: Service[] = [];
  const lineOf = (one: DecidedAmount): string => JSON.stringify([one.claimId, one.lineNumber, one.date, wasSent(one)]);
  for (const one of [...left.filter((other) => !other.isReversal), ...left.filter((other) => other.isReversal)]) {
    const same = own.filter(
      (service) =>
        service.decisions.some((other) => lineOf(other) === lineOf(one)) &&
        !service.decisions.some((other) => batch(other) === batch(one)),
    );
    const known = same.find((service) => bucketOf(service) === one.bucket) ?? same[0];
    if (known === undefined) own.push({ copies: [], decisions: [one] });
    else known.decisions.push(one);
  }
  return own;
}

function shareWholeClaims(services: readonly Service[], decided: readonly DecidedAmount[]): void {
  const leads = services.flatMap((one) => (one.sent ?? one.noted)?.claim ?? []);
  const visit = (one: DecidedAmount): string => `${one.claimId ?? ""} ${one.date ?? ""}`;
  for (const key of new Set(decided.filter((one) => one.claimId !== undefined).map(visit))) {
    const ofVisit = decided.filter((one) => visit(one) === key && one.claimId !== undefined);
    const sameId = [...new Set(leads)].filter((claim) => claim.claimId === ofVisit[0]?.claimId);
    const ofDay = sameId.filter((claim) => firstDate(claim) === ofVisit[0]?.date);
    const claims = sameId.length === 1 ? sameId : ofDay;
    const total = totalOf(ofVisit);
    if (claims.length !== 1 || total === undefined) continue;
    const own = services
      .filter((one) => (one.sent ?? one.noted)?.claim === claims[0])
      .sort((a, b) => compare([dateOf(a) ?? "", leadIndex(a)], [dateOf(b) ?? "", leadIndex(b)]));
    const buckets = new Set(own.map(bucketOf));
    if (buckets.size !== 1 || buckets.has(undefined) || buckets.has("unknown")) continue;
    if (own.some((one) => one.decisions.length > 0)) continue;
    const charges = own.map((one) => (hasNotice(one) ? 0 : Math.max(0, (one.sent ?? one.noted)?.line.charge ?? 0)));
    const charged = charges.reduce((sum, charge) => sum + charge, 0);
    let given = 0;
    own.forEach((one, place) => {
      const share = charged === 0 ? 0 : Math.round((total * (charges[place] ?? 0)) / charged);
      one.share = place === own.length - 1 ? total - given : share;
      given += one.share;
    });
  }
}

function leadIndex(service: Service): number {
  return (service.sent ?? service.noted)?.index ?? 0;
}

/** Undefined where an amount is not told. Less than nothing: what was taken back is in none of the files. */
function totalOf(decisions: readonly DecidedAmount[]): number | undefined {
  if (decisions.some((one) => one.allowed === undefined)) return undefined;
  const sum = (of: readonly DecidedAmount[]): number => of.reduce((total, one) => total + (one.allowed ?? 0), 0);
  return sum(decisions) >= 0 ? sum(decisions) : Math.max(0, sum(decisions.filter((one) => !one.isReversal)));
}

// --- what a service is ---

function dateOf(service: Service): CalendarDate | undefined {
  const billed = service.sent ?? service.noted;
  return billed === undefined ? service.decisions[0]?.date : billed.line.date;
}

function codeOf(service: Service): string | undefined {
  return (service.sent ?? service.noted)?.line.code ?? service.decisions[0]?.code;
}

function bucketOf(service: Service): Bucket | "unknown" | undefined {
  const { sent, noted, decisions } = service;
  const known = (bucket: string | undefined): boolean => bucket === "OT" || bucket === "PT/SLP";
  const decided = decisions.find((one) => known(one.bucket))?.bucket;
  if (sent !== undefined) {
    if (known(sent.line.bucket)) return sent.line.bucket;
    if (sent.line.bucket === "unknown" && known(noted?.line.bucket)) return noted?.line.bucket;
    return decided ?? sent.line.bucket;
  }
  if (noted !== undefined) return known(noted.line.bucket) ? noted.line.bucket : (decided ?? noted.line.bucket);
  return decided ?? decisions[0]?.bucket;
}

function modifiersOf(service: Service): readonly string[] {
  return (service.sent ?? service.noted)?.line.modifiers ?? service.decisions[0]?.modifiers ?? [];
}

function hasNotice(service: Service): boolean {
  return modifiersOf(service).some((modifier) => ["GA", "GX", "GY", "GZ"].includes(modifier));
}

function amountOf(service: Service): { readonly amount: Bounds; readonly source: string } {
  const certain = service.decisions.filter((one) => one.isOfMedicare);
  const decisions = certain.length > 0 ? certain : service.decisions;
  const total = totalOf(decisions);
  if (decisions.length > 0 && total !== undefined) return { amount: { low: total, high: total }, source: "remittance" };
  if (decisions.length === 0 && service.share !== undefined) {
    return { amount: { low: service.share, high: service.share }, source: "remittance" };
  }
  if (hasNotice(service)) return { amount: { low: 0, high: 0 }, source: "allowed" };
  const lines = linesTelling(service).map(({ line }) => line);
  for (const { allowed, units } of lines) {
    if (allowed !== undefined && (units === undefined || [1, 2, 3, 4].includes(units))) {
      return { amount: { low: allowed, high: allowed }, source: "allowed" };
    }
  }
  const [charge] = [...lines, ...service.decisions].flatMap((one) => one.charge ?? []);
  if (charge === undefined) return { amount: { low: 0, high: Infinity }, source: "unknown" };
  return { amount: { low: Math.min(0, charge), high: Math.max(0, charge) }, source: "charge" };
}

function linesTelling({ sent, noted, copies }: Service): readonly Billed[] {
  return [sent, noted, ...copies].flatMap((one) => one ?? []);
}

function byPlace(a: Service, b: Service): number {
  const place = (service: Service): readonly (string | number)[] => {
    const billed = service.sent ?? service.noted;
    const of = billed?.claim ?? service.decisions[0];
    return [dateOf(service) ?? "", of?.claimId ?? "", of?.file ?? "", of?.place ?? 0, billed?.index ?? 0];
  };
  return compare(place(a), place(b));
}

// --- sums ---

interface Day {
  readonly asOf: CalendarDate;
  readonly amount: Bounds;
  readonly source: string;
}

function yearFrom(
  services: readonly Service[],
  of: { year: number; bucket: Bucket; opening: Opening; balances: Sources["balances"] },
): SlowYear {
  const { year, bucket, opening, balances } = of;
  const told = balances.filter((one) => one.year === year && one.bucket === bucket);
  const asOfs = [...new Set(told.flatMap((one) => (one.amount === undefined ? [] : one.asOf)))].sort();
  const days = asOfs.map((asOf): Day => {
    const ofDay = told.filter((one) => one.asOf === asOf && one.amount !== undefined);
    const answers = ofDay.filter((one) => one.source === "eligibility");
    const best = answers.length > 0 ? answers : ofDay;
    const amounts = best.flatMap((one) => one.amount ?? []);
    const high = best.some((one) => one.isAtLeast) ? Infinity : Math.max(...amounts);
    return { asOf, source: best[0]?.source ?? "", amount: { low: Math.min(...amounts), high } };
  });
  const begin = told.length > 0 ? undefined : opening[bucket];
  const counting = services.filter((one) => [bucket, "unknown"].includes(bucketOf(one) ?? "")).sort(byPlace);
  const partOf = (service: Service): Bounds => {
    const { low, high } = amountOf(service).amount;
    return bucketOf(service) === bucket ? { low, high } : { low: Math.min(0, low), high: Math.max(0, high) };
  };
  const undated = counting.filter((one) => dateOf(one) === undefined).map((one) => amountOf(one).amount);
  const ofYear = counting.filter((one) => dateOf(one)?.startsWith(String(year)) === true);

  /** The sum of what counts, seen on a date. */
  const sum = (on: CalendarDate | undefined, counts: (service: Service, place: number) => boolean): Bounds => {
    const day = days.findLast((one) => on === undefined || one.asOf < on);
    const base = day?.amount ?? (begin === undefined || days.length > 0 ? unknown : { low: begin, high: begin });
    const added = ofYear.filter(
      (one, place) => counts(one, place) && (day === undefined || (dateOf(one) ?? "") > day.asOf),
    );
    const low = total(added.map((one) => partOf(one).low)) + total(undated.map((one) => Math.min(0, one.low)));
    const high = total(added.map((one) => partOf(one).high)) + total(undated.map((one) => Math.max(0, one.high)));
    const most = day === undefined && days[0] !== undefined ? days[0].amount.high : Infinity;
    return { low: Math.min(most, base.low + low), high: Math.min(most, base.high + high) };
  };

  const steps: SlowStep[] = [];
  const balanceSteps = (until: CalendarDate | undefined, since: CalendarDate | undefined): void => {
    for (const day of days) {
      if (until !== undefined && day.asOf >= until) continue;
      if (since !== undefined && day.asOf < since) continue;
      if (steps.some((step) => step.kind === "balance" && step.date === day.asOf)) continue;
      const before = sum(day.asOf, (service) => (dateOf(service) ?? "") <= day.asOf);
      const after = sum(dayAfter(day.asOf), () => false);
      const { amount, source } = day;
      steps.push({ kind: "balance", date: day.asOf, amount, source, before, after, ...nobody });
    }
  };
  if (begin !== undefined) {
    const after = sum(undefined, () => false);
    const amount = { low: begin, high: begin };
    steps.push({ kind: "balance", date: `${year}-01-01`, amount, source: "opening", before: after, after, ...nobody });
  }
  ofYear.forEach((service, place) => {
    const date = dateOf(service) as CalendarDate;
    balanceSteps(date, undefined);
    const { source } = amountOf(service);
    steps.push({
      kind: "service",
      date,
      source,
      amount: partOf(service),
      before: sum(date, (_other, otherPlace) => otherPlace < place),
      after: sum(date, (_other, otherPlace) => otherPlace <= place),
      isOwn: bucketOf(service) === bucket,
      hasKx: modifiersOf(service).includes("KX"),
      hasNotice: hasNotice(service),
      lines: linesTelling(service),
      decidedAt: service.decisions[0]?.at,
    });
  });
  balanceSteps(undefined, undefined);
  return { year, bucket, steps, isMissing: told.length === 0 && begin === undefined };
}

const unknown: Bounds = { low: 0, high: Infinity };
const nobody = { isOwn: false, hasKx: false, hasNotice: false, lines: [], decidedAt: undefined };

function dayAfter(date: CalendarDate): CalendarDate {
  return new Date(Date.parse(date) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10) as CalendarDate;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
