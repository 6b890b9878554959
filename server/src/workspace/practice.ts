import type { Sources } from "../ledger/source.ts";
import { type FileRecords, mostClaims, noSources } from "../lint/elsewhere.ts";

/** What is told of one beneficiary, or of a claim that names none. It is read when it is asked for: all of them together are large. */
export interface PracticeAccount {
  readonly id: string | undefined;
  /** Those that tell of it. */
  readonly files: readonly string[];
  read(): Sources;
}

/**
 * What all files of an office tell, by beneficiary. A file is known by the name that the edge has for it. It is kept in memory alone.
 * The order in which files come and go changes no answer.
 */
export class Practice {
  readonly #files = new Map<string, FileRecords>();
  /** Mostly one file tells of a beneficiary, and there may be a million of them. */
  readonly #filesOf = new Map<string, string | Set<string>>();
  /** The ids of which it is known that they stand on more claims than one person has. */
  readonly #shared = new Set<string>();

  get fileCount(): number {
    return this.#files.size;
  }

  get files(): Iterable<string> {
    return this.#files.keys();
  }

  get beneficiaryIds(): Iterable<string> {
    return this.#filesOf.keys();
  }

  /** What a file tells from now on; undefined for one that is gone. Answers with those of whom it told, or tells. */
  replace(file: string, records: FileRecords | undefined): ReadonlySet<string> {
    const touched = new Set<string>(this.#files.get(file)?.beneficiaryIds);
    for (const id of touched) this.#leave(id, file);
    if (records === undefined) this.#files.delete(file);
    else this.#files.set(file, records);
    for (const id of records?.beneficiaryIds ?? []) {
      this.#join(id, file);
      touched.add(id);
    }
    return touched;
  }

  /** Something that a file tells of these is another now; its records are those that were given, and know it. */
  refresh(file: string, ids: Iterable<string>): void {
    const records = this.#files.get(file);
    for (const id of ids) {
      if (records?.has(id) === true) this.#join(id, file);
      else this.#leave(id, file);
    }
  }

  /** The files that tell of a beneficiary, in order. */
  filesOf(id: string): readonly string[] {
    const files = this.#filesOf.get(id);
    if (files === undefined) return [];
    return typeof files === "string" ? [files] : [...files].sort();
  }

  /** What all files tell of a beneficiary, or all but one; nothing of an id that is no person's. */
  sourcesOf(id: string, except?: string): Sources {
    return this.#isShared(id) ? noSources : this.#gather(id, except);
  }

  /** What all files tell, by account: that of each beneficiary, in order of ids, and then that of each claim which has none or a shared one. */
  *accounts(): Iterable<PracticeAccount> {
    for (const id of [...this.#filesOf.keys()].sort()) {
      if (!this.#isShared(id)) yield { id, files: this.filesOf(id), read: () => this.sourcesOf(id) };
    }
    for (const file of [...this.#files.keys()].sort()) {
      for (const read of this.#files.get(file)?.unnamed ?? []) yield { id: undefined, files: [file], read };
    }
    for (const id of [...this.#shared].sort()) {
      for (const claim of this.#gather(id).claims) {
        yield { id: undefined, files: [claim.file], read: () => ({ ...noSources, claims: [claim] }) };
      }
    }
  }

  /** Counted over all files, whoever asks: else the answer would depend on who asked first. */
  #isShared(id: string): boolean {
    if (this.#shared.has(id)) return true;
    const count = this.filesOf(id).reduce((sum, file) => sum + (this.#files.get(file)?.claimCount(id) ?? 0), 0);
    if (count > mostClaims) this.#shared.add(id);
    return count > mostClaims;
  }

  #gather(id: string, except?: string): Sources {
    const files = this.filesOf(id).filter((file) => file !== except);
    if (files.length === 0) return noSources;
    const all = files.map((file) => this.#files.get(file)?.sourcesOf(id) ?? noSources);
    return {
      claims: all.flatMap(({ claims }) => claims),
      decided: all.flatMap(({ decided }) => decided),
      balances: all.flatMap(({ balances }) => balances),
    };
  }

  #join(id: string, file: string): void {
    this.#shared.delete(id);
    const files = this.#filesOf.get(id);
    if (files === undefined) this.#filesOf.set(id, file);
    else if (typeof files !== "string") files.add(file);
    else if (files !== file) this.#filesOf.set(id, new Set([files, file]));
  }

  #leave(id: string, file: string): void {
    this.#shared.delete(id);
    const files = this.#filesOf.get(id);
    if (files === file) this.#filesOf.delete(id);
    if (files === undefined || typeof files === "string") return;
    files.delete(file);
    if (files.size === 0) this.#filesOf.delete(id);
  }
}
