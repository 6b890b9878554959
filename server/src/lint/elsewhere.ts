import type { Sources } from "../ledger/source.ts";

/** What other files tell of the beneficiaries of a document. Its answers may change: `Snapshot.afterElsewhere` is then told of whom. */
export interface Elsewhere {
  /** How the document at hand is named among them, which orders lines of one day. */
  readonly file: string;
  /** Without what the document at hand tells itself. */
  sourcesOf(beneficiaryId: string): Sources;
}

export const noSources: Sources = { claims: [], decided: [], balances: [] };

/** A document by itself. */
export const nothingElsewhere: Elsewhere = { file: "", sourcesOf: () => noSources };
