import type { Problem, ProblemId } from "../../model/problem.ts";
import type { PartReading, Together } from "../format.ts";
import { findControlProblem, problemOfElement } from "./control-numbers.ts";
import { setElement } from "./element-edit.ts";
import { findLowerCaseProblem, mostParts } from "./lower-case-ids.ts";
import { findOutsideProblems } from "./outside.ts";
import { type Level, levels, transactionLevel } from "./levels.ts";
import { X12Part, notRead } from "./part.ts";
import { type SegmentId, firstSegmentOf, idOf, segmentId } from "./segment.ts";
import { type Ending, findUnclosedProblems } from "./trailers.ts";

/**
 * Checks that what closes an envelope agrees with what opened it: control numbers, and the counts of segments, transactions and groups.
 * Only for transactions that are read, and for groups and interchanges that hold one. It runs on each keystroke: a run of parts is
 * boiled down to what closes nothing in it and what is not closed in it, and is not walked again while it stays.
 */
export const envelopes: Together<readonly Event[]> = {
  summarize(parts) {
    const walk = new Walk(true);
    for (const part of parts) walk.take(eventOf(part));
    return walk.end();
  },

  join(summaries) {
    const walk = new Walk(true);
    for (const event of summaries.flat()) walk.take(event);
    return walk.end();
  },

  check(summaries) {
    const walk = new Walk(false);
    for (const event of summaries.flat()) walk.take(event);
    walk.end();
    return walk.root.problems.concat(findOutsideProblems(walk.outside, walk.root));
  },

  closes: (part) => part instanceof X12Part && levelOfClosing.get(part.opener) === transactionLevel,
};

/** What comes next in an interchange; `last` is the last part of what it stands for. */
type Event =
  | { readonly kind: "open"; readonly envelope: Envelope; readonly last: X12Part }
  | { readonly kind: "close"; readonly part: X12Part; readonly level: number; readonly last: X12Part }
  | { readonly kind: "content"; readonly content: Content; last: X12Part }
  | { readonly kind: "outside"; readonly part: PartReading };

/** Whole envelopes of one level, or, below the transactions, segments. */
interface Content {
  readonly level: number;
  count: number;
  /** Whether one of them is, or holds, a transaction that is read. */
  isRead: boolean;
  readonly problems: Problem[];
  /** Of segments, and of what is around them: the parts that have ids in lower case. */
  readonly lowerCase: X12Part[];
}

interface Envelope extends Content {
  /** The part that begins with what opens it. */
  readonly part: X12Part;
}

const segmentLevel = 3;

const levelOfOpening = new Map<SegmentId, number>(levels.map(({ opening }, index) => [segmentId(opening), index]));
const levelOfClosing = new Map<SegmentId, number>(levels.map(({ closing }, index) => [segmentId(closing), index]));

function eventOf(part: PartReading): Event {
  if (!(part instanceof X12Part)) return { kind: "outside", part };
  const closed = levelOfClosing.get(part.opener);
  if (closed !== undefined) return { kind: "close", part, level: closed, last: part };
  const level = levelOfOpening.get(part.opener) ?? segmentLevel;
  const lowerCase = part.hasLowerCaseIds ? [part] : [];
  const content = { level, count: part.segmentCount, isRead: part.claims.length > 0, problems: [], lowerCase };
  if (level === segmentLevel) return { kind: "content", content, last: part };
  const isTransaction = level === transactionLevel;
  const count = isTransaction ? part.segmentCount : 0;
  const { guide } = part.after;
  // Where the version names no guide, the transaction is read if one of its claims is.
  const isRead = isTransaction && guide !== "unread" && guide !== "837";
  const envelope = { part, level, count, isRead, problems: [...part.control.widthProblems], lowerCase };
  return { kind: "open", envelope, last: part };
}

/** Goes through events with what is open. Of a part of the text, what stands before and behind it is not known. */
class Walk {
  readonly root: Content = { level: -1, count: 0, isRead: false, problems: [], lowerCase: [] };
  readonly outside: PartReading[] = [];
  readonly #isPartial: boolean;
  readonly #open: (Envelope | undefined)[] = [];
  /** What a part of the text comes down to. */
  readonly #left: Event[] = [];
  /** Of this level and those below it is known what is open: everything, where the walk begins with the text. */
  #knownFrom: number;
  #last: X12Part | undefined;

  constructor(isPartial: boolean) {
    this.#isPartial = isPartial;
    this.#knownFrom = isPartial ? segmentLevel : 0;
  }

  take(event: Event): void {
    if (event.kind === "open") this.#begin(event);
    else if (event.kind === "close") this.#close(event);
    else if (event.kind === "content") this.#take(event);
    else this.#end(event);
  }

  end(): readonly Event[] {
    if (this.#isPartial) this.#leaveOpen();
    else this.#leaveFrom(0, "end of text");
    return this.#left;
  }

  /** The envelope is copied: the event may be taken again by another walk. */
  #begin({ envelope, last }: Event & { kind: "open" }): void {
    const { level } = envelope;
    this.#know(level);
    this.#leaveFrom(level, level === 0 ? "interchange" : "sibling");
    this.#open[level] = copyOf(envelope);
    this.#last = last;
  }

  #close({ part, level, last }: Event & { kind: "close" }): void {
    this.#know(level + 1);
    this.#leaveFrom(level + 1, "trailer");
    this.#last = last;
    const envelope = this.#open[level];
    const kind = levels[level];
    if (kind === undefined) return;
    if (envelope !== undefined) {
      if (level === transactionLevel) envelope.count++;
      if (part.hasLowerCaseIds) envelope.lowerCase.push(part);
      envelope.problems.push(
        ...findCountProblem(part, kind, envelope.count),
        ...findControlProblem(part, kind, envelope.part),
      );
      this.#leave(envelope);
    } else if (this.#isPartial && this.#parentOf(level) === undefined) {
      this.#left.push({ kind: "close", part, level, last });
    } else {
      const message = `${kind.closing} closes no ${kind.name}: there is no ${kind.opening} before it`;
      (this.#parentOf(level) ?? this.root).problems.push({ rule: "x12-envelope", span: idOf(part), message });
    }
  }

  #take({ content, last }: Event & { kind: "content" }): void {
    if (content.level < segmentLevel) {
      this.#know(content.level);
      this.#leaveFrom(content.level, content.level === 0 ? "interchange" : "sibling");
    }
    this.#last = last;
    this.#add(content);
  }

  /** Text that stands in no interchange ends the one before it. */
  #end(event: Event & { kind: "outside" }): void {
    this.#know(0);
    this.#leaveFrom(0, "interchange");
    if (this.#isPartial) this.#left.push(event);
    else this.outside.push(event.part);
  }

  /**
   * Of something that leaves all from this level down. Which of them are open is not always known in a part of the text: then it is for
   * the walk over the whole of it.
   */
  #know(level: number): void {
    if (this.#knownFrom <= level) return;
    this.#leaveOpen();
    this.#knownFrom = level;
  }

  #leaveOpen(): void {
    for (const [level, envelope] of this.#open.entries()) {
      if (envelope === undefined) continue;
      this.#left.push({ kind: "open", envelope, last: this.#last ?? envelope.part });
      this.#open[level] = undefined;
    }
  }

  /** Ends the envelopes from this level down, each of which lacks the segment that closes it. */
  #leaveFrom(level: number, ending: Ending): void {
    const unclosed = this.#open.slice(level).filter((envelope) => envelope !== undefined);
    if (unclosed.length === 0) return;
    const problems = findUnclosedProblems(unclosed, this.#last, ending);
    for (const [index, envelope] of [...unclosed.entries()].reverse()) {
      envelope.problems.push(...problems.slice(index, index + 1));
      this.#leave(envelope);
    }
  }

  #leave({ part, level, isRead, problems, lowerCase }: Envelope): void {
    this.#open[level] = undefined;
    // Where nothing in an envelope is read, nothing else is said of it.
    const said = isRead
      ? problems
      : [...findNotRead(part, level), ...problems.filter(({ rule }) => saidOfUnread.includes(rule))];
    if (part.after.guide !== "unread") said.push(...findLowerCaseProblem(lowerCase));
    this.#add({ level, count: 1, isRead, problems: said, lowerCase: [] });
  }

  /** Counts content in the envelope around it, and hands on to it what was found. */
  #add(content: Content): void {
    const parent = this.#parentOf(content.level);
    if (parent === undefined && this.#isPartial) this.#keep(content);
    else if (content.level !== segmentLevel || parent?.level === transactionLevel) join(parent ?? this.root, content);
  }

  #keep(content: Content): void {
    const before = this.#left.at(-1);
    const last = this.#last;
    if (last === undefined) return;
    if (before?.kind !== "content" || before.content.level !== content.level) {
      this.#left.push({ kind: "content", content: copyOf(content), last });
      return;
    }
    join(before.content, content);
    before.last = last;
  }

  #parentOf(level: number): Envelope | undefined {
    return this.#open.findLast((envelope) => envelope !== undefined && envelope.level < level);
  }
}

const saidOfUnread: readonly ProblemId[] = ["not-read-yet", "x12-lower-case-id"];

function copyOf<C extends Content>(content: C): C {
  return { ...content, problems: [...content.problems], lowerCase: [...content.lowerCase] };
}

/** Of a transaction that no claim in it says how to read. */
function findNotRead(part: X12Part, level: number): readonly Problem[] {
  return level === transactionLevel && part.after.guide === "837" ? [notRead(part)] : [];
}

function join(to: Content, { count, isRead, problems, lowerCase }: Content): void {
  to.count += count;
  to.isRead ||= isRead;
  for (const problem of problems) to.problems.push(problem);
  if (lowerCase.length > 0) to.lowerCase.push(...lowerCase.slice(0, mostParts - to.lowerCase.length));
}

function findCountProblem(closing: X12Part, { closing: id, name, content }: Level, count: number): readonly Problem[] {
  const stated = closing.control.count;
  const isCount = /^\d{1,15}$/.test(stated);
  if (isCount && Number(stated) === count) return [];
  const says = isCount ? `says ${amountOf(Number(stated), content)}` : stated === "" ? "is empty" : "is not a number";
  const message = `${id}01 ${says}; the ${name} has ${isCount ? count : amountOf(count, content)}`;
  const edits = [setElement(firstSegmentOf(closing), 1, String(count))];
  return [problemOfElement(closing, 1, message, { title: `Set ${id}01 to ${count}`, safety: "safe", edits })];
}

function amountOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
