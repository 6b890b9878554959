import type { PartReading } from "../formats/format.ts";
import type { Severity } from "../rules/rule.ts";
import type { Chunk, PartList, Run } from "../text/part-list.ts";
import type { Part, Span } from "../text/span.ts";
import type { Settings } from "./environment.ts";
import type { Finding } from "./finding.ts";
import { type PlacedDirective, applyDirectives } from "./suppression.ts";

/** The findings of which each lies in a part, whichever claim they are about. */
export type FindingsIn = (part: PartReading) => readonly Finding[];

const severities: readonly Severity[] = ["error", "warning", "information", "hint"];

/** What lies in the parts of one chunk, in their order. */
interface FoundInChunk {
  readonly findings: readonly Finding[];
  readonly count: Readonly<Record<Severity, number>>;
}

interface FoundInRun {
  readonly chunks: readonly FoundInChunk[];
  readonly count: Readonly<Record<Severity, number>>;
}

/** What was found in the newest version. */
export class Found {
  readonly #inChunks = new WeakMap<Chunk<PartReading>, FoundInChunk>();
  readonly #inRuns = new WeakMap<Run<PartReading>, FoundInRun>();

  /** Forgets what was found in what holds a part. */
  forget(part: Part, parts: PartList<PartReading>): void {
    const path = parts.pathOf(part);
    const run = path && parts.runs[path.run];
    const chunk = path && run?.chunks[path.chunk];
    if (run !== undefined) this.#inRuns.delete(run);
    if (chunk !== undefined) this.#inChunks.delete(chunk);
  }

  inRun(run: Run<PartReading>, findingsIn: FindingsIn): FoundInRun {
    const known = this.#inRuns.get(run);
    if (known !== undefined) return known;
    const chunks = run.chunks.map((chunk) => this.#inChunk(chunk, findingsIn));
    const found = { chunks, count: sumOf(chunks) };
    this.#inRuns.set(run, found);
    return found;
  }

  #inChunk(chunk: Chunk<PartReading>, findingsIn: FindingsIn): FoundInChunk {
    const known = this.#inChunks.get(chunk);
    if (known !== undefined) return known;
    const found = foundIn(chunk, findingsIn);
    this.#inChunks.set(chunk, found);
    return found;
  }
}

/**
 * The findings of one version of a document, in its order. It is made from those of the version before at the cost of the chunks in
 * which something was found anew, so that a keystroke sorts no more than those.
 */
export class Findings {
  readonly #parts: PartList<PartReading>;
  readonly #partOffset: (part: Part) => number;
  /** One for each run of the parts. */
  readonly #runs: readonly FoundInRun[];
  /** Of several parts together; few. */
  readonly #together: readonly Finding[];
  /** Less what directives silence, with what is wrong with them; undefined in a text that has none. */
  readonly #directed: readonly Finding[] | undefined;
  #all: readonly Finding[] | undefined;

  private constructor(
    parts: PartList<PartReading>,
    runs: readonly FoundInRun[],
    together: readonly Finding[],
    settings: Settings,
    partOffset: (part: Part) => number,
  ) {
    this.#parts = parts;
    this.#partOffset = partOffset;
    this.#runs = runs;
    this.#together = together;
    const directives = directivesIn(parts);
    this.#directed = directives.length === 0 ? undefined : this.#less(directives, settings);
  }

  /** Those that the newest version has; in chunks that were looked at before, only `touched` parts are looked at again. */
  static of(now: {
    parts: PartList<PartReading>;
    offsetOf: (part: Part) => number;
    together: readonly Finding[];
    findingsIn: FindingsIn;
    touched: Iterable<Part>;
    found: Found;
    settings: Settings;
  }): Findings {
    const { parts, found } = now;
    for (const part of now.touched) found.forget(part, parts);
    const runs = parts.runs.map((run) => found.inRun(run, now.findingsIn));
    return new Findings(parts, runs, now.together, now.settings, now.offsetOf);
  }

  get count(): number {
    if (this.#directed !== undefined) return this.#directed.length;
    return this.#together.length + severities.reduce((sum, severity) => sum + this.#countInParts(severity), 0);
  }

  countOf(severity: Severity): number {
    if (this.#directed !== undefined) return this.#directed.filter((finding) => finding.severity === severity).length;
    return this.#countInParts(severity) + this.#together.filter((finding) => finding.severity === severity).length;
  }

  /** In document order. */
  get all(): readonly Finding[] {
    return (this.#all ??= this.#directed ?? this.#merged());
  }

  /** Those that lie in a part, and those of several parts together that do. */
  in(part: Part): readonly Finding[] {
    if (this.#directed !== undefined) return this.#directed.filter(({ span }) => span.part === part);
    const path = this.#parts.pathOf(part);
    const found = (path && this.#runs[path.run]?.chunks[path.chunk]?.findings) ?? none;
    return [...found, ...this.#together].filter(({ span }) => span.part === part);
  }

  /** At most so many: errors before warnings, warnings before the others. */
  gravest(most: number): readonly Finding[] {
    const chosen: Finding[] = [];
    for (const severity of severities) {
      if (this.#directed !== undefined) choose(this.#directed, severity, most, chosen);
      else {
        choose(this.#together, severity, most, chosen);
        this.#chooseInParts(severity, most, chosen);
      }
    }
    return chosen;
  }

  #chooseInParts(severity: Severity, most: number, chosen: Finding[]): void {
    for (const { chunks, count } of this.#runs) {
      if (chosen.length === most) return;
      if (count[severity] === 0) continue;
      for (const chunk of chunks) if (chunk.count[severity] > 0) choose(chunk.findings, severity, most, chosen);
    }
  }

  #countInParts(severity: Severity): number {
    return this.#runs.reduce((sum, { count }) => sum + count[severity], 0);
  }

  #merged(): readonly Finding[] {
    const findings = this.#runs.flatMap(({ chunks }) => chunks).flatMap((chunk) => chunk.findings);
    if (this.#together.length === 0) return findings;
    return [...findings, ...this.#together]
      .map((finding) => ({ finding, offset: this.#offsetOf(finding.span) }))
      .sort((a, b) => a.offset - b.offset)
      .map(({ finding }) => finding);
  }

  #less(directives: readonly PlacedDirective[], settings: Settings): readonly Finding[] {
    const placed = this.#merged().map((finding) => ({
      finding,
      offset: this.#offsetOf(finding.span),
    }));
    return applyDirectives(placed, directives, settings).map(({ finding }) => finding);
  }

  #offsetOf({ part, start }: Span): number {
    return this.#partOffset(part) + start;
  }
}

/** Adds those of a severity, until so many are chosen. */
function choose(findings: readonly Finding[], severity: Severity, most: number, chosen: Finding[]): void {
  for (const finding of findings) {
    if (chosen.length === most) return;
    if (finding.severity === severity) chosen.push(finding);
  }
}

const none: readonly Finding[] = [];

function foundIn({ parts }: Chunk<PartReading>, findingsIn: FindingsIn): FoundInChunk {
  const count = { error: 0, warning: 0, information: 0, hint: 0 };
  const findings: Finding[] = [];
  for (const part of parts) {
    const found = findingsIn(part);
    if (found.length === 0) continue;
    findings.push(...found.toSorted((a, b) => a.span.start - b.span.start));
    for (const { severity } of found) count[severity]++;
  }
  return { findings, count };
}

function sumOf(found: readonly FoundInChunk[]): FoundInRun["count"] {
  const sum = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { count } of found) for (const severity of severities) sum[severity] += count[severity];
  return sum;
}

function directivesIn(parts: PartList<PartReading>): readonly PlacedDirective[] {
  const chunks = parts.runs.filter(hasDirectives).flatMap((run) => run.chunks.filter(hasDirectives));
  return chunks.flatMap((chunk) =>
    chunk.parts.flatMap((part) =>
      part.directives.map((directive) => ({ directive, offset: parts.offsetOf(part) + directive.span.start })),
    ),
  );
}

function hasDirectives(stretch: Chunk<PartReading> | Run<PartReading>): boolean {
  const known = directed.get(stretch);
  if (known !== undefined) return known;
  const has =
    "parts" in stretch
      ? stretch.parts.some(({ directives }) => directives.length > 0)
      : stretch.chunks.some(hasDirectives);
  directed.set(stretch, has);
  return has;
}

const directed = new WeakMap<Chunk | Run, boolean>();
