import type { PartReading } from "../formats/format.ts";
import type { Severity } from "../rules/rule.ts";
import type { Chunk, PartList } from "../text/part-list.ts";
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

/** What was found in each chunk of the newest version. */
export type KnownChunks = WeakMap<Chunk<PartReading>, FoundInChunk>;

/**
 * The findings of one version of a document, in its order. It is made from those of the version before at the cost of the chunks in
 * which something was found anew, so that a keystroke sorts no more than those.
 */
export class Findings {
  readonly #parts: PartList<PartReading>;
  readonly #partOffset: (part: Part) => number;
  /** One for each chunk of the parts. */
  readonly #chunks: readonly FoundInChunk[];
  /** Of several parts together; few. */
  readonly #together: readonly Finding[];
  /** Less what directives silence, with what is wrong with them; undefined in a text that has none. */
  readonly #directed: readonly Finding[] | undefined;
  #all: readonly Finding[] | undefined;

  private constructor(
    parts: PartList<PartReading>,
    chunks: readonly FoundInChunk[],
    together: readonly Finding[],
    settings: Settings,
    partOffset: (part: Part) => number,
  ) {
    this.#parts = parts;
    this.#partOffset = partOffset;
    this.#chunks = chunks;
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
    known: KnownChunks;
    settings: Settings;
  }): Findings {
    const { parts, known } = now;
    for (const part of now.touched) {
      const chunk = parts.chunkOf(part);
      if (chunk !== undefined) known.delete(chunk);
    }
    const chunks = parts.chunks.map((chunk) => {
      const found = known.get(chunk) ?? foundIn(chunk, now.findingsIn);
      known.set(chunk, found);
      return found;
    });
    return new Findings(parts, chunks, now.together, now.settings, now.offsetOf);
  }

  get count(): number {
    if (this.#directed !== undefined) return this.#directed.length;
    return this.#chunks.reduce((sum, { findings }) => sum + findings.length, this.#together.length);
  }

  countOf(severity: Severity): number {
    if (this.#directed !== undefined) return this.#directed.filter((finding) => finding.severity === severity).length;
    const together = this.#together.filter((finding) => finding.severity === severity).length;
    return this.#chunks.reduce((sum, { count }) => sum + count[severity], together);
  }

  /** In document order. */
  get all(): readonly Finding[] {
    return (this.#all ??= this.#directed ?? this.#merged(this.#chunks.flatMap(({ findings }) => findings)));
  }

  /** Those that lie in a part, and those of several parts together that do. */
  in(part: Part): readonly Finding[] {
    if (this.#directed !== undefined) return this.#directed.filter(({ span }) => span.part === part);
    const chunk = this.#parts.chunkOf(part);
    const found = chunk === undefined ? none : (this.#chunks[this.#parts.chunks.indexOf(chunk)]?.findings ?? none);
    return [...found, ...this.#together].filter(({ span }) => span.part === part);
  }

  /** At most so many: errors before warnings, warnings before the others. */
  gravest(most: number): readonly Finding[] {
    const chosen: Finding[] = [];
    for (const severity of severities) {
      for (const finding of this.#of(severity)) {
        if (chosen.length === most) return chosen;
        chosen.push(finding);
      }
    }
    return chosen;
  }

  *#of(severity: Severity): Iterable<Finding> {
    const has = (finding: Finding): boolean => finding.severity === severity;
    if (this.#directed !== undefined) {
      yield* this.#directed.filter(has);
      return;
    }
    yield* this.#together.filter(has);
    for (const { findings, count } of this.#chunks) if (count[severity] > 0) yield* findings.filter(has);
  }

  #merged(findings: readonly Finding[]): readonly Finding[] {
    if (this.#together.length === 0) return findings;
    return [...findings, ...this.#together]
      .map((finding) => ({ finding, offset: this.#offsetOf(finding.span) }))
      .sort((a, b) => a.offset - b.offset)
      .map(({ finding }) => finding);
  }

  #less(directives: readonly PlacedDirective[], settings: Settings): readonly Finding[] {
    const placed = this.#merged(this.#chunks.flatMap(({ findings }) => findings)).map((finding) => ({
      finding,
      offset: this.#offsetOf(finding.span),
    }));
    return applyDirectives(placed, directives, settings).map(({ finding }) => finding);
  }

  #offsetOf({ part, start }: Span): number {
    return this.#partOffset(part) + start;
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

function directivesIn(parts: PartList<PartReading>): readonly PlacedDirective[] {
  return parts.chunks.flatMap((chunk) => {
    if (!hasDirectives(chunk)) return [];
    return chunk.parts.flatMap((part) =>
      part.directives.map((directive) => ({ directive, offset: parts.offsetOf(part) + directive.span.start })),
    );
  });
}

function hasDirectives(chunk: Chunk<PartReading>): boolean {
  const known = directed.get(chunk);
  if (known !== undefined) return known;
  const has = chunk.parts.some(({ directives }) => directives.length > 0);
  directed.set(chunk, has);
  return has;
}

const directed = new WeakMap<Chunk<PartReading>, boolean>();
