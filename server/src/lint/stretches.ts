import type { Format, PartReading } from "../formats/format.ts";
import type { Claim } from "../model/claim.ts";
import type { Problem } from "../model/problem.ts";
import type { Document } from "../text/document.ts";
import { PartList } from "../text/part-list.ts";
import type { Part } from "../text/span.ts";
import { Checker, claimsOf } from "./checker.ts";
import type { Elsewhere } from "./elsewhere.ts";
import type { Environment } from "./environment.ts";
import { accountKey } from "./account.ts";
import { checkExcerpt } from "./open-snapshot.ts";
import type { Snapshot } from "./snapshot.ts";

/** So much text is held at a time, in UTF-16 code units. */
export const stretchLength = 16_000_000;

/**
 * Checks a document that is too large to be held as a whole: its stretches one after the other, with the same findings as of the whole.
 * The text is read once to learn which accounts have claims in which stretches, and again to check each stretch, together with the
 * claims elsewhere that belong to its accounts. Memory grows with the stretch, and slightly with the number of accounts.
 *
 * For a format without directives: those may reach from one stretch into another.
 */
export function* stretchesOf(
  document: Document,
  format: Format,
  environment: Environment,
  { length = stretchLength, elsewhere: otherFiles }: StretchSetting = {},
): Iterable<Snapshot> {
  const survey = surveyOf(document, format, length);
  const topics = new Set<string>();
  for (const [index, stretch] of survey.stretches.entries()) {
    const parts = PartList.of([...partsOf(stretch, document, format)]);
    const elsewhere = new Map(claimsElsewhere(index, parts, { survey, document, format }));
    const offsets = new Map([...survey.problemParts, ...elsewhere]);
    const offsetOf = (part: Part): number => offsets.get(part) ?? stretch.offset + parts.offsetOf(part);
    const claims = claimsOf(elsewhere.keys());
    const rest = { claims, topics: new Set(topics), placeOf: ({ part }: Claim) => offsetOf(part) };
    const checker = new Checker(format, environment, parts, { rest, ...(otherFiles && { elsewhere: otherFiles }) });
    const problems = survey.problems.filter(({ span }) => isWithin(stretch, offsets.get(span.part) ?? -1));
    const last = parts.at(parts.length - 1);
    const isCut = last !== undefined && stretch.end < document.text.length && format.together?.closes(last) === false;
    yield checkExcerpt(document, { parts, problems }, checker, { offsetOf, isCut });
    for (const topic of checker.neighbours.topics) topics.add(topic);
  }
}

export interface StretchSetting {
  readonly length?: number;
  /** What other files tell. */
  readonly elsewhere?: Elsewhere | undefined;
}

/** A stretch ends where something ends; where nothing does for so many lengths, it is cut there. */
const mostLengths = 4;

/** Where a stretch begins and ends in the text; reading is taken up at its first part. */
interface Stretch {
  readonly offset: number;
  readonly end: number;
  readonly first: PartReading;
}

/** What one reading of the whole tells. */
interface Survey {
  readonly stretches: readonly Stretch[];
  /** The first and the last stretch in which each account has claims, as one number. */
  readonly accounts: ReadonlyMap<string, number>;
  /** Of several parts together, and where the parts begin that they are shown in or that their fixes edit. */
  readonly problems: readonly Problem[];
  readonly problemParts: ReadonlyMap<Part, number>;
}

function surveyOf(document: Document, format: Format, length: number): Survey {
  const stretches: Stretch[] = [];
  const accounts = new Map<string, number>();
  const summaries: unknown[] = [];
  const offsets = new WeakMap<Part, number>();
  let parts: PartReading[] = [];
  let offset = 0;
  let start = 0;
  const endStretch = (): void => {
    const [first] = parts;
    if (first === undefined) return;
    for (const claim of claimsOf(parts)) addToAccount(accounts, claim, stretches.length);
    stretches.push({ offset: start, end: offset, first });
    summaries.push(format.together?.summarize(parts));
    parts = [];
    start = offset;
  };
  for (const part of format.partsFrom(document.text)) {
    offsets.set(part, offset);
    parts.push(part);
    offset += part.text.length;
    const isLong = offset - start >= length && format.together?.closes(part) !== false;
    if (isLong || offset - start >= length * mostLengths) endStretch();
  }
  endStretch();
  const problems = format.together?.check(summaries) ?? [];
  const problemParts = new Map(problems.flatMap(partsOfProblem).map((part) => [part, offsets.get(part) ?? 0]));
  return { stretches, accounts, problems, problemParts };
}

function partsOfProblem({ span, fixes = [] }: Problem): readonly Part[] {
  return [span.part, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span.part))];
}

/** More stretches than any file has. */
const most = 65_536;

function addToAccount(accounts: Map<string, number>, claim: Claim, stretch: number): void {
  const key = accountKey(claim);
  if (typeof key !== "string") return;
  const first = Math.floor((accounts.get(key) ?? stretch * most) / most);
  accounts.set(key, first * most + stretch);
}

function* partsOf({ offset, end, first }: Stretch, document: Document, format: Format): Iterable<PartReading> {
  let at = offset;
  for (const part of format.partsFrom(document.text, { offset, part: first })) {
    yield part;
    at += part.text.length;
    if (at >= end) return;
  }
}

/** The parts of other stretches that hold claims of the accounts of this one, and where they begin. */
function* claimsElsewhere(
  index: number,
  parts: Iterable<PartReading>,
  { survey, document, format }: { survey: Survey; document: Document; format: Format },
): Iterable<readonly [PartReading, number]> {
  const wanted = new Set<string>();
  const holders = new Set<number>();
  for (const claim of claimsOf(parts)) {
    const key = accountKey(claim);
    const held = typeof key === "string" ? survey.accounts.get(key) : undefined;
    if (typeof key !== "string" || held === undefined || wanted.has(key)) continue;
    const [first, last] = [Math.floor(held / most), held % most];
    if (first === last) continue;
    wanted.add(key);
    for (let holder = first; holder <= last; holder++) holders.add(holder);
  }
  holders.delete(index);
  for (const [other, stretch] of survey.stretches.entries()) {
    if (!holders.has(other)) continue;
    let offset = stretch.offset;
    for (const part of partsOf(stretch, document, format)) {
      const isWanted = part.claims.some((claim) => wanted.has(accountKey(claim) as string));
      if (isWanted) yield [part, offset];
      offset += part.text.length;
    }
  }
}

function isWithin({ offset, end }: Stretch, place: number): boolean {
  return offset <= place && place < end;
}
