import type { Format, PartReading, Reading } from "../formats/format.ts";
import type { Impossible } from "../model/change.ts";
import type { Claim } from "../model/claim.ts";
import type { TextFix } from "../model/problem.ts";
import type { Context } from "../rules/context.ts";
import type { Fix } from "../rules/rule.ts";
import type { Document, Range } from "../text/document.ts";
import type { Edit } from "../text/edit.ts";
import type { Part, Span } from "../text/span.ts";
import type { Failure } from "./check.ts";
import type { Environment } from "./environment.ts";
import type { Finding } from "./finding.ts";

/** One version of a document, read and checked. Every answer about that version comes from here. */
export interface Snapshot {
  readonly document: Document;
  readonly format: Format;
  readonly reading: Reading;
  readonly environment: Environment;
  /** In document order. */
  readonly findings: readonly Finding[];
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
  /** The edits that a fix makes in this version. */
  editsOf(fix: Fix | TextFix): readonly Edit[] | Impossible;
  /** The edits that silence a finding, or why it can't be silenced in the text. */
  silence(finding: Finding): readonly Edit[] | Impossible;
  /** The next version; what the edit leaves alone is not computed again. */
  after(document: Document): Snapshot;
}
