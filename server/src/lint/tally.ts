import { findPayer } from "../data/payers.ts";
import type { Claim } from "../model/claim.ts";
import { payerOf } from "./context.ts";
import type { AmountsTogether } from "./document-amounts.ts";
import type { Environment } from "./environment.ts";

/** What is known of a document's claims, or of what payers answer in it, together. */
export interface Standing {
  /** The name of the payer of all claims, and where there are none, of all answers; undefined where they have several. */
  readonly payer: string | undefined;
  /** How many decided lines and balances would count, were it said whose they are: no id of a patient stands with them. */
  readonly unidentified: number;
  /** Some claim states how much was used. */
  readonly statesAmount: boolean;
}

/** What is counted of the claims of a document as they come and go, so that nobody has to look through all of them. */
export class Tally {
  readonly #environment: Environment;
  /** How many claims have each payer. */
  readonly #claimsOf = new Map<string, number>();
  /** The claims that state how much was used. */
  readonly #stating = new Set<Claim>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  add(claim: Claim): void {
    const payer = payerOf(claim, this.#environment).name;
    this.#claimsOf.set(payer, (this.#claimsOf.get(payer) ?? 0) + 1);
    for (const { amount } of claim.statedAmounts) if (amount !== undefined) this.#stating.add(claim);
  }

  /** Takes away a claim that was added. */
  remove(claim: Claim): void {
    const payer = payerOf(claim, this.#environment).name;
    this.#stating.delete(claim);
    const left = (this.#claimsOf.get(payer) ?? 0) - 1;
    if (left > 0) this.#claimsOf.set(payer, left);
    else this.#claimsOf.delete(payer);
  }

  /** The names of the claims' payers, each once. */
  get payers(): readonly string[] {
    return [...this.#claimsOf.keys()];
  }

  get statesAmount(): boolean {
    return this.#stating.size > 0;
  }
}

export function standingOf(
  { payers, statesAmount }: Tally,
  amounts: AmountsTogether,
  { settings }: Environment,
): Standing {
  const [payer = findPayer({ name: settings.payer }).name, ...others] = payers.length > 0 ? payers : amounts.payers;
  return { payer: others.length > 0 ? undefined : payer, statesAmount, unidentified: amounts.unidentified };
}
