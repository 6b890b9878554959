import type { ServiceLine } from "../model/claim.ts";
import type { Bucket } from "../model/discipline.ts";
import type { Cents } from "../model/money.ts";
import type { UsedAmount } from "../model/used-amount.ts";
import { doubtOfAnother, withoutThoseOfAnother } from "./corrected-ids.ts";
import { joinBilledTogether } from "./billed-together.ts";
import { figuresOf } from "./balances.ts";
import { putInOrder } from "./compare.ts";
import { courseOf, yearsOf } from "./course.ts";
import { addDecisions, decisionsOnce } from "./decisions.ts";
import { Estimates } from "./estimates.ts";
import type { FeeSchedule } from "./fee-schedule.ts";
import { ledgerYearsOf } from "./ledger-years.ts";
import type { LedgerYear } from "./ledger-year.ts";
import { type Service, billedServices, inOrder } from "./services.ts";
import type { DecidedAmount, Sources } from "./source.ts";
import { markToldTwice } from "./told-twice.ts";
import { type KnownOfYear, addUsedAmounts } from "./used-amounts.ts";
import { type OpenDecision, addWholeClaims } from "./whole-claims.ts";

/** What is known of one beneficiary, or of one claim that names none. */
export interface Account {
  readonly beneficiaryId: string | undefined;
  readonly sources: Sources;
  /** Undefined where the year's amount is not known. */
  thresholdOf(year: number): Cents | undefined;
  /** Used before a year's first line, exactly, in years for which nothing else tells it. */
  readonly openingAmounts?: Readonly<Partial<Record<Bucket, Cents>>>;
  readonly fees?: FeeSchedule;
}

/** What an account comes to. Both are worked out when they are first asked for. */
export interface Ledger {
  /**
   * What was used before and with each line of the document at hand. A line has no used amount where it has no date or no certain
   * bucket, or where its claim is void or was replaced.
   */
  readonly usedAmounts: ReadonlyMap<ServiceLine, UsedAmount>;
  /** By year, PT/SLP before OT. */
  readonly years: readonly LedgerYear[];
}

export function computeAccount(account: Account): Ledger {
  return new WorkedOut(account);
}

/** A class: the getters of a literal would be made anew for each of a hundred thousand accounts. */
class WorkedOut implements Ledger {
  readonly #account: Account;
  #known: Known | undefined;
  #usedAmounts: ReadonlyMap<ServiceLine, UsedAmount> | undefined;
  #years: readonly LedgerYear[] | undefined;

  constructor(account: Account) {
    this.#account = account;
  }

  get usedAmounts(): ReadonlyMap<ServiceLine, UsedAmount> {
    return (this.#usedAmounts ??= usedAmountsIn((this.#known ??= whatIsKnown(this.#account))));
  }

  get years(): readonly LedgerYear[] {
    return (this.#years ??= ledgerYearsOf(this.#account, (this.#known ??= whatIsKnown(this.#account))));
  }
}

/** What an account's running sums are made of. */
export interface Known {
  readonly years: readonly (KnownOfYear & { readonly opening: Cents | undefined })[];
  readonly open: readonly OpenDecision[];
  /** In their order. */
  readonly services: readonly Service[];
}

function whatIsKnown(account: Account): Known {
  const { sources, openingAmounts } = account;
  const { services: billed, standing, takenBack } = billedServices(sources);
  const { ofLines, ofClaims, forAnother } = sortDecisions(sources.decided);
  const decidedAlone = addDecisions({ services: billed, takenBack }, ofLines);
  const open = addWholeClaims(billed, ofClaims);
  const once = withoutThoseOfAnother(joinBilledTogether(billed), forAnother);
  markToldTwice(once);
  const services = putInOrder(decidedAlone.length === 0 ? once : [...once, ...decidedAlone], inOrder);
  const years = yearsOf(services, figuresOf(standing, sources), new Estimates(services, account.fees));
  return {
    years: years.map((year) => {
      const opening = year.figures === undefined ? openingAmounts?.[year.bucket] : undefined;
      const threshold = account.thresholdOf(year.year);
      const isMissing = year.figures === undefined && opening === undefined;
      return { year, steps: courseOf(year, opening, threshold), threshold, isMissing, opening };
    }),
    open: forAnother.length === 0 ? open : [...open, ...forAnother.map(doubtOfAnother)],
    services,
  };
}

/** What remittances tell, each once, by what it is about. */
interface SortedDecisions {
  readonly ofLines: readonly DecidedAmount[];
  readonly ofClaims: readonly DecidedAmount[];
  readonly forAnother: readonly DecidedAmount[];
}

/** Most accounts have none. */
const noDecisions: SortedDecisions = { ofLines: [], ofClaims: [], forAnother: [] };

function sortDecisions(decided: readonly DecidedAmount[]): SortedDecisions {
  if (decided.length === 0) return noDecisions;
  const told = decisionsOnce(decided);
  const own = told.filter(({ isForAnother }) => !isForAnother);
  return {
    ofLines: own.filter(({ isWholeClaim }) => !isWholeClaim),
    ofClaims: own.filter(({ isWholeClaim }) => isWholeClaim),
    forAnother: told.filter(({ isForAnother }) => isForAnother),
  };
}

function usedAmountsIn({ years }: Known): ReadonlyMap<ServiceLine, UsedAmount> {
  const used = new Map<ServiceLine, UsedAmount>();
  for (const year of years) addUsedAmounts(used, year);
  return used;
}
