import type { Problem, TextFix } from "../../model/problem.ts";
import { type Span, spanOf } from "../../text/span.ts";
import type { PartReading } from "../format.ts";
import type { Together } from "../part-reader.ts";
import { setElement } from "./element-edit.ts";
import { findOutsideProblems } from "./outside.ts";
import { X12Part } from "./part.ts";
import { type SegmentId, firstSegmentOf, segmentId } from "./segment.ts";

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

  check(summaries) {
    const walk = new Walk(false);
    for (const events of summaries) for (const event of events) walk.take(event);
    walk.end();
    return walk.root.problems.concat(findOutsideProblems(walk.outside, walk.root));
  },
};

/** What comes next in an interchange. */
type Event =
  | { readonly kind: "open"; readonly envelope: Envelope }
  | { readonly kind: "close"; readonly part: X12Part; readonly level: number }
  | { readonly kind: "content"; readonly content: Content }
  | { readonly kind: "outside"; readonly part: PartReading };

/** Whole envelopes of one level, or, below the transactions, segments. */
interface Content {
  readonly level: number;
  count: number;
  /** Whether one of them is, or holds, a transaction that is read. */
  isRead: boolean;
  readonly problems: Problem[];
}

interface Envelope extends Content {
  /** The part that begins with what opens it. */
  readonly part: X12Part;
}

interface Level {
  readonly opening: string;
  readonly closing: string;
  readonly name: string;
  /** What the closing segment counts. */
  readonly content: string;
}

const levels: readonly Level[] = [
  { opening: "ISA", closing: "IEA", name: "interchange", content: "group" },
  { opening: "GS", closing: "GE", name: "group", content: "transaction" },
  { opening: "ST", closing: "SE", name: "transaction", content: "segment" },
];

const transactionLevel = 2;
const segmentLevel = 3;

const levelOfOpening = new Map<SegmentId, number>(levels.map(({ opening }, index) => [segmentId(opening), index]));
const levelOfClosing = new Map<SegmentId, number>(levels.map(({ closing }, index) => [segmentId(closing), index]));

function eventOf(part: PartReading): Event {
  if (!(part instanceof X12Part)) return { kind: "outside", part };
  const closed = levelOfClosing.get(part.opener);
  if (closed !== undefined) return { kind: "close", part, level: closed };
  const level = levelOfOpening.get(part.opener) ?? segmentLevel;
  const content = { level, count: part.segmentCount, isRead: false, problems: [] };
  if (level === segmentLevel) return { kind: "content", content };
  const isTransaction = level === transactionLevel;
  const count = isTransaction ? part.segmentCount : 0;
  const isRead = isTransaction && part.after.guide !== "unread";
  return { kind: "open", envelope: { part, level, count, isRead, problems: [...part.control.widthProblems] } };
}

/** Goes through events with what is open. Of a part of the text, what stands before and behind it is not known. */
class Walk {
  readonly root: Content = { level: -1, count: 0, isRead: false, problems: [] };
  readonly outside: PartReading[] = [];
  readonly #isPartial: boolean;
  readonly #open: (Envelope | undefined)[] = [];
  /** What a part of the text comes down to. */
  readonly #left: Event[] = [];

  constructor(isPartial: boolean) {
    this.#isPartial = isPartial;
  }

  take(event: Event): void {
    if (event.kind === "open") this.#begin(event.envelope);
    else if (event.kind === "close") this.#close(event.part, event.level);
    else if (event.kind === "content") this.#add(event.content);
    else if (this.#isPartial && this.#open.every((one) => one === undefined)) this.#left.push(event);
    else this.outside.push(event.part);
  }

  end(): readonly Event[] {
    if (!this.#isPartial) this.#leaveFrom(0);
    for (const envelope of this.#open) if (envelope !== undefined) this.#left.push({ kind: "open", envelope });
    for (const part of this.outside) this.#left.push({ kind: "outside", part });
    return this.#left;
  }

  /** The envelope is copied: the event may be taken again by another walk. */
  #begin(envelope: Envelope): void {
    this.#leaveFrom(envelope.level);
    this.#open[envelope.level] = { ...envelope, problems: [...envelope.problems] };
  }

  #close(part: X12Part, level: number): void {
    this.#leaveFrom(level + 1);
    const envelope = this.#open[level];
    const kind = levels[level];
    if (kind === undefined) return;
    if (envelope !== undefined) {
      if (level === transactionLevel) envelope.count++;
      envelope.problems.push(
        ...findCountProblem(part, kind, envelope.count),
        ...findControlProblem(part, kind, envelope.part),
      );
      this.#leave(envelope);
    } else if (this.#isPartial && this.#parentOf(level) === undefined) {
      this.#left.push({ kind: "close", part, level });
    } else {
      const message = `${kind.closing} closes no ${kind.name}: there is no ${kind.opening} before it`;
      (this.#parentOf(level) ?? this.root).problems.push({ rule: "x12-envelope", span: idOf(part), message });
    }
  }

  /** Ends the envelopes from this level down, each of which lacks the segment that closes it. */
  #leaveFrom(level: number): void {
    for (let deepest = levels.length - 1; deepest >= level; deepest--) {
      const envelope = this.#open[deepest];
      const kind = levels[deepest];
      if (envelope === undefined || kind === undefined) continue;
      const message = `This ${kind.name} is not closed: it has no ${kind.closing}`;
      envelope.problems.push({ rule: "x12-envelope", span: idOf(envelope.part), message });
      this.#leave(envelope);
    }
  }

  #leave({ level, isRead, problems }: Envelope): void {
    this.#open[level] = undefined;
    // Where nothing in an envelope is read, nothing is said of it.
    this.#add({ level, count: 1, isRead, problems: isRead ? problems : [] });
  }

  /** Counts content in the envelope around it, and hands on to it what was found. */
  #add(content: Content): void {
    this.#leaveFrom(content.level);
    const parent = this.#parentOf(content.level);
    if (parent === undefined && this.#isPartial) this.#keep(content);
    else if (content.level !== segmentLevel || parent?.level === transactionLevel) join(parent ?? this.root, content);
  }

  #keep(content: Content): void {
    const last = this.#left.at(-1);
    if (last?.kind === "content" && last.content.level === content.level) join(last.content, content);
    else this.#left.push({ kind: "content", content: { ...content, problems: [...content.problems] } });
  }

  #parentOf(level: number): Envelope | undefined {
    return this.#open.findLast((envelope) => envelope !== undefined && envelope.level < level);
  }
}

function join(to: Content, { count, isRead, problems }: Content): void {
  to.count += count;
  to.isRead ||= isRead;
  for (const problem of problems) to.problems.push(problem);
}

function findCountProblem(closing: X12Part, { closing: id, name, content }: Level, count: number): readonly Problem[] {
  const stated = closing.control.count;
  const isCount = /^\d{1,15}$/.test(stated);
  if (isCount && Number(stated) === count) return [];
  const says = isCount ? `says ${amountOf(Number(stated), content)}` : stated === "" ? "is empty" : "is not a number";
  const message = `${id}01 ${says}; the ${name} has ${isCount ? count : amountOf(count, content)}`;
  const fix = { title: `Set ${id}01 to ${count}`, safety: "safe", newText: String(count) } as const;
  return [problemOfElement(closing, 1, message, fix)];
}

function findControlProblem(closing: X12Part, kind: Level, opening: X12Part): readonly Problem[] {
  const stated = closing.control.controlNumber;
  const { controlNumber, controlElement } = opening.control;
  if (sameControlNumber(stated, controlNumber, kind)) return [];
  const opened = `${kind.opening}${String(controlElement).padStart(2, "0")}`;
  const says = stated === "" ? "is empty" : `says ${shown(stated)}`;
  const message = `${kind.closing}02 ${says}; the ${kind.name}'s ${opened} is ${shown(controlNumber)}`;
  const title = `Set ${kind.closing}02 to ${shown(controlNumber)}`;
  // Which of the two is wrong is not known.
  const fix = controlNumber === "" ? undefined : ({ title, safety: "review", newText: controlNumber } as const);
  return [problemOfElement(closing, 2, message, fix)];
}

/** Those of interchanges and groups are numbers, so zeros before them mean nothing; that of a transaction is text. */
function sameControlNumber(first: string, second: string, { opening }: Level): boolean {
  const areNumbers = opening !== "ST" && /^\d+$/.test(first) && /^\d+$/.test(second);
  return areNumbers ? first.replace(/^0+/, "") === second.replace(/^0+/, "") : first === second;
}

function problemOfElement(
  part: X12Part,
  n: number,
  message: string,
  fix: { title: string; safety: TextFix["safety"]; newText: string } | undefined,
): Problem {
  const segment = firstSegmentOf(part);
  const place = segment.element(n);
  const isThere = place !== undefined && place.end > place.start;
  const span = isThere ? spanOf(part, place.start, place.end) : idOf(part);
  const problem: Problem = { rule: "x12-envelope", span, message };
  if (fix === undefined) return problem;
  const { title, safety, newText } = fix;
  return { ...problem, fixes: [{ title, safety, edits: [setElement(segment, n, newText)] }] };
}

function idOf(part: X12Part): Span {
  const segment = firstSegmentOf(part);
  const id = segment.rawElement(0) ?? segment;
  return spanOf(part, id.start, id.end);
}

function amountOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** Where separators are wrong anything may stand here, names too. */
function shown(controlNumber: string): string {
  if (controlNumber === "") return "empty";
  return /^\w{1,15}$/.test(controlNumber) ? controlNumber : "another";
}
