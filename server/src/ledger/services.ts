import type { CalendarDate } from "../model/date.ts";
import type { Bucket } from "../model/discipline.ts";
import type { Cents } from "../model/money.ts";
import { byText, groupBy } from "./compare.ts";
import { keyOf, linesOf, pairUp } from "./equals.ts";
import type { BilledClaim, DecidedAmount, Form, Sources, Teller } from "./source.ts";
import { type StandingClaims, standingClaims } from "./standing.ts";

/** A service that counts once, with all that tells of it. */
export interface Service {
  readonly date: CalendarDate | undefined;
  /** As it was billed, else as it was decided. */
  readonly code: string;
  readonly sent: Teller | undefined;
  readonly noted: Teller | undefined;
  /** Every line that tells of it, the one whose words count first: sent, noted, and the same where another file holds the same claim. */
  tellers: readonly Teller[];
  decisions: readonly DecidedAmount[];
  /** Its part of what was decided on its claim as a whole. */
  share: Share | undefined;
  /** The office took its claim, or its line, back after the payer had decided it. */
  readonly isTakenBack: boolean;
  /** It may be the same as a service of another file of its form. */
  isToldTwice: boolean;
}

export interface Share {
  readonly amount: Cents;
  readonly decisions: readonly DecidedAmount[];
}

/** What was billed, each service once, whichever papers tell of it. */
export function billedServices({ claims }: Pick<Sources, "claims">): {
  readonly services: readonly Service[];
  /** Those that count, of both forms: their stated amounts count too. */
  readonly standing: readonly BilledClaim[];
  /** The lines that a void took back, or that a replacement left out. */
  readonly takenBack: readonly Teller[];
} {
  const sent = standingClaims(ofForm(claims, "claim"));
  const noted = standingClaims(ofForm(claims, "superbill"));
  const services = joined(sent, noted);
  addCopies(services, sent.copies);
  addCopies(services, noted.copies);
  return {
    services,
    standing: bothOf(sent.claims, noted.claims),
    takenBack: bothOf(sent.takenBack, noted.takenBack),
  };
}

/** Most accounts are of one form. */
function ofForm(claims: readonly BilledClaim[], form: Form): readonly BilledClaim[] {
  if (claims.every((claim) => claim.form === form)) return claims;
  return claims.filter((claim) => claim.form === form);
}

function bothOf<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  if (second.length === 0) return first;
  return first.length === 0 ? second : [...first, ...second];
}

/** The line that the service is known by: the sent one before that of the superbill. */
export function leadOf({ sent, noted }: Service): Teller | undefined {
  return sent ?? noted;
}

/** Whether another file holds the same claim. */
export function hasCopies({ sent, noted, tellers }: Service): boolean {
  return tellers.length > Number(sent !== undefined) + Number(noted !== undefined);
}

/**
 * The bucket of the line that was sent, else of the superbill's, else of the decision; one that is known before one that is not.
 * What was sent to a payer without such an account counts nowhere, unless another decided it.
 */
export function bucketOf({ sent, noted, decisions }: Service): Bucket | "unknown" | undefined {
  const billed = sent === undefined ? noted?.line.bucket : sentBucketOf(sent, noted);
  if (isBucket(billed)) return billed;
  const decided = decisions.find(({ bucket }) => isBucket(bucket))?.bucket;
  if (decided !== undefined) return decided;
  return sent === undefined && noted === undefined ? decisions[0]?.bucket : billed;
}

function sentBucketOf({ line }: Teller, noted: Teller | undefined): Bucket | "unknown" | undefined {
  return line.bucket === "unknown" && isBucket(noted?.line.bucket) ? noted.line.bucket : line.bucket;
}

/** The order in which services count: by date, then by claim id (none first), by file, by place in it, by line. */
export function inOrder(first: Service, second: Service): number {
  const byDate = byText(first.date ?? "", second.date ?? "");
  if (byDate !== 0) return byDate;
  const [one, other] = [placeOf(first), placeOf(second)];
  if (one.claim === other.claim) return one.index - other.index;
  return (
    byText(one.claim.claimId ?? "", other.claim.claimId ?? "") ||
    byText(one.claim.file, other.claim.file) ||
    one.claim.place - other.claim.place
  );
}

function placeOf(service: Service): { claim: Pick<BilledClaim, "claimId" | "file" | "place">; index: number } {
  const lead = leadOf(service);
  if (lead !== undefined) return lead;
  const [first = nowhere] = service.decisions;
  return { claim: first, index: 0 };
}

const nowhere = { claimId: undefined, file: "", place: 0 };

function isBucket(bucket: Bucket | "unknown" | undefined): bucket is Bucket {
  return bucket !== undefined && bucket !== "unknown";
}

function joined(sent: StandingClaims, noted: StandingClaims): readonly Service[] {
  const sentLines = sent.claims.flatMap(linesOf);
  if (noted.claims.length === 0) return sentLines.map((line) => serviceOf(line, undefined));
  const notedLines = noted.claims.flatMap(linesOf);
  if (sentLines.length === 0 && sent.takenBack.length === 0) {
    return notedLines.map((line) => serviceOf(undefined, line));
  }
  const { notedOf, alone } = partnersOf(notedLines.toSorted(byOrder), sentLines.toSorted(byOrder), sent.takenBack);
  return [
    ...sentLines.map((line) => serviceOf(line, notedOf.get(line))),
    ...alone.map((line) => serviceOf(undefined, line)),
  ];
}

/** A superbill's line whose sent line was taken back belongs to nothing more. */
function partnersOf(
  noted: readonly Teller[],
  sent: readonly Teller[],
  takenBack: readonly Teller[],
): { notedOf: ReadonlyMap<Teller, Teller>; alone: readonly Teller[] } {
  const notedOf = new Map<Teller, Teller>();
  const alone = noted.filter(({ line }) => line.date === undefined);
  const sentByKey = groupBy(sent, ({ line }) => keyOf(line));
  const backByKey = groupBy(takenBack, ({ line }) => keyOf(line));
  const ofDates = noted.filter(({ line }) => line.date !== undefined);
  for (const [key, lines] of groupBy(ofDates, ({ line }) => keyOf(line))) {
    const { pairs, firstAlone } = pairUp(lines, sentByKey.get(key) ?? [], lineBuckets);
    for (const [line, sentLine] of pairs) notedOf.set(sentLine, line);
    alone.push(...pairUp(firstAlone, backByKey.get(key) ?? [], lineBuckets).firstAlone);
  }
  return { notedOf, alone };
}

const lineBucket = ({ line }: Teller): string | undefined => line.bucket;
const lineBuckets = { ofFirst: lineBucket, ofSecond: lineBucket };

function byOrder(first: Teller, second: Teller): number {
  if (first.claim === second.claim) return first.index - second.index;
  return (
    byText(first.claim.claimId ?? "", second.claim.claimId ?? "") ||
    byText(first.claim.file, second.claim.file) ||
    first.claim.place - second.claim.place
  );
}

function serviceOf(sent: Teller | undefined, noted: Teller | undefined): Service {
  const lead = sent ?? noted;
  return {
    date: lead?.line.date,
    code: lead?.line.code ?? "",
    sent,
    noted,
    tellers: lead === undefined ? none : sent === undefined || noted === undefined ? [lead] : [sent, noted],
    decisions: none,
    share: undefined,
    isTakenBack: false,
    isToldTwice: false,
  };
}

const none: readonly never[] = [];

/** The lines of a copy belong to the services of the claim that was kept. */
function addCopies(services: readonly Service[], copies: ReadonlyMap<BilledClaim, readonly BilledClaim[]>): void {
  if (copies.size === 0) return;
  for (const form of ["sent", "noted"] as const) {
    const ofClaim = groupBy(services, (service) => service[form]?.claim);
    for (const [claim, others] of copies) {
      const own = ofClaim.get(claim);
      if (own === undefined) continue;
      for (const other of others) addCopy(own, other, (service) => service[form]?.line.bucket);
    }
  }
}

function addCopy(
  services: readonly Service[],
  copy: BilledClaim,
  ofSecond: (service: Service) => string | undefined,
): void {
  const byKey = groupBy(services, keyOf);
  for (const [key, lines] of groupBy(linesOf(copy), ({ line }) => keyOf(line))) {
    for (const [line, service] of pairUp(lines, byKey.get(key) ?? [], { ofFirst: lineBucket, ofSecond }).pairs) {
      service.tellers = [...service.tellers, line];
    }
  }
}
