import { payerAnswer, unknownPayer } from "../data/payers.ts";
import { findProcedure } from "../data/procedures.ts";
import { computeUsedAmounts } from "../ledger/used-amounts.ts";
import { type Claim, type ServiceLine } from "../model/claim.ts";
import { type Bucket, type Discipline, bucketOf } from "../model/discipline.ts";
import type { Payer } from "../model/tables.ts";
import { type UsedAmount, countsAsTherapy } from "../model/used-amount.ts";
import type { CalendarDate } from "../model/date.ts";
import type { DatedLine } from "../model/visit.ts";
import type { Surroundings, UsedAmounts } from "./asked.ts";
import { disciplineOf, payerOf, thresholdOf } from "./context.ts";
import type { Environment } from "./environment.ts";
import { PatientCourse } from "./patient-course.ts";

/** Where a claim stands among the others of the newest version: smaller is earlier. */
export type PlaceOf = (claim: Claim) => number;

/**
 * What the claims of one document share: each beneficiary's account, and which claim is first with a topic.
 * It changes in place as claims come and go, and belongs to the newest snapshot.
 */
export class Neighbours implements Surroundings {
  readonly #environment: Environment;
  readonly #accounts = new Map<string | Claim, Account>();
  readonly #topics = new Map<string, Topic>();
  readonly #topicsOf = new Map<Claim, Set<string>>();
  readonly #unsettled = new Set<Claim>();
  readonly #vacant = new Set<Topic>();
  readonly #atHand: Account[] = [];
  #nextDropped = 0;
  #placeOf: PlaceOf = () => 0;

  /** The topics of which a claim that is none of these was first. */
  readonly #taken: ReadonlySet<string>;

  constructor(environment: Environment, taken: ReadonlySet<string> = new Set()) {
    this.#environment = environment;
    this.#taken = taken;
  }

  get topics(): Iterable<string> {
    return this.#topics.keys();
  }

  /** Takes claims away and others in. Other claims whose answers that may have changed are unsettled then. */
  replace(removed: readonly Claim[], added: readonly Claim[], placeOf: PlaceOf): void {
    this.#placeOf = placeOf;
    const touched = new Set<Account>();
    for (const claim of removed) {
      touched.add(this.#leave(claim));
      this.#forgetTopics(claim);
    }
    for (const claim of added) touched.add(this.#join(claim));
    for (const account of touched) {
      account.workedOut = undefined;
      for (const claim of account.claims) this.#unsettled.add(claim);
    }
    for (const claim of removed) this.#unsettled.delete(claim);
    for (const claim of added) this.#unsettled.delete(claim);
  }

  /** The claims to look at again, each named once. */
  takeUnsettled(): readonly Claim[] {
    for (const topic of this.#vacant) this.#fill(topic);
    this.#vacant.clear();
    const claims = [...this.#unsettled];
    this.#unsettled.clear();
    return claims;
  }

  usedAmounts(lines: readonly ServiceLine[], claim: Claim): UsedAmounts {
    const account = this.#accounts.get(accountKey(claim));
    if (account === undefined) return [];
    const workedOut = this.#workedOut(account);
    const amounts = (workedOut.amounts ??= this.#compute(workedOut.claims));
    return lines.map((line) => amounts.get(line));
  }

  othersOn(date: CalendarDate, claim: Claim): readonly DatedLine[] {
    return this.#courseOf(claim)?.othersOn(date, claim) ?? [];
  }

  linesWith(codes: readonly string[], from: CalendarDate, to: CalendarDate, claim: Claim): readonly DatedLine[] {
    return this.#courseOf(claim)?.linesWith(codes, from, to) ?? [];
  }

  treatmentDays(discipline: Discipline, from: CalendarDate, to: CalendarDate, claim: Claim): number {
    return this.#courseOf(claim)?.treatmentDays(discipline, from, to) ?? 0;
  }

  /**
   * A topic whose first claim went is vacant until it is asked for again: what took the claim's place in the text stands before all
   * other claims that ask, and mostly asks too.
   */
  isFirst(name: string, claim: Claim): boolean {
    if (this.#taken.has(name)) return false;
    const topic = this.#topics.get(name) ?? { askers: new Set(), first: undefined };
    this.#topics.set(name, topic);
    topic.askers.add(claim);
    this.#topicsOf.set(claim, (this.#topicsOf.get(claim) ?? new Set()).add(name));
    if (topic.first !== undefined && topic.first !== claim && this.#placeOf(claim) < this.#placeOf(topic.first)) {
      this.#unsettled.add(topic.first);
      topic.first = claim;
    }
    topic.first ??= claim;
    return topic.first === claim;
  }

  #forgetTopics(claim: Claim): void {
    for (const name of this.#topicsOf.get(claim) ?? []) {
      const topic = this.#topics.get(name);
      if (topic === undefined) continue;
      topic.askers.delete(claim);
      if (topic.askers.size === 0) this.#topics.delete(name);
      if (topic.first !== claim) continue;
      topic.first = undefined;
      this.#vacant.add(topic);
    }
    this.#topicsOf.delete(claim);
  }

  #fill(topic: Topic): void {
    if (topic.first !== undefined) return;
    topic.first = this.#earliest(topic.askers);
    if (topic.first !== undefined) this.#unsettled.add(topic.first);
  }

  #earliest(claims: ReadonlySet<Claim>): Claim | undefined {
    let earliest: Claim | undefined;
    for (const claim of claims) {
      if (earliest === undefined || this.#placeOf(claim) < this.#placeOf(earliest)) earliest = claim;
    }
    return earliest;
  }

  #join(claim: Claim): Account {
    const key = accountKey(claim);
    const account = this.#accounts.get(key) ?? { claims: new Set(), workedOut: undefined };
    this.#accounts.set(key, account);
    account.claims.add(claim);
    return account;
  }

  #leave(claim: Claim): Account {
    const key = accountKey(claim);
    const account = this.#accounts.get(key) ?? { claims: new Set(), workedOut: undefined };
    account.claims.delete(claim);
    if (account.claims.size === 0) this.#accounts.delete(key);
    return account;
  }

  #courseOf(claim: Claim): PatientCourse | undefined {
    const account = this.#accounts.get(accountKey(claim));
    if (account === undefined) return undefined;
    if (account.claims.size > mostClaims) return new PatientCourse([claim], disciplineOf);
    const workedOut = this.#workedOut(account);
    return (workedOut.course ??= new PatientCourse(workedOut.claims, disciplineOf));
  }

  /** Kept while the account's claims are looked at, and begun again when it is asked for later. */
  #workedOut(account: Account): WorkedOut {
    if (account.workedOut !== undefined) return account.workedOut;
    const dropped = this.#atHand[this.#nextDropped];
    if (dropped !== undefined) dropped.workedOut = undefined;
    this.#atHand[this.#nextDropped] = account;
    this.#nextDropped = (this.#nextDropped + 1) % accountsAtHand;
    const claims = [...account.claims].sort((a, b) => this.#placeOf(a) - this.#placeOf(b));
    return (account.workedOut = { claims, amounts: undefined, course: undefined });
  }

  #compute(claims: readonly Claim[]): ReadonlyMap<ServiceLine, UsedAmount> {
    const { openingAmounts } = this.#environment;
    const payers = new Map(claims.map((claim) => [claim, payerOf(claim, this.#environment)]));
    return computeUsedAmounts({
      claims,
      bucketOf: (line, claim) => bucketOfLine(line, claim, payers.get(claim) ?? unknownPayer),
      thresholdOf: (year) => thresholdOf(year, this.#environment)?.kxThreshold ?? undefined,
      ...(openingAmounts && { openingAmounts }),
    });
  }
}

/** More claims than one person has in a file, three years of daily visits: it gives many people one id. Each then stands for itself. */
const mostClaims = 1000;

/** A visit's worth of patients, few enough to cost nothing. */
const accountsAtHand = 64;

interface Account {
  readonly claims: Set<Claim>;
  workedOut: WorkedOut | undefined;
}

/** What the claims of an account, in document order, come to together. */
interface WorkedOut {
  readonly claims: readonly Claim[];
  amounts: ReadonlyMap<ServiceLine, UsedAmount> | undefined;
  course: PatientCourse | undefined;
}

interface Topic {
  readonly askers: Set<Claim>;
  first: Claim | undefined;
}

/** Without one beneficiary's id a claim is an account of its own. A name is no key: two people may bear it. */
export function accountKey(claim: Claim): string | Claim {
  const id = claim.beneficiaryId?.value;
  return id === undefined || claim.hasSeveralSubjects ? claim : id;
}

/** Undefined for a line that counts nowhere: it is not therapy, or its payer keeps no such account. */
function bucketOfLine(line: ServiceLine, claim: Claim, payer: Payer): Bucket | "unknown" | undefined {
  if (!countsAsTherapy(line, findProcedure(line.procedure.value))) return undefined;
  const date = line.dateOfService?.value;
  const answer = date === undefined ? "unknown" : payerAnswer(payer, "kx", date);
  if (answer === "ignored" || answer === "optional") return undefined;
  const discipline = disciplineOf(line, claim);
  return answer === "unknown" || discipline === undefined ? "unknown" : bucketOf(discipline);
}
