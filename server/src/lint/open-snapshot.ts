import type { Format, PartReading, Reading } from "../formats/format.ts";
import type { LedgerYear } from "../ledger/ledger-year.ts";
import type { Change, Impossible } from "../model/change.ts";
import type { Claim } from "../model/claim.ts";
import type { TextFix } from "../model/problem.ts";
import type { Context } from "../rules/context.ts";
import type { Fix, Severity } from "../rules/rule.ts";
import type { FilePlace } from "../model/place.ts";
import type { Document, Range } from "../text/document.ts";
import type { Edit, Stretch } from "../text/edit.ts";
import type { Part, PartEdit, Span } from "../text/span.ts";
import { type Steps, finish } from "../text/steps.ts";
import type { Failure } from "./check.ts";
import { Checker, claimsOf } from "./checker.ts";
import { ClaimContext } from "./context.ts";
import { type Elsewhere, type FileRecords, nothingElsewhere, toldElsewhere } from "./elsewhere.ts";
import type { Environment } from "./environment.ts";
import type { Finding } from "./finding.ts";
import { Findings } from "./findings.ts";
import { problemFindings } from "./part-findings.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Standing } from "./tally.ts";

/** Reads and checks a document. */
export function openSnapshot(
  document: Document,
  format: Format,
  environment: Environment,
  elsewhere?: Elsewhere,
): Snapshot {
  return finish(beginSnapshot(document, format, environment, elsewhere)).checkedOn(undefined, () => false);
}

/** Reads and checks a document step by step. */
export function* openInSteps(document: Document, format: Format, environment: Environment): Steps<Snapshot> {
  let snapshot = yield* beginSnapshot(document, format, environment);
  while (snapshot.left > 0) {
    yield;
    snapshot = snapshot.checkedOn(undefined, onceIn(looksInStep));
  }
  return snapshot;
}

/** A checker looks up after every part, or after some hundred that are only made known. */
const looksInStep = 4;

/** True every so many times that it is asked. */
function onceIn(times: number): () => boolean {
  let asked = 0;
  return () => ++asked % times === 0;
}

/** Reads a document step by step; none of its claims is checked yet. */
export function* beginSnapshot(
  document: Document,
  format: Format,
  environment: Environment,
  elsewhere: Elsewhere = nothingElsewhere,
): Steps<Snapshot> {
  const reading = yield* format.readInSteps(document.text);
  return new CheckedDocument(document, reading, new Checker(format, environment, reading.parts, { elsewhere }));
}

/** Some parts of a document that is too large to be held as a whole. */
export interface Excerpt {
  /** Where a part begins in the document, one of the excerpt or another that something found in it names. */
  offsetOf(part: Part): number;
  /** It ends where what counts its segments stands behind it. */
  readonly isCut: boolean;
}

/** Checks some parts of a document as if it were held as a whole. */
export function checkExcerpt(document: Document, reading: Reading, checker: Checker, excerpt: Excerpt): Snapshot {
  return new CheckedDocument(document, reading, checker, excerpt).checkedOn(undefined, () => false);
}

class CheckedDocument implements Snapshot {
  readonly document: Document;
  readonly reading: Reading;
  readonly #checker: Checker;
  readonly #findings: Findings;
  readonly left: number;
  readonly #excerpt: Excerpt | undefined;
  #claims: readonly Claim[] | undefined;

  constructor(document: Document, reading: Reading, checker: Checker, excerpt?: Excerpt) {
    this.document = document;
    this.reading = reading;
    this.#checker = checker;
    this.#excerpt = excerpt;
    this.left = checker.left;
    const { settings } = checker.environment;
    this.#findings = Findings.of({
      parts: reading.parts,
      offsetOf: (part) => this.offsetOf(part),
      together: problemFindings(reading.problems, [], settings),
      findingsIn: (part) => checker.findingsIn(part),
      touched: checker.takeTouched(),
      found: checker.found,
      settings,
    });
  }

  get findings(): readonly Finding[] {
    return this.#findings.all;
  }

  countOf(severity: Severity): number {
    return this.#findings.countOf(severity);
  }

  get findingCount(): number {
    return this.#findings.count;
  }

  gravestFindings(most: number): readonly Finding[] {
    return this.#findings.gravest(most);
  }

  findingsIn(part: Part): readonly Finding[] {
    return this.#findings.in(part);
  }

  get format(): Format {
    return this.#checker.format;
  }

  get environment(): Environment {
    return this.#checker.environment;
  }

  get claims(): readonly Claim[] {
    return (this.#claims ??= claimsOf(this.reading.parts));
  }

  get failures(): readonly Failure[] {
    return this.#checker.failures;
  }

  isChecked(stretch: Stretch): boolean {
    return this.left === 0 || this.#checker.isChecked(stretch);
  }

  offsetOf(part: Part): number {
    return this.#excerpt?.offsetOf(part) ?? this.reading.parts.offsetOf(part);
  }

  rangeOf(span: Span): Range {
    const offset = this.offsetOf(span.part);
    return this.document.rangeOf(offset + span.start, offset + span.end);
  }

  partAt(offset: number): { part: PartReading; offset: number } | undefined {
    const { parts } = this.reading;
    const place = parts.placeAt(offset);
    const part = parts.at(place);
    return part && { part, offset: offset - parts.offsetAt(place) };
  }

  get standing(): Standing {
    return this.#checker.standing;
  }

  contextOf(claim: Claim): Context {
    const setting = { environment: this.environment, formatId: this.format.id };
    return new ClaimContext(claim, setting, this.#checker.neighbours);
  }

  ledgerOf(claim: Claim): readonly LedgerYear[] {
    return this.#checker.neighbours.yearsOf(claim);
  }

  ledgers(): Iterable<readonly LedgerYear[]> {
    return this.#checker.ledgers();
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

  checkedOn(near: Stretch | undefined, isOver: () => boolean): Snapshot {
    if (this.left === 0) return this;
    this.#checker.work(near, isOver);
    return new CheckedDocument(this.document, this.reading, this.#checker, this.#excerpt);
  }

  after(document: Document): Snapshot {
    return this.edited(document).checkedOn(undefined, () => false);
  }

  edited(document: Document): Snapshot {
    const { change } = document;
    if (change === undefined) {
      return finish(beginSnapshot(document, this.format, this.environment, this.#checker.elsewhere));
    }
    const reading = this.format.reread(this.reading, document.text, change);
    const replacement = reading.parts.comparedTo(this.reading.parts);
    this.#checker.replace(replacement, reading.parts);
    return new CheckedDocument(document, reading, this.#checker);
  }

  get records(): FileRecords {
    const placeOf = (span: Span): FilePlace => {
      return { file: this.#checker.elsewhere.file, line: this.rangeOf(span).start.line };
    };
    const checker = this.#checker;
    return {
      get beneficiaryIds() {
        return checker.beneficiaryIds;
      },
      has: (id) => checker.tellsOf(id),
      claimCount: (id) => checker.neighbours.claimCount(id),
      sourcesOf: (id) => toldElsewhere(checker.neighbours.sourcesOf(id), placeOf),
      get unnamed() {
        return checker.neighbours.unnamed.map((sources) => () => toldElsewhere(sources, placeOf));
      },
    };
  }

  takeTold(): ReadonlySet<string> {
    return this.#checker.takeTold();
  }

  afterElsewhere(ids: Iterable<string>): Snapshot {
    this.#checker.touch(ids);
    return new CheckedDocument(this.document, this.reading, this.#checker, this.#excerpt);
  }

  #write(change: Change): readonly Edit[] | Impossible {
    if (this.#excerpt?.isCut === true && !keepsSegments.has(change.kind)) return tooFar;
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

/** Changes within what stands there already. */
const keepsSegments: ReadonlySet<Change["kind"]> = new Set(["modifiers", "units", "procedure", "value"]);

const tooFar: Impossible = {
  impossible: "What counts this line's segments stands too far behind it in so large a file.",
};
