import type { Claim } from "../../model/claim.ts";
import type { Problem } from "../../model/problem.ts";
import { keepRead } from "../at-hand.ts";
import type { ClaimPart } from "../claim-view.ts";
import { FoundClaim } from "../found-claim.ts";
import { settled } from "../settled.ts";
import { readClaims } from "./claims.ts";
import type { CsvPart, State } from "./state.ts";

/**
 * A run of rows, the claims of one patient. They are read when something of them is asked for, and what they say is dropped soon; their
 * problems are findings, and stay from then on.
 */
export class RowsPart implements CsvPart, ClaimPart {
  text: string;
  readonly before: State;
  readonly #claimCount: number | undefined;
  #claims: readonly FoundClaim[] | undefined;
  #problems: readonly Problem[] | undefined;
  #claimReadings: readonly Claim[] | undefined;
  #timesRead = 0;

  /** @param claimCount undefined where only reading them tells */
  constructor(text: string, before: State, claimCount: number | undefined) {
    this.text = text;
    this.before = before;
    this.#claimCount = claimCount;
  }

  get after(): State {
    return this.before;
  }

  get header(): undefined {
    return undefined;
  }

  get labels(): readonly never[] {
    return none;
  }

  get claims(): readonly Claim[] {
    return (this.#claims ??= this.#find());
  }

  get problems(): readonly Problem[] {
    if (this.#problems === undefined) this.#read();
    return this.#problems ?? none;
  }

  get amounts(): readonly never[] {
    return none;
  }

  get directives(): readonly never[] {
    return none;
  }

  get folds(): readonly never[] {
    return none;
  }

  get outline(): readonly never[] {
    return none;
  }

  get claimReadings(): readonly Claim[] {
    return this.#claimReadings ?? this.#read();
  }

  drop(): void {
    this.#claimReadings = undefined;
    for (const claim of this.#claims ?? none) claim.drop();
  }

  #find(): readonly FoundClaim[] {
    const length = this.#claimCount ?? this.claimReadings.length;
    return Array.from({ length }, (_, index) => new FoundClaim(this, index));
  }

  #read(): readonly Claim[] {
    const { table, defaults } = this.before;
    const problems: Problem[] = [];
    this.#claimReadings = table === undefined ? none : readClaims({ part: this, problems, table, defaults });
    this.#problems ??= settled(problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end));
    keepRead(this, ++this.#timesRead);
    return this.#claimReadings;
  }
}

const none: readonly never[] = [];
