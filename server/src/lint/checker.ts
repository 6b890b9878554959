import type { Format, PartReading } from "../formats/format.ts";
import type { LedgerYear } from "../ledger/ledger-year.ts";
import type { Claim } from "../model/claim.ts";
import type { Stretch } from "../text/edit.ts";
import type { PartList, Replacement } from "../text/part-list.ts";
import type { Part } from "../text/span.ts";
import { type Asking, KeptAnswers } from "./asked.ts";
import { atHandIn } from "./billed.ts";
import { type Check, type Failure, checkClaim } from "./check.ts";
import type { Setting } from "./context.ts";
import { DocumentAmounts, type OwnAmounts } from "./document-amounts.ts";
import { type Elsewhere, nothingElsewhere } from "./elsewhere.ts";
import type { Environment } from "./environment.ts";
import type { Finding } from "./finding.ts";
import { Found } from "./findings.ts";
import { Neighbours } from "./neighbours.ts";
import { findingsOfPart } from "./part-findings.ts";
import { type Standing, Tally, standingOf } from "./tally.ts";

/** What is to be known of the parts of a document that are not checked with those at hand. */
export interface Rest {
  /** Their claims that belong to the accounts of those at hand. */
  readonly claims: readonly Claim[];
  /** The topics of which one of their claims is first. */
  readonly topics: ReadonlySet<string>;
  /** Where any of the claims stands among the others: smaller is earlier. */
  readonly placeOf: (claim: Claim) => number;
}

/**
 * Checks the claims of a document, bit by bit. First all of them are made known to one another, since what a rule asks may lie anywhere;
 * then they are checked, those that somebody looks at first. It goes from version to version, changes in place, and is that of the
 * newest.
 */
export class Checker {
  readonly format: Format;
  readonly environment: Environment;
  readonly elsewhere: Elsewhere;
  readonly neighbours: Neighbours;
  readonly #setting: Setting;
  readonly #tally: Tally;
  readonly #amounts: DocumentAmounts;
  /** Of the claims that were checked again together with many others; any other is checked where others with it change. */
  readonly #answers = new KeptAnswers();
  readonly #failures = new Map<Claim, readonly Failure[]>();
  /** Of a part's own claims and text; only of parts that have some. */
  readonly #findings = new Map<PartReading, readonly Finding[]>();
  /** Those that lie in another part, such as one that governs the claim, by that part and the claim's own. */
  readonly #elsewhere = new Map<Part, Map<PartReading, readonly Finding[]>>();
  /** What the findings of the newest version were put together from. */
  readonly found = new Found();
  /** The parts whose claims nobody knows yet, and those that are to be checked then. */
  readonly #unknown = new Set<PartReading>();
  readonly #unchecked = new Set<PartReading>();
  /** The parts in which something else may be found than was said last. */
  readonly #touched = new Set<Part>();
  #parts: PartList<PartReading>;
  readonly #placeOf: (claim: Claim) => number;
  #isSettled = false;
  readonly #toldOfAmounts = new Set<string>();

  /** @param rest of a document of which these are some parts only */
  constructor(
    format: Format,
    environment: Environment,
    parts: PartList<PartReading>,
    { rest, elsewhere = nothingElsewhere }: { readonly rest?: Rest; readonly elsewhere?: Elsewhere } = {},
  ) {
    this.format = format;
    this.environment = environment;
    this.#setting = { environment, formatId: format.id };
    this.elsewhere = elsewhere;
    this.#amounts = new DocumentAmounts(environment, atHandIn(elsewhere));
    const amountsOf = (id: string): OwnAmounts =>
      this.#amounts.of(id, this.#parts, (part) => this.#parts.placeOf(part));
    this.neighbours = new Neighbours({ environment, formatId: format.id, elsewhere, amountsOf }, rest?.topics);
    this.#tally = new Tally(environment);
    this.#parts = parts;
    this.#placeOf = rest?.placeOf ?? ((claim) => this.#parts.placeOf(claim.part));
    for (const part of parts) this.#unknown.add(part);
    if (rest !== undefined) this.neighbours.replace(none, rest.claims, this.#placeOf);
  }

  /** How many parts are to be checked yet, and, as one more, what has to be looked at again since others changed. */
  get left(): number {
    return this.#unknown.size + this.#unchecked.size + (this.#isSettled ? 0 : 1);
  }

  get standing(): Standing {
    return standingOf(this.#tally, this.#amounts.together(this.#parts), this.environment);
  }

  get failures(): readonly Failure[] {
    return [...this.#failures.values()].flat();
  }

  /** Goes on to another version. */
  replace({ removed, added }: Replacement<PartReading>, parts: PartList<PartReading>): void {
    this.#parts = parts;
    this.#isSettled = false;
    const ids = this.#amounts.replace(removed, added);
    this.neighbours.touch(ids);
    for (const id of ids) this.#toldOfAmounts.add(id);
    this.#forget(removed);
    for (const part of added) this.#unknown.add(part);
    // While others are not known either, these have to wait with them.
    if (this.#unknown.size === added.length && added.length <= partsAtOnce) this.#makeKnown(added);
  }

  /** Other files tell something else of these beneficiaries now: their claims are to be looked at again. */
  touch(ids: Iterable<string>): void {
    this.#isSettled = false;
    this.neighbours.touch(ids);
  }

  /** The beneficiaries of whom the document tells. */
  get beneficiaryIds(): ReadonlySet<string> {
    return new Set([...this.neighbours.beneficiaryIds, ...this.#amounts.idsIn(this.#parts)]);
  }

  tellsOf(beneficiaryId: string): boolean {
    return this.neighbours.has(beneficiaryId) || this.#amounts.has(beneficiaryId, this.#parts);
  }

  /** The beneficiaries of whom the document tells something else than when this was asked last. */
  takeTold(): ReadonlySet<string> {
    const told = new Set([...this.neighbours.takeTold(), ...this.#toldOfAmounts]);
    this.#toldOfAmounts.clear();
    return told;
  }

  /** What every account of the document comes to. */
  ledgers(): Iterable<readonly LedgerYear[]> {
    return this.neighbours.allYears(this.#amounts.idsIn(this.#parts));
  }

  /** Does what is left, what lies `near` first, until it is done or `isOver` says that it is time. */
  work(near: Stretch | undefined, isOver: () => boolean): void {
    for (const parts of batchesOf(this.#unknown, partsAtHand)) {
      this.#makeKnown(parts);
      if (isOver()) return;
    }
    for (const part of near === undefined ? none : this.#partsIn(near)) {
      if (this.#unchecked.has(part)) this.#check(part);
    }
    for (const part of this.#unchecked) {
      this.#check(part);
      if (isOver()) return;
    }
    this.#settle();
  }

  isChecked(stretch: Stretch): boolean {
    return this.#unknown.size === 0 && this.#partsIn(stretch).every((part) => !this.#unchecked.has(part));
  }

  /** What lies in a part, whichever claim it is about. */
  findingsIn(part: PartReading): readonly Finding[] {
    const own = this.#findings.get(part)?.filter(({ span }) => span.part === part) ?? none;
    const others = this.#elsewhere.get(part);
    return others === undefined ? own : [...own, ...[...others.values()].flat()];
  }

  /** The parts in which something may have been found, or lost, since this was asked last. */
  takeTouched(): readonly Part[] {
    const touched = [...this.#touched];
    this.#touched.clear();
    return touched;
  }

  #makeKnown(parts: readonly PartReading[]): void {
    const claims = claimsOf(parts);
    this.neighbours.replace(none, claims, this.#placeOf);
    for (const claim of claims) this.#tally.add(claim);
    for (const part of parts) {
      this.#unknown.delete(part);
      this.#unchecked.add(part);
    }
  }

  #forget(parts: readonly PartReading[]): void {
    const claims: Claim[] = [];
    for (const part of parts) {
      // Claims that were never known need not be read to be forgotten.
      if (!this.#unknown.delete(part)) claims.push(...part.claims);
      this.#unchecked.delete(part);
      this.#keep(part, none, this.#findings.get(part));
      this.#elsewhere.delete(part);
      this.#touched.delete(part);
    }
    this.neighbours.replace(claims, none, this.#placeOf);
    for (const claim of claims) {
      this.#tally.remove(claim);
      this.#answers.forget(claim);
      this.#failures.delete(claim);
    }
  }

  #check(part: PartReading): void {
    this.#keepChecks(
      part,
      part.claims.map((claim) => checkClaim(claim, this.#setting, this.neighbours)),
    );
  }

  /** Keeps what its claims asked too: others with them change, and may do so again. */
  #checkAndKeep(part: PartReading): void {
    const checks: Check[] = [];
    for (const claim of part.claims) {
      const asked: Asking[] = [];
      checks.push(checkClaim(claim, this.#setting, this.neighbours, (asking) => asked.push(asking)));
      this.#answers.keep(claim, asked);
    }
    this.#keepChecks(part, checks);
  }

  #keepChecks(part: PartReading, checks: readonly Check[]): void {
    const before = this.#unchecked.delete(part) ? none : this.#findings.get(part);
    for (const { claim, failures } of checks) {
      if (failures.length > 0) this.#failures.set(claim, failures);
      else if (this.#failures.size > 0) this.#failures.delete(claim);
    }
    // At once: what was read of a claim for its rules is at hand for its problems too.
    this.#keep(part, findingsOfPart(part, checks, this.environment.settings), before);
  }

  #partsIn({ start, end }: Stretch): readonly PartReading[] {
    return this.#parts.slice(this.#parts.placeAt(start), this.#parts.placeAt(end) + 1);
  }

  /** Checks again what asked something whose answer is another now, until nothing moves. */
  #settle(): void {
    for (let claims = this.neighbours.takeUnsettled(); claims.length > 0; claims = this.neighbours.takeUnsettled()) {
      const stale = new Set<PartReading>();
      for (const claim of claims) {
        // Claims of the rest of the document are checked with their own stretch.
        const isUpToDate = this.#answers.areUpToDate(claim, this.neighbours);
        const part = isUpToDate ? undefined : this.#parts.at(this.#parts.placeOf(claim.part));
        if (part !== undefined) stale.add(part);
      }
      for (const part of stale) {
        if (claims.length > fewClaims) this.#checkAndKeep(part);
        else this.#check(part);
      }
    }
    this.#isSettled = true;
  }

  /** @param before what was found last */
  #keep(part: PartReading, found: readonly Finding[], before: readonly Finding[] = none): void {
    if (before.length === 0 && found.length === 0) return;
    for (const { span } of before) {
      this.#touched.add(span.part);
      if (span.part !== part) this.#elsewhere.get(span.part)?.delete(part);
    }
    for (const { span } of found) {
      this.#touched.add(span.part);
      if (span.part === part) continue;
      const others = this.#elsewhere.get(span.part) ?? new Map<PartReading, readonly Finding[]>();
      this.#elsewhere.set(span.part, others);
      others.set(
        part,
        found.filter((one) => one.span.part === span.part),
      );
    }
    if (found.length > 0) this.#findings.set(part, found);
    else this.#findings.delete(part);
  }
}

/** So many parts that an edit adds are made known with it. */
const partsAtOnce = 256;

/** So few that what is read of one to find its account is still at hand when its payer is counted. */
const partsAtHand = 32;

/** So many are simply checked again. */
const fewClaims = 32;

const none: readonly never[] = [];

export function claimsOf(parts: Iterable<PartReading>): readonly Claim[] {
  const claims: Claim[] = [];
  for (const part of parts) claims.push(...part.claims);
  return claims;
}

/** All values, some at a time; those at hand may be taken out of the set. */
function* batchesOf<T>(values: ReadonlySet<T>, most: number): Iterable<readonly T[]> {
  let batch: T[] = [];
  for (const value of values) {
    batch.push(value);
    if (batch.length < most) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
