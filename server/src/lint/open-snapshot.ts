import type { Format, PartReading, Reading } from "../formats/format.ts";
import type { Change, Impossible } from "../model/change.ts";
import type { Claim } from "../model/claim.ts";
import type { TextFix } from "../model/problem.ts";
import type { Context } from "../rules/context.ts";
import type { Fix } from "../rules/rule.ts";
import type { Document, Range } from "../text/document.ts";
import type { Edit } from "../text/edit.ts";
import type { Part, PartEdit, Span } from "../text/span.ts";
import type { Failure } from "./check.ts";
import { ClaimContext } from "./context.ts";
import { documentFindings } from "./document-findings.ts";
import type { Environment } from "./environment.ts";
import type { Finding } from "./finding.ts";
import { PartIndex, type Replacement } from "./part-index.ts";
import { type Shared, claimsOf, failuresOf, newShared, settle } from "./settle.ts";
import type { Snapshot } from "./snapshot.ts";

/** Reads and checks a document. */
export function openSnapshot(document: Document, format: Format, environment: Environment): Snapshot {
  const reading = format.read(document.text);
  const shared = newShared(format, environment);
  const index = new PartIndex(reading.parts);
  settle(shared, { removed: [], added: reading.parts }, index);
  return new CheckedDocument(document, reading, index, shared);
}

class CheckedDocument implements Snapshot {
  readonly document: Document;
  readonly reading: Reading;
  readonly findings: readonly Finding[];
  readonly #index: PartIndex;
  readonly #shared: Shared;
  #claims: readonly Claim[] | undefined;

  constructor(document: Document, reading: Reading, index: PartIndex, shared: Shared) {
    this.document = document;
    this.reading = reading;
    this.#index = index;
    this.#shared = shared;
    this.findings = documentFindings(reading, index, shared);
  }

  get format(): Format {
    return this.#shared.format;
  }

  get environment(): Environment {
    return this.#shared.environment;
  }

  get claims(): readonly Claim[] {
    return (this.#claims ??= claimsOf(this.reading.parts));
  }

  get failures(): readonly Failure[] {
    return failuresOf(this.#shared.checks);
  }

  offsetOf(part: Part): number {
    return this.#index.offsetOf(part);
  }

  rangeOf(span: Span): Range {
    const offset = this.offsetOf(span.part);
    return this.document.rangeOf(offset + span.start, offset + span.end);
  }

  partAt(offset: number): { part: PartReading; offset: number } | undefined {
    const place = this.#index.placeAt(offset);
    const part = this.#index.partAt(place);
    return part && { part, offset: offset - this.#index.offsetAt(place) };
  }

  contextOf(claim: Claim): Context {
    const setting = { environment: this.environment, formatId: this.format.id };
    return new ClaimContext(claim, setting, this.#shared.neighbours, () => undefined);
  }

  editsOf(fix: Fix | TextFix): readonly Edit[] | Impossible {
    if ("unavailable" in fix) return { impossible: fix.unavailable };
    if ("edits" in fix) return this.#place(fix.edits);
    const edits: Edit[] = [];
    for (const change of fix.changes) {
      const written = this.#write(change);
      if ("impossible" in written) return written;
      edits.push(...written);
    }
    return edits.sort((a, b) => a.start - b.start);
  }

  silence(finding: Finding): readonly Edit[] | Impossible {
    const edits = this.format.silence(finding.span, [finding.rule]);
    return "impossible" in edits ? edits : this.#place(edits);
  }

  after(document: Document): Snapshot {
    const { change } = document;
    if (change === undefined) return openSnapshot(document, this.format, this.environment);
    const reading = this.format.reread(this.reading, document.text, change);
    const replacement = compareParts(this.reading.parts, reading.parts);
    const index = this.#index.after(reading.parts, replacement);
    settle(this.#shared, replacement, index);
    return new CheckedDocument(document, reading, index, this.#shared);
  }

  #write(change: Change): readonly Edit[] | Impossible {
    const edits = this.format.write(change, this.reading);
    return "impossible" in edits ? edits : this.#place(edits);
  }

  #place(edits: readonly PartEdit[]): readonly Edit[] {
    return edits.map(({ span, newText }) => {
      const offset = this.offsetOf(span.part);
      return { start: offset + span.start, end: offset + span.end, newText };
    });
  }
}

/** The parts that only the old reading has, and those that only the new one has: one run each, between what stayed. */
function compareParts(old: readonly PartReading[], now: readonly PartReading[]): Replacement {
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  return { start, removed: old.slice(start, old.length - end), added: now.slice(start, now.length - end) };
}
