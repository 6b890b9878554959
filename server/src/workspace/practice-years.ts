import { computeAccount } from "../ledger/account.ts";
import type { LedgerStep, LedgerYear } from "../ledger/ledger-year.ts";
import type { Sources } from "../ledger/source.ts";
import { reviewThresholdOn, thresholdOf } from "../lint/context.ts";
import type { Environment } from "../lint/environment.ts";
import { dateOf } from "../model/date.ts";
import type { Cents } from "../model/money.ts";
import type { Steps } from "../text/steps.ts";
import type { Practice, PracticeAccount } from "./practice.ts";

/** A year of an account of a practice, and what it is counted in. */
export interface PracticeYear extends LedgerYear {
  readonly environment: Environment;
}

/**
 * What every account of a practice comes to, year by year, in order of ids; claims without an id, each an account of its own, behind.
 * A year keeps its sum alone: all that it is made of is worked out anew when it is asked for, since that of all accounts together is
 * many times what their files hold.
 *
 * @param environmentOf what an account is counted in of which these files tell
 */
export function* yearsOfPractice(
  practice: Practice,
  environmentOf: (files: readonly string[]) => Environment,
): Steps<readonly PracticeYear[]> {
  const years: PracticeYear[] = [];
  const again = new AccountAtHand();
  for (const account of practice.accounts()) {
    const environment = environmentOf(account.files);
    for (const year of yearsOf(account, environment)) years.push(new RememberedYear(year, environment, account, again));
    yield;
  }
  return years;
}

/** The review threshold of the year, as it stands on its last day. */
export function reviewThresholdOf({ year, environment }: PracticeYear): Cents | undefined {
  const lastDay = dateOf(year, 12, 31);
  return lastDay && reviewThresholdOn(lastDay, environment);
}

class RememberedYear implements PracticeYear {
  readonly beneficiaryId: string | undefined;
  readonly year: number;
  readonly bucket: LedgerYear["bucket"];
  readonly threshold: Cents | undefined;
  readonly used: LedgerYear["used"];
  readonly isMissing: boolean;
  readonly environment: Environment;
  readonly #account: PracticeAccount;
  readonly #again: AccountAtHand;

  constructor(year: LedgerYear, environment: Environment, account: PracticeAccount, again: AccountAtHand) {
    this.beneficiaryId = year.beneficiaryId;
    this.year = year.year;
    this.bucket = year.bucket;
    this.threshold = year.threshold;
    this.used = year.used;
    this.isMissing = year.isMissing;
    this.environment = environment;
    this.#account = account;
    this.#again = again;
  }

  get steps(): readonly LedgerStep[] {
    return this.#whole?.steps ?? [];
  }

  get passedAt(): LedgerStep | undefined {
    return this.#whole?.passedAt;
  }

  get doubts(): readonly string[] {
    return this.#whole?.doubts ?? [];
  }

  get #whole(): LedgerYear | undefined {
    const years = this.#again.yearsOf(this.#account, this.environment);
    return years.find(({ year, bucket }) => year === this.year && bucket === this.bucket);
  }
}

/** Years are told one after the other, and several things are asked of each. */
class AccountAtHand {
  #account: PracticeAccount | undefined;
  #years: readonly LedgerYear[] = [];

  yearsOf(account: PracticeAccount, environment: Environment): readonly LedgerYear[] {
    if (this.#account !== account) {
      this.#account = account;
      this.#years = yearsOf(account, environment);
    }
    return this.#years;
  }
}

function yearsOf(account: PracticeAccount, environment: Environment): readonly LedgerYear[] {
  const { openingAmounts, fees } = environment;
  const sources: Sources = account.read();
  return computeAccount({
    beneficiaryId: account.id,
    sources,
    thresholdOf: (year) => thresholdOf(year, environment)?.kxThreshold ?? undefined,
    ...(openingAmounts && { openingAmounts }),
    ...(fees && { fees }),
  }).years;
}
