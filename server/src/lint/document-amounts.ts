import type { PartReading } from "../formats/format.ts";
import type { Balance, DecidedAmount } from "../ledger/source.ts";
import type { Part } from "../text/span.ts";
import {
  type Whereabouts,
  balanceOf,
  beneficiaryIdsOf,
  countsForNobody,
  decidedAmountOf,
  nameOfPayer,
} from "./billed.ts";
import type { Environment } from "./environment.ts";

/** What a document's remittances and eligibility answers tell of one beneficiary. */
export interface OwnAmounts {
  readonly decided: readonly DecidedAmount[];
  readonly balances: readonly Balance[];
}

/** What all of them come to. */
export interface AmountsTogether {
  /** The names of the payers that told them, each once; where nothing is told, of those that answer. */
  readonly payers: readonly string[];
  /** How many would count, were it said whose they are. */
  readonly unidentified: number;
}

/** What was read of the parts of a document. */
interface Told {
  readonly partsOf: Map<string, Set<PartReading>>;
  /** How many amounts each payer told. */
  readonly amountsOf: Map<string, number>;
  /** How often each payer is named as the one that answers, whatever it tells. */
  readonly answersOf: Map<string, number>;
  unidentified: number;
}

/**
 * Which parts of a document tell amounts of whom. Nothing is read until somebody asks; from then on it goes from version to version, at
 * the cost of the parts that change.
 */
export class DocumentAmounts {
  readonly #environment: Environment;
  readonly #at: Whereabouts;
  #told: Told | undefined;

  constructor(environment: Environment, at: Whereabouts) {
    this.#environment = environment;
    this.#at = at;
  }

  /** The beneficiaries of whom something else is told now. */
  replace(removed: readonly PartReading[], added: readonly PartReading[]): Iterable<string> {
    const told = this.#told;
    if (told === undefined) return [];
    const touched = new Set<string>();
    for (const part of removed) {
      for (const id of idsIn(part)) touched.add(id);
      this.#forget(part, told);
    }
    for (const part of added) {
      for (const id of idsIn(part)) touched.add(id);
      this.#learn(part, told);
    }
    return touched;
  }

  /** @param parts those of the newest version */
  together(parts: Iterable<PartReading>): AmountsTogether {
    const { amountsOf, answersOf, unidentified } = this.#read(parts);
    // What is told may name the payer better: a remittance's claims state how they are filed.
    return { payers: [...(amountsOf.size > 0 ? amountsOf : answersOf).keys()], unidentified };
  }

  /** @param parts those of the newest version */
  idsIn(parts: Iterable<PartReading>): Iterable<string> {
    return this.#read(parts).partsOf.keys();
  }

  /** @param parts those of the newest version */
  has(id: string, parts: Iterable<PartReading>): boolean {
    return this.#read(parts).partsOf.has(id);
  }

  /** @param parts those of the newest version */
  of(id: string, parts: Iterable<PartReading>, placeOf: (part: Part) => number): OwnAmounts {
    const telling = this.#read(parts).partsOf.get(id);
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

  #read(parts: Iterable<PartReading>): Told {
    if (this.#told !== undefined) return this.#told;
    const told: Told = { partsOf: new Map(), amountsOf: new Map(), answersOf: new Map(), unidentified: 0 };
    for (const part of parts) this.#learn(part, told);
    return (this.#told = told);
  }

  #learn(part: PartReading, told: Told): void {
    for (const id of idsIn(part)) {
      const parts = told.partsOf.get(id);
      if (parts === undefined) told.partsOf.set(id, new Set([part]));
      else parts.add(part);
    }
    this.#count(part, told, 1);
  }

  #forget(part: PartReading, told: Told): void {
    for (const id of idsIn(part)) {
      const parts = told.partsOf.get(id);
      parts?.delete(part);
      if (parts?.size === 0) told.partsOf.delete(id);
    }
    this.#count(part, told, -1);
  }

  #count({ amounts, answeringPayer }: PartReading, told: Told, by: 1 | -1): void {
    if (answeringPayer !== undefined) addTo(told.answersOf, nameOfPayer(answeringPayer, this.#environment), by);
    for (const amount of amounts) {
      addTo(told.amountsOf, nameOfPayer(amount.payer, this.#environment), by);
      if (countsForNobody(amount, this.#at, this.#environment)) told.unidentified += by;
    }
  }
}

function addTo(counts: Map<string, number>, name: string, by: 1 | -1): void {
  const count = (counts.get(name) ?? 0) + by;
  if (count === 0) counts.delete(name);
  else counts.set(name, count);
}

const nothing: OwnAmounts = { decided: [], balances: [] };

function idsIn(part: PartReading): ReadonlySet<string> {
  if (part.amounts.length === 0) return none;
  return new Set(part.amounts.flatMap(beneficiaryIdsOf));
}

const none: ReadonlySet<string> = new Set();
