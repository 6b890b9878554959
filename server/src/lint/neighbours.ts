import { putInOrder } from "../ledger/compare.ts";
import { type Ledger, computeAccount } from "../ledger/account.ts";
import type { LedgerYear } from "../ledger/ledger-year.ts";
import type { BilledClaim, Form, Sources } from "../ledger/source.ts";
import type { Claim, ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import type { Discipline } from "../model/discipline.ts";
import type { Reach } from "../model/used-amount.ts";
import type { DatedLine } from "../model/visit.ts";
import { type Account, type WorkedOut, accountKey, newAccount } from "./account.ts";
import type { Surroundings, UsedAmounts } from "./asked.ts";
import { type Whereabouts, atHandIn, billedClaimOf, formOf } from "./billed.ts";
import { thresholdOf } from "./context.ts";
import { disciplineOf } from "./line-discipline.ts";
import type { OwnAmounts } from "./document-amounts.ts";
import { type Elsewhere, mostClaims, noSources } from "./elsewhere.ts";
import type { Environment } from "./environment.ts";
import { PatientCourse } from "./patient-course.ts";
import { reachOf, unlimited } from "./reach.ts";
import { Topics } from "./topics.ts";

/** What accounts are made of besides the document's claims. */
export interface AccountSetting {
  readonly environment: Environment;
  readonly formatId: string;
  readonly elsewhere: Elsewhere;
  /** What the document itself tells of amounts. */
  amountsOf(beneficiaryId: string): OwnAmounts;
}

/** Where a claim stands among the others of the newest version: smaller is earlier. */
export type PlaceOf = (claim: Claim) => number;

/**
 * What the claims of one document share: each beneficiary's account, and which claim is first with a topic.
 * It changes in place as claims come and go, and belongs to the newest snapshot.
 */
export class Neighbours implements Surroundings {
  readonly #setting: AccountSetting;
  readonly #at: Whereabouts & { readonly form: Form };
  readonly #accounts = new Map<string | Claim, Account>();
  readonly #topics: Topics;
  readonly #unsettled = new Set<Claim>();
  #told = new Set<string>();
  readonly #atHand: Account[] = [];
  #nextDropped = 0;
  #placeOf: PlaceOf = () => 0;
  /** Rule after rule asks about the same claim. */
  #asking: Claim | undefined;
  #account: Account | undefined;

  /** @param taken the topics of which a claim that is none of these was first */
  constructor(setting: AccountSetting, taken: ReadonlySet<string> = new Set()) {
    this.#setting = setting;
    this.#at = { ...atHandIn(setting.elsewhere), form: formOf(setting.formatId) };
    this.#topics = new Topics(taken, this.#unsettled, (claim) => this.#placeOf(claim));
  }

  get topics(): Iterable<string> {
    return this.#topics.names;
  }

  /** Takes claims away and others in. Other claims whose answers that may have changed are unsettled then. */
  replace(removed: readonly Claim[], added: readonly Claim[], placeOf: PlaceOf): void {
    this.#placeOf = placeOf;
    this.#asking = undefined;
    for (const claim of removed) {
      this.#leave(claim);
      this.#topics.forget(claim);
    }
    for (const claim of added) this.#join(claim);
    for (const claim of removed) this.#unsettled.delete(claim);
  }

  /** The beneficiaries of whom the document tells something else than when this was asked last. */
  takeTold(): ReadonlySet<string> {
    const told = this.#told;
    this.#told = new Set();
    return told;
  }

  /** The beneficiaries of the document's claims. */
  get beneficiaryIds(): readonly string[] {
    return [...this.#accounts.keys()].filter((key) => typeof key === "string");
  }

  has(beneficiaryId: string): boolean {
    return this.#accounts.has(beneficiaryId);
  }

  claimCount(beneficiaryId: string): number {
    return this.#accounts.get(beneficiaryId)?.claims.size ?? 0;
  }

  /** What the document itself tells. */
  sourcesOf(beneficiaryId: string): Sources {
    const account = this.#accounts.get(beneficiaryId);
    const { claims } = account === undefined ? { claims: [] } : this.#workedOut(account);
    return { claims: this.#bill(claims), ...this.#setting.amountsOf(beneficiaryId) };
  }

  /** What the claims tell that name no beneficiary by an id, each by itself. */
  get unnamed(): readonly Sources[] {
    const claims = [...this.#accounts.keys()].filter((key) => typeof key !== "string");
    return claims.map((claim) => ({ ...noSources, claims: this.#bill([claim]) }));
  }

  /** The claims to look at again, each named once. */
  takeUnsettled(): readonly Claim[] {
    this.#topics.fill();
    const claims = [...this.#unsettled];
    this.#unsettled.clear();
    return claims;
  }

  /** Something else is told of these beneficiaries than before, in other files or by a payer. */
  touch(ids: Iterable<string>): void {
    this.#asking = undefined;
    for (const id of ids) {
      const account = this.#accounts.get(id);
      if (account !== undefined) this.#touch(account);
    }
  }

  usedAmounts(lines: readonly ServiceLine[], claim: Claim): UsedAmounts {
    const account = this.#accountOf(claim);
    const usedAmounts = account && this.#ledgerOf(account).usedAmounts;
    if (usedAmounts === undefined || usedAmounts.size === 0) return none;
    return lines.map((line) => usedAmounts.get(line));
  }

  reach(claim: Claim): Reach {
    const account = this.#accountOf(claim);
    if (account === undefined) return unlimited;
    const workedOut = this.#workedOut(account);
    return (workedOut.reach ??= this.#isToldMore(account) ? unlimited : reachOf(workedOut.claims));
  }

  /** What the claim's account comes to, year by year. */
  yearsOf(claim: Claim): readonly LedgerYear[] {
    const account = this.#accountOf(claim);
    return account === undefined ? none : this.#ledgerOf(account).years;
  }

  /** Every account of the document: those of its claims, in the order in which they became known, and those that only payers name. */
  *allYears(idsOfAmounts: Iterable<string>): Iterable<readonly LedgerYear[]> {
    for (const account of this.#accounts.values()) yield this.#ledgerOf(account).years;
    for (const id of idsOfAmounts) if (!this.#accounts.has(id)) yield this.#compute(id, []).years;
  }

  #ledgerOf(account: Account): Ledger {
    const workedOut = this.#workedOut(account);
    return (workedOut.ledger ??= this.#compute(account.beneficiaryId, workedOut.claims));
  }

  #accountOf(claim: Claim): Account | undefined {
    if (this.#asking !== claim) {
      this.#account = this.#accounts.get(accountKey(claim));
      if (this.#account !== undefined) this.#account.wasAsked = true;
      this.#asking = claim;
    }
    return this.#account;
  }

  othersOn(date: CalendarDate, claim: Claim): readonly DatedLine[] {
    const account = this.#accountOf(claim);
    // Most beneficiaries of a file have one claim in it.
    if (account === undefined || account.claims.size === 1) return none;
    return this.#courseOf(account, claim).othersOn(date, claim);
  }

  linesWith(codes: readonly string[], from: CalendarDate, to: CalendarDate, claim: Claim): readonly DatedLine[] {
    const account = this.#accountOf(claim);
    return account === undefined ? none : this.#courseOf(account, claim).linesWith(codes, from, to);
  }

  treatmentDays(discipline: Discipline, from: CalendarDate, to: CalendarDate, claim: Claim): number {
    const account = this.#accountOf(claim);
    return account === undefined ? 0 : this.#courseOf(account, claim).treatmentDays(discipline, from, to);
  }

  isFirst(name: string, claim: Claim): boolean {
    return this.#topics.isFirst(name, claim);
  }

  #join(claim: Claim): void {
    const key = accountKey(claim);
    this.#tell(key);
    let account = this.#accounts.get(key);
    if (account === undefined) this.#accounts.set(key, (account = newAccount(key)));
    else this.#touch(account);
    account.claims.add(claim);
  }

  #leave(claim: Claim): void {
    const key = accountKey(claim);
    this.#tell(key);
    const account = this.#accounts.get(key);
    if (account === undefined) return;
    this.#touch(account);
    account.claims.delete(claim);
    if (account.claims.size === 0) this.#accounts.delete(key);
  }

  /** Its claims so far are to be looked at again, if they stay and were told anything. */
  #touch(account: Account): void {
    account.workedOut = undefined;
    if (!account.wasAsked) return;
    account.wasAsked = false;
    for (const claim of account.claims) this.#unsettled.add(claim);
  }

  /** Others are told of a beneficiary alone. */
  #tell(key: string | Claim): void {
    if (typeof key === "string") this.#told.add(key);
  }

  #courseOf(account: Account, claim: Claim): PatientCourse {
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
    const claims = putInOrder([...account.claims], (a, b) => this.#placeOf(a) - this.#placeOf(b));
    return (account.workedOut = { claims, ledger: undefined, course: undefined, reach: undefined });
  }

  #compute(id: string | undefined, claims: readonly Claim[]): Ledger {
    const { environment, elsewhere } = this.#setting;
    const { openingAmounts, fees } = environment;
    const billed = this.#bill(claims);
    return computeAccount({
      beneficiaryId: id,
      sources:
        id === undefined || claims.length > mostClaims
          ? { ...noSources, claims: billed }
          : this.#all(id, billed, elsewhere),
      thresholdOf: (year) => thresholdOf(year, environment)?.kxThreshold ?? undefined,
      ...(openingAmounts && { openingAmounts }),
      ...(fees && { fees }),
    });
  }

  /** Whether anything but the document's claims tells of the account. */
  #isToldMore({ beneficiaryId, claims: own }: Account): boolean {
    const { environment, elsewhere } = this.#setting;
    if (environment.openingAmounts !== undefined || environment.fees !== undefined) return true;
    if (beneficiaryId === undefined || own.size > mostClaims) return false;
    const { claims, decided, balances } = this.#all(beneficiaryId, none, elsewhere);
    return claims.length + decided.length + balances.length > 0;
  }

  /** @param claims in document order */
  #bill(claims: readonly Claim[]): readonly BilledClaim[] {
    return claims.map((claim, place) => billedClaimOf(claim, place, this.#at, this.#setting.environment));
  }

  #all(id: string, claims: readonly BilledClaim[], elsewhere: Elsewhere): Sources {
    const own = this.#setting.amountsOf(id);
    const others = elsewhere.sourcesOf(id);
    return {
      claims: others.claims.length === 0 ? claims : [...claims, ...others.claims],
      decided: own.decided.length === 0 ? others.decided : [...own.decided, ...others.decided],
      balances: own.balances.length === 0 ? others.balances : [...own.balances, ...others.balances],
    };
  }
}

const none: readonly never[] = [];

/** Those of the patients whose claims are looked at now: more of them cost the processor its cache. */
const accountsAtHand = 8;
