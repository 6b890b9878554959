import type { Claim } from "../model/claim.ts";

interface Topic {
  readonly askers: Set<Claim>;
  first: Claim | undefined;
}

/** Which claim of a document is the first for which a rule raises a topic: it alone speaks of it. */
export class Topics {
  readonly #topics = new Map<string, Topic>();
  readonly #topicsOf = new Map<Claim, Set<string>>();
  readonly #vacant = new Set<Topic>();
  readonly #taken: ReadonlySet<string>;
  readonly #unsettled: Set<Claim>;
  readonly #placeOf: (claim: Claim) => number;

  /**
   * @param taken those of which a claim that is none of these was first
   * @param unsettled takes the claims whose answer may be another now
   * @param placeOf where a claim stands among the others: smaller is earlier
   */
  constructor(taken: ReadonlySet<string>, unsettled: Set<Claim>, placeOf: (claim: Claim) => number) {
    this.#taken = taken;
    this.#unsettled = unsettled;
    this.#placeOf = placeOf;
  }

  get names(): Iterable<string> {
    return this.#topics.keys();
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

  forget(claim: Claim): void {
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

  /** Gives every vacant topic to the earliest claim that asked. */
  fill(): void {
    for (const topic of this.#vacant) {
      if (topic.first !== undefined) continue;
      topic.first = this.#earliest(topic.askers);
      if (topic.first !== undefined) this.#unsettled.add(topic.first);
    }
    this.#vacant.clear();
  }

  #earliest(claims: ReadonlySet<Claim>): Claim | undefined {
    let earliest: Claim | undefined;
    for (const claim of claims) {
      if (earliest === undefined || this.#placeOf(claim) < this.#placeOf(earliest)) earliest = claim;
    }
    return earliest;
  }
}
