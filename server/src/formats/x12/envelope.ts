import type { Problem, TextFix } from "../../model/problem.ts";
import { type Span, spanOf } from "../../text/span.ts";
import type { PartReading } from "../format.ts";
import { setElement } from "./element-edit.ts";
import { findOutsideProblems } from "./outside.ts";
import { X12Part, notRead } from "./part.ts";
import { type SegmentId, firstSegmentOf, segmentId } from "./segment.ts";

/**
 * Checks that what closes an envelope agrees with what opened it: control numbers, and the counts of segments, transactions and groups.
 * Only for transactions that are read, and for groups and interchanges that hold one. It runs over all parts on each keystroke.
 */
export function checkEnvelopes(parts: readonly PartReading[]): readonly Problem[] {
  const root: Envelope = { part: undefined, count: 0, isRead: false, problems: [] };
  const open: (Envelope | undefined)[] = [];
  const outside: PartReading[] = [];
  for (const part of parts) {
    if (!(part instanceof X12Part)) outside.push(part);
    else if (!part.isEnvelope) countSegments(part, open);
    else if (levelOfOpening.has(part.opener)) openEnvelope(part, open, root);
    else closeEnvelope(part, open, root);
  }
  leaveOpen(open, 0, root);
  return root.problems.concat(findOutsideProblems(outside, root));
}

interface Envelope {
  /** The part that begins with what opens it; undefined for the whole text. */
  readonly part: X12Part | undefined;
  /** How much it holds of what its closing segment counts. */
  count: number;
  /** Whether it is, or holds, a transaction that is read. */
  isRead: boolean;
  readonly problems: Problem[];
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

const levelOfOpening = new Map<SegmentId, number>(levels.map(({ opening }, index) => [segmentId(opening), index]));
const levelOfClosing = new Map<SegmentId, number>(levels.map(({ closing }, index) => [segmentId(closing), index]));

function openEnvelope(part: X12Part, open: (Envelope | undefined)[], root: Envelope): void {
  const level = levelOfOpening.get(part.opener) ?? 0;
  leaveOpen(open, level, root);
  parentOf(open, level, root).count++;
  const problems = [...part.control.widthProblems];
  const isTransaction = level === transactionLevel;
  const count = isTransaction ? part.segmentCount : 0;
  const { guide } = part.after;
  // Where the version names no guide, the transaction's first claim decides.
  open[level] = { part, count, isRead: isTransaction && guide !== "unread" && guide !== "837", problems };
}

function closeEnvelope(part: X12Part, open: (Envelope | undefined)[], root: Envelope): void {
  const level = levelOfClosing.get(part.opener) ?? 0;
  leaveOpen(open, level + 1, root);
  const envelope = open[level];
  const kind = levels[level];
  if (kind === undefined) return;
  if (envelope?.part === undefined) {
    const message = `${kind.closing} closes no ${kind.name}: there is no ${kind.opening} before it`;
    parentOf(open, level, root).problems.push({ rule: "x12-envelope", span: idOf(part), message });
    return;
  }
  if (level === transactionLevel) envelope.count++;
  envelope.problems.push(
    ...findCountProblem(part, kind, envelope.count),
    ...findControlProblem(part, kind, envelope.part),
  );
  leave(open, level, root);
}

function countSegments(part: X12Part, open: (Envelope | undefined)[]): void {
  const transaction = open[transactionLevel];
  if (transaction === undefined) return;
  transaction.count += part.segmentCount;
  transaction.isRead ||= part.claims.length > 0;
}

/** Ends the envelopes from this level down, each of which lacks the segment that closes it. */
function leaveOpen(open: (Envelope | undefined)[], fromLevel: number, root: Envelope): void {
  for (let level = levels.length - 1; level >= fromLevel; level--) {
    const envelope = open[level];
    const kind = levels[level];
    if (envelope?.part === undefined || kind === undefined) continue;
    const message = `This ${kind.name} is not closed: it has no ${kind.closing}`;
    envelope.problems.push({ rule: "x12-envelope", span: idOf(envelope.part), message });
    leave(open, level, root);
  }
}

/** Hands on to the envelope around it what was found, unless nothing in it is read. */
function leave(open: (Envelope | undefined)[], level: number, root: Envelope): void {
  const envelope = open[level];
  open[level] = undefined;
  if (envelope?.isRead !== true) {
    if (envelope?.part?.after.guide === "837") root.problems.push(notRead(envelope.part));
    return;
  }
  const parent = parentOf(open, level, root);
  parent.isRead = true;
  for (const problem of envelope.problems) parent.problems.push(problem);
}

function parentOf(open: readonly (Envelope | undefined)[], level: number, root: Envelope): Envelope {
  for (let above = level - 1; above >= 0; above--) {
    const envelope = open[above];
    if (envelope !== undefined) return envelope;
  }
  return root;
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
