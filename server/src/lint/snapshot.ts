import type { Format, PartReading, Reading } from "../formats/format.ts";
import type { LedgerYear } from "../ledger/ledger-year.ts";
import type { Impossible } from "../model/change.ts";
import type { Claim } from "../model/claim.ts";
import type { TextFix } from "../model/problem.ts";
import type { Context } from "../rules/context.ts";
import type { Fix, Severity } from "../rules/rule.ts";
import type { Document, Range } from "../text/document.ts";
import type { Edit, Stretch } from "../text/edit.ts";
import type { Part, Span } from "../text/span.ts";
import type { Failure } from "./check.ts";
import type { FileRecords } from "./elsewhere.ts";
import type { Environment } from "./environment.ts";
import type { Finding } from "./finding.ts";
import type { Standing } from "./tally.ts";

/** One version of a document, read and checked. Every answer about that version comes from here. */
export interface Snapshot {
  readonly document: Document;
  readonly format: Format;
  readonly reading: Reading;
  readonly environment: Environment;
  /** In document order. Of a large document a keystroke needs fewer: the next three. */
  readonly findings: readonly Finding[];
  readonly findingCount: number;
  countOf(severity: Severity): number;
  /** At most so many: errors before warnings, warnings before the others. */
  gravestFindings(most: number): readonly Finding[];
  /** Those that lie in a part, in their order. */
  findingsIn(part: Part): readonly Finding[];
  readonly standing: Standing;
  /** How many parts are not checked yet: what would be found in them is missing. */
  readonly left: number;
  /** Whether what stands there is checked. */
  isChecked(stretch: Stretch): boolean;
  /** Rules that threw; each lost its own findings on one claim. */
  readonly failures: readonly Failure[];
  /** Where a part begins in this version. */
  offsetOf(part: Part): number;
  rangeOf(span: Span): Range;
  /** The part at an offset, and the offset within it; undefined in an empty document. */
  partAt(offset: number): { readonly part: PartReading; readonly offset: number } | undefined;
  /** Every claim, in document order. */
  readonly claims: readonly Claim[];
  /** What rules know of a claim, for hovers. */
  contextOf(claim: Claim): Context;
  /** What the claim's account comes to, over all files, year by year. */
  ledgerOf(claim: Claim): readonly LedgerYear[];
  /** The same of every account that the document tells of. */
  ledgers(): Iterable<readonly LedgerYear[]>;
  /** The edits that a fix makes in this version. */
  editsOf(fix: Fix | TextFix): readonly Edit[] | Impossible;
  /** The edits that silence a finding, or why it can't be silenced in the text. */
  silence(finding: Finding): readonly Edit[] | Impossible;
  /** The same version, of which more is checked: what lies `near` first, until all is done or `isOver` says that it is time. */
  checkedOn(near: Stretch | undefined, isOver: () => boolean): Snapshot;
  /** The next version, wholly checked; what the edit leaves alone is not computed again. */
  after(document: Document): Snapshot;
  /** The next version, of which what the edit touched is still to be checked. */
  edited(document: Document): Snapshot;
  /** What the document tells other files. It is that of the newest version. */
  readonly records: FileRecords;
  /** The beneficiaries of whom it tells something else than when this was asked last; at first all. */
  takeTold(): ReadonlySet<string>;
  /** The same version, after other files changed what they tell of these beneficiaries: their claims are still to be looked at again. */
  afterElsewhere(beneficiaryIds: Iterable<string>): Snapshot;
}
