import type { CalendarDate } from "../../model/date.ts";
import { yearOf } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import type { Problem } from "../../model/problem.ts";
import type { Field, Span } from "../../text/span.ts";
import { fieldOf, spanOf } from "../../text/span.ts";
import { type Adjustment, readAdjustments } from "./adjustments.ts";
import { type SegmentedPart, componentOf } from "./place.ts";
import { type Segment, firstSegmentOf, segmentId, segmentsOf } from "./segment.ts";
import { problemAt, reportUnreadable } from "./value-problems.ts";
import { asMemberId, readDate, readMoney, readNumber, readText, readUpperCase, textAt, textOf } from "./values.ts";

const svc = segmentId("SVC");
const nm1 = segmentId("NM1");
const dtm = segmentId("DTM");
const ref = segmentId("REF");
const amt = segmentId("AMT");

/** Loop 2100 of a remittance: what the payer decided on one claim. */
export interface RemittanceClaim {
  /** CLP. */
  readonly head: Segment;
  readonly span: Span;
  readonly claimId: Field<string> | undefined;
  /** CLP02; empty where it is missing. */
  readonly status: string;
  readonly charge: Field<Cents> | undefined;
  readonly paid: Field<Cents> | undefined;
  /** CLP05: what the patient has to pay, of whatever reason. */
  readonly patientOwes: Field<Cents> | undefined;
  readonly filingIndicator: Field<string> | undefined;
  /** As the payer corrected it, else as it was sent. */
  readonly beneficiaryId: Field<string> | undefined;
  /** As it was sent; undefined unless the payer corrected it. */
  readonly sentBeneficiaryId: Field<string> | undefined;
  /** The first day of the statement; undefined where it goes on into another year. */
  readonly dateOfService: Field<CalendarDate> | undefined;
  /** Of the claim as a whole. */
  readonly adjustments: readonly Adjustment[];
  readonly lines: readonly RemittanceLine[];
}

/** Loop 2110: one service line. */
export interface RemittanceLine {
  /** SVC. */
  readonly head: Segment;
  readonly span: Span;
  readonly procedure: Field<string>;
  readonly modifiers: readonly Field<string>[];
  readonly submittedProcedure: Field<string> | undefined;
  readonly revenueCode: Field<string> | undefined;
  readonly charge: Field<Cents> | undefined;
  readonly paid: Field<Cents> | undefined;
  readonly units: Field<number> | undefined;
  readonly dateOfService: Field<CalendarDate> | undefined;
  readonly lineNumber: Field<string> | undefined;
  /** AMT*B6. */
  readonly statedAllowed: Field<Cents> | undefined;
  readonly adjustments: readonly Adjustment[];
}

/** Reads a part that begins with CLP, and adds what keeps its lines from counting to `problems`. */
export function readRemittanceClaim(part: SegmentedPart, problems: Problem[]): RemittanceClaim {
  const [head = firstSegmentOf(part), ...others] = segmentsOf(part);
  const loops = cutAtServices(others);
  const date = readDateOf(loops.claim, "232", "233", problems);
  const lines = loops.lines.map((segments) => readLine(segments, date, problems));
  const cutOtherwise = lines.find(({ procedure, head: service }) => procedure.value === "" && isCutOtherwise(service));
  if (cutOtherwise !== undefined) problems.push(wrongSeparator(cutOtherwise.head));
  return {
    head,
    span: spanOf(part, head.start, (others.at(-1) ?? head).end),
    claimId: readText(head, 1),
    status: textOf(head, 2),
    charge: readMoney(head, 3),
    paid: readMoney(head, 4),
    patientOwes: readMoney(head, 5),
    filingIndicator: readUpperCase(head, 6),
    ...readBeneficiaryIds(loops.claim),
    dateOfService: date,
    adjustments: readAdjustments(loops.claim),
    lines,
  };
}

/** The segments of the claim itself, and those of each service line, its SVC first. */
function cutAtServices(segments: readonly Segment[]): {
  claim: readonly Segment[];
  lines: readonly (readonly [Segment, ...Segment[]])[];
} {
  const claim: Segment[] = [];
  const lines: [Segment, ...Segment[]][] = [];
  for (const segment of segments) {
    if (segment.id === svc) lines.push([segment]);
    else (lines.at(-1) ?? claim).push(segment);
  }
  return { claim, lines };
}

/** That which the payer corrected (NM1*74) goes before the patient's, and that before the insured's. */
function readBeneficiaryIds(
  segments: readonly Segment[],
): Pick<RemittanceClaim, "beneficiaryId" | "sentBeneficiaryId"> {
  const corrected = readIdOf("74", segments);
  const sent = readIdOf("QC", segments) ?? readIdOf("IL", segments);
  const isCorrected = corrected !== undefined && corrected.value !== sent?.value;
  return { beneficiaryId: corrected ?? sent, sentBeneficiaryId: isCorrected ? sent : undefined };
}

/** A social security number is no member id. */
function readIdOf(role: string, segments: readonly Segment[]): Field<string> | undefined {
  const name = segments.find((segment) => segment.id === nm1 && segment.has(1, role));
  const id = name === undefined || name.has(8, "34") ? undefined : readText(name, 9);
  return id && asMemberId(id);
}

function readLine(
  [head, ...others]: readonly [Segment, ...Segment[]],
  claimDate: Field<CalendarDate> | undefined,
  problems: Problem[],
): RemittanceLine {
  const { part } = head;
  const isRevenueCode = textOf(head, 1, 1) === "NU";
  const allowed = others.find((segment) => segment.id === amt && segment.has(1, "B6"));
  const number = others.find((segment) => segment.id === ref && segment.has(1, "6R"));
  const procedure = readProcedure(head, isRevenueCode, problems);
  return {
    head,
    span: spanOf(part, head.start, (others.at(-1) ?? head).end),
    procedure,
    modifiers: readModifiers(head),
    submittedProcedure: readSubmitted(head, procedure),
    revenueCode: isRevenueCode ? readText(head, 1, 2) : readText(head, 4),
    charge: readAmount(head, 2, "SVC02", problems),
    paid: readAmount(head, 3, "SVC03", problems),
    units: readUnits(head, problems),
    dateOfService: others.some(({ id }) => id === dtm) ? readLineDate(others, problems) : claimDate,
    lineNumber: number && readText(number, 2),
    statedAllowed: allowed && readAmount(allowed, 2, "AMT02", problems),
    adjustments: readAdjustments(others),
  };
}

/** Four modifiers stand behind the kind of code and the code. */
function readModifiers(head: Segment): readonly Field<string>[] {
  const modifiers: Field<string>[] = [];
  for (let component = 3; component <= 6; component++) {
    const modifier = readUpperCase(head, 1, component);
    if (modifier !== undefined) modifiers.push(modifier);
  }
  return modifiers;
}

function readProcedure(head: Segment, isRevenueCode: boolean, problems: Problem[]): Field<string> {
  const { part } = head;
  const procedure = isRevenueCode ? undefined : readUpperCase(head, 1, 2);
  if (procedure !== undefined) return procedure;
  const composite = head.element(1) ?? head;
  if (!isRevenueCode && !isCutOtherwise(head)) {
    const place = composite.end > composite.start ? composite : head;
    problems.push(problemAt("unreadable-cell", part, place, "SVC01-2 holds no procedure code"));
  }
  const { end } = componentOf(part, composite, 2) ?? composite;
  return fieldOf(part, end, end, "");
}

/** Whether the file cuts its composites by another character than ISA16 says. */
function isCutOtherwise(head: Segment): boolean {
  const composite = head.element(1);
  const separator = composite && /^(?:HC|ER|IV|WK|NU)([^\w\s])\w/.exec(textAt(head.part, composite))?.[1];
  return separator !== undefined && separator !== head.part.delimiters.component;
}

/** Every line of the file then has the same fault, so it is told once a claim. */
function wrongSeparator(head: Segment): Problem {
  const { part } = head;
  const message = `SVC01 is not cut by ${part.delimiters.component}, which ISA16 says separates components`;
  return problemAt("unreadable-cell", part, head.element(1) ?? head, message);
}

function readSubmitted(head: Segment, decided: Field<string>): Field<string> | undefined {
  const submitted = readUpperCase(head, 6, 2);
  return submitted?.value === decided.value ? undefined : submitted;
}

function readAmount(segment: Segment, n: number, name: string, problems: Problem[]): Field<Cents> | undefined {
  const amount = readMoney(segment, n);
  if (amount === undefined) reportUnreadable(segment, n, { name, what: "an amount" }, problems);
  return amount;
}

function readUnits(head: Segment, problems: Problem[]): Field<number> | undefined {
  const units = readNumber(head, 5);
  if (units === undefined) reportUnreadable(head, 5, { name: "SVC05", what: "a number of units" }, problems);
  return units;
}

function readLineDate(segments: readonly Segment[], problems: Problem[]): Field<CalendarDate> | undefined {
  return readDateOf(segments, "472", "472", problems) ?? readDateOf(segments, "150", "151", problems);
}

/** The first day of a period; of one that goes on into another year it can't be told which year the service is of. */
function readDateOf(
  segments: readonly Segment[],
  firstKind: string,
  lastKind: string,
  problems: Problem[],
): Field<CalendarDate> | undefined {
  const first = readDateAt(segments, firstKind, problems);
  const last = firstKind === lastKind ? first : readDateAt(segments, lastKind, problems);
  if (first === undefined || last === undefined) return first ?? last;
  return yearOf(first.value) === yearOf(last.value) ? first : undefined;
}

function readDateAt(segments: readonly Segment[], kind: string, problems: Problem[]): Field<CalendarDate> | undefined {
  const segment = segments.find((one) => one.id === dtm && one.has(1, kind));
  if (segment?.find(2) !== true) return undefined;
  const date = readDate(segment, 2);
  if (date === undefined) {
    const message = "DTM02 is not a date of the calendar";
    problems.push(problemAt("date-invalid", segment.part, segment.element(2) ?? segment, message));
  }
  return date;
}
