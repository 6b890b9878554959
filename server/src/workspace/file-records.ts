import type { Format, PartReading } from "../formats/format.ts";
import type { Form, Sources } from "../ledger/source.ts";
import {
  type Whereabouts,
  balanceOf,
  beneficiaryIdsOf,
  billedClaimOf,
  countsForNobody,
  decidedAmountOf,
  formOf,
} from "../lint/billed.ts";
import { type FileRecords, noSources } from "../lint/elsewhere.ts";
import type { Environment } from "../lint/environment.ts";
import type { Amount } from "../model/amount.ts";
import type { Document } from "../text/document.ts";
import type { Part } from "../text/span.ts";
import type { Steps } from "../text/steps.ts";
import { type Packed, type PackedSources, pack, unpack, countClaims } from "./packed.ts";

/** Reads what a file tells, step by step. Nothing of its text is kept. */
export function* readRecords(
  file: string,
  document: Document,
  format: Format,
  environment: Environment,
): Steps<ReadRecords> {
  const told = new Map<string, Packed[]>();
  const unnamed: Packed[] = [];
  const reader = new PartRecords(file, document, format, environment);
  let offset = 0;
  for (const part of format.partsFrom(document.text)) {
    for (const [id, sources] of reader.read(part, offset)) {
      const packed = pack(sources);
      const known = id === undefined ? unnamed : told.get(id);
      if (known !== undefined) known.push(packed);
      else if (id !== undefined) told.set(id, [packed]);
    }
    offset += part.text.length;
    yield;
  }
  return new ReadRecords(file, told, unnamed, reader.unidentified);
}

/** What was read of a file. */
export class ReadRecords implements FileRecords {
  readonly #file: string;
  readonly #packed = new Map<string, Packed>();
  readonly #unnamed: readonly Packed[];
  /** How many amounts that payers tell count nowhere, since no id of a patient stands with them. */
  readonly unidentified: number;

  constructor(
    file: string,
    told: ReadonlyMap<string, readonly Packed[]>,
    unnamed: readonly Packed[],
    unidentified: number,
  ) {
    this.#file = file;
    this.unidentified = unidentified;
    // One text takes less room than its pieces.
    for (const [id, records] of told) this.#packed.set(id, records.join("\n"));
    this.#unnamed = unnamed;
  }

  get beneficiaryIds(): Iterable<string> {
    return this.#packed.keys();
  }

  /** The claims without a beneficiary's id: each is an account of its own. */
  get unnamed(): readonly (() => Sources)[] {
    return this.#unnamed.map((packed) => () => unpack(packed, this.#file));
  }

  has(beneficiaryId: string): boolean {
    return this.#packed.has(beneficiaryId);
  }

  claimCount(beneficiaryId: string): number {
    return countClaims(this.#packed.get(beneficiaryId) ?? "");
  }

  sourcesOf(beneficiaryId: string): Sources {
    const packed = this.#packed.get(beneficiaryId);
    return packed === undefined ? noSources : unpack(packed, this.#file);
  }

  /** The same, so that it can be given away as it is. */
  packedOf(beneficiaryId: string): PackedSources | undefined {
    const packed = this.#packed.get(beneficiaryId);
    return packed === undefined ? undefined : { file: this.#file, packed };
  }
}

/** Turns the parts of a file, one after the other, into records. */
class PartRecords {
  readonly #at: Whereabouts & { readonly form: Form };
  readonly #environment: Environment;
  /** A value of a claim may stand in a part before it. */
  readonly #offsets = new WeakMap<Part, number>();
  #claims = 0;
  #amounts = 0;
  unidentified = 0;

  constructor(file: string, document: Document, format: Format, environment: Environment) {
    const placeOf: Whereabouts["placeOf"] = ({ part, start }) => {
      return { file, line: document.positionAt((this.#offsets.get(part) ?? 0) + start).line };
    };
    this.#at = { file, placeOf, form: formOf(format.id) };
    this.#environment = environment;
  }

  *read(part: PartReading, offset: number): Iterable<readonly [id: string | undefined, sources: Sources]> {
    this.#offsets.set(part, offset);
    for (const claim of part.claims) {
      const billed = billedClaimOf(claim, this.#claims++, this.#at, this.#environment);
      const id = claim.hasSeveralSubjects ? undefined : claim.beneficiaryId?.value;
      yield [id, { ...noSources, claims: [billed] }];
    }
    for (const amount of part.amounts) {
      if (countsForNobody(amount, this.#at, this.#environment)) this.unidentified++;
      const place = this.#amounts++;
      for (const id of beneficiaryIdsOf(amount)) {
        const told = this.#tell(amount, id, place);
        if (told !== undefined) yield [id, told];
      }
    }
  }

  #tell(amount: Amount, beneficiaryId: string, place: number): Sources | undefined {
    if (amount.source === "remittance") {
      const decision = decidedAmountOf(amount, { beneficiaryId, place }, this.#at, this.#environment);
      return decision && { ...noSources, decided: [decision] };
    }
    const balance = balanceOf(amount, this.#at, this.#environment);
    return balance && { ...noSources, balances: [balance] };
  }
}
