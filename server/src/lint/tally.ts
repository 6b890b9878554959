import { findPayer } from "../data/payers.ts";
import type { Claim } from "../model/claim.ts";
import { payerOf } from "./context.ts";
import type { Environment } from "./environment.ts";

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
    if (claim.statedAmounts.some(({ amount }) => amount !== undefined)) this.#stating.add(claim);
  }

  /** Takes away a claim that was added. */
  remove(claim: Claim): void {
    const payer = payerOf(claim, this.#environment).name;
    this.#stating.delete(claim);
    const left = (this.#claimsOf.get(payer) ?? 0) - 1;
    if (left > 0) this.#claimsOf.set(payer, left);
    else this.#claimsOf.delete(payer);
  }

  /** The name of the payer of all claims, or of one that names none; undefined where they have several. */
  get payer(): string | undefined {
    const [payer, ...others] = this.#claimsOf.keys();
    if (others.length > 0) return undefined;
    return payer ?? findPayer({ name: this.#environment.settings.payer }).name;
  }

  get statesAmount(): boolean {
    return this.#stating.size > 0;
  }
}
