import type { Balance, BilledLine, DecidedAmount, Sources } from "../ledger/source.ts";
import { type FilePlace, type Place, isInOtherFile } from "../model/place.ts";
import type { Span } from "../text/span.ts";

/** More claims than one person has in three years of daily visits: their id is no person's, and each of them stands for itself. */
export const mostClaims = 1000;

/** What one file tells the others of beneficiaries. */
export interface FileRecords {
  readonly beneficiaryIds: Iterable<string>;
  has(beneficiaryId: string): boolean;
  claimCount(beneficiaryId: string): number;
  /** Every place in it is one of another file. */
  sourcesOf(beneficiaryId: string): Sources;
  /** Claims that name no beneficiary by an id, each by itself, and read when it is asked for. */
  readonly unnamed: Iterable<() => Sources>;
}

/** What other files tell of the beneficiaries of a document. Its answers may change: `Snapshot.afterElsewhere` is then told of whom. */
export interface Elsewhere {
  /** How the document at hand is named among them, which orders lines of one day. */
  readonly file: string;
  /** Without what the document at hand tells itself. */
  sourcesOf(beneficiaryId: string): Sources;
}

export const noSources: Sources = { claims: [], decided: [], balances: [] };

export const noRecords: FileRecords = {
  beneficiaryIds: [],
  has: () => false,
  claimCount: () => 0,
  sourcesOf: () => noSources,
  unnamed: [],
};

/** A document by itself. */
export const nothingElsewhere: Elsewhere = { file: "", sourcesOf: () => noSources };

/** The same for other files, which don't hold the document's text. */
export function toldElsewhere({ claims, decided, balances }: Sources, placeOf: (span: Span) => FilePlace): Sources {
  const inFile = (at: Place): FilePlace => (isInOtherFile(at) ? at : placeOf(at));
  const lineInFile = (line: BilledLine): BilledLine => {
    return { ...line, at: "file" in line.at ? line.at : placeOf(line.at.procedure) };
  };
  const moved = <Amount extends DecidedAmount | Balance>(amount: Amount): Amount => {
    return { ...amount, at: inFile(amount.at) };
  };
  return {
    claims: claims.map((claim) => ({
      ...claim,
      lines: claim.lines.map(lineInFile),
      balances: claim.balances.map(moved),
    })),
    decided: decided.map(moved),
    balances: balances.map(moved),
  };
}
