import type { PartReading } from "../formats/format.ts";
import type { Balance, DecidedAmount } from "../ledger/source.ts";
import type { Part } from "../text/span.ts";
import { type Whereabouts, balanceOf, beneficiaryIdsOf, decidedAmountOf } from "./billed.ts";
import type { Environment } from "./environment.ts";

/** What a document's remittances and eligibility answers tell of one beneficiary. */
export interface OwnAmounts {
  readonly decided: readonly DecidedAmount[];
  readonly balances: readonly Balance[];
}

/**
 * Which parts of a document tell amounts of whom. Nothing is read until somebody asks; from then on it goes from version to version, at
 * the cost of the parts that change.
 */
export class DocumentAmounts {
  readonly #environment: Environment;
  readonly #at: Whereabouts;
  #partsOf: Map<string, Set<PartReading>> | undefined;

  constructor(environment: Environment, at: Whereabouts) {
    this.#environment = environment;
    this.#at = at;
  }

  /** The beneficiaries of whom something else is told now. */
  replace(removed: readonly PartReading[], added: readonly PartReading[]): Iterable<string> {
    const partsOf = this.#partsOf;
    if (partsOf === undefined) return [];
    const touched = new Set<string>();
    for (const part of removed) {
      for (const id of idsIn(part)) {
        touched.add(id);
        const parts = partsOf.get(id);
        parts?.delete(part);
        if (parts?.size === 0) partsOf.delete(id);
      }
    }
    for (const part of added) {
      for (const id of idsIn(part)) touched.add(id);
      addTo(partsOf, part);
    }
    return touched;
  }

  /** @param parts those of the newest version */
  idsIn(parts: Iterable<PartReading>): Iterable<string> {
    return this.#read(parts).keys();
  }

  /** @param parts those of the newest version */
  has(id: string, parts: Iterable<PartReading>): boolean {
    return this.#read(parts).has(id);
  }

  /** @param parts those of the newest version */
  of(id: string, parts: Iterable<PartReading>, placeOf: (part: Part) => number): OwnAmounts {
    const telling = this.#read(parts).get(id);
    if (telling === undefined) return nothing;
    const decided: DecidedAmount[] = [];
    const balances: Balance[] = [];
    let place = 0;
    for (const part of [...telling].sort((a, b) => placeOf(a) - placeOf(b))) {
      for (const amount of part.amounts) {
        if (!beneficiaryIdsOf(amount).includes(id)) continue;
        if (amount.source === "remittance") {
          const decision = decidedAmountOf(amount, { beneficiaryId: id, place: place++ }, this.#at, this.#environment);
          if (decision !== undefined) decided.push(decision);
        } else {
          const balance = balanceOf(amount, this.#at, this.#environment);
          if (balance !== undefined) balances.push(balance);
        }
      }
    }
    return { decided, balances };
  }

  #read(parts: Iterable<PartReading>): ReadonlyMap<string, ReadonlySet<PartReading>> {
    if (this.#partsOf !== undefined) return this.#partsOf;
    const partsOf = new Map<string, Set<PartReading>>();
    for (const part of parts) addTo(partsOf, part);
    return (this.#partsOf = partsOf);
  }
}

const nothing: OwnAmounts = { decided: [], balances: [] };

function addTo(partsOf: Map<string, Set<PartReading>>, part: PartReading): void {
  for (const id of idsIn(part)) {
    const parts = partsOf.get(id);
    if (parts === undefined) partsOf.set(id, new Set([part]));
    else parts.add(part);
  }
}

function idsIn(part: PartReading): ReadonlySet<string> {
  if (part.amounts.length === 0) return none;
  return new Set(part.amounts.flatMap(beneficiaryIdsOf));
}

const none: ReadonlySet<string> = new Set();
