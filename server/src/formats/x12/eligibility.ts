import type { CalendarDate } from "../../model/date.ts";
import type { Cents } from "../../model/money.ts";
import type { Problem } from "../../model/problem.ts";
import type { Field, Span } from "../../text/span.ts";
import { spanOf } from "../../text/span.ts";
import { serviceTypesIn } from "./elements/eligibility-codes.ts";
import type { SegmentedPart } from "./place.ts";
import { type Segment, segmentId, segmentsOf } from "./segment.ts";
import { reportUnreadable } from "./value-problems.ts";
import { readDate, readLastDate, readMoney, readUpperCase, textOf } from "./values.ts";

const aaa = segmentId("AAA");
const eb = segmentId("EB");
const dtp = segmentId("DTP");
const msg = segmentId("MSG");
const iii = segmentId("III");

/** A level of an eligibility answer: what is said of a subscriber or a dependent. */
export interface AnsweredLevel {
  readonly head: Segment;
  readonly span: Span;
  /** HL03. */
  readonly kind: string;
  /** An AAA segment says why the question could not be answered. */
  readonly isRejected: boolean;
  /** The dates that the answer as a whole is about. */
  readonly dates: readonly BenefitDate[];
  readonly benefits: readonly Benefit[];
}

/** Loop 2110: one thing that the payer says of a benefit. */
export interface Benefit {
  /** EB. */
  readonly head: Segment;
  readonly span: Span;
  /** EB01. */
  readonly kind: string;
  /** EB03, each by itself, upper case. */
  readonly serviceTypes: readonly string[];
  /** EB04. */
  readonly insuranceType: Field<string> | undefined;
  /** EB05 and the messages behind it. */
  readonly words: readonly string[];
  /** EB06. */
  readonly period: string;
  readonly amount: Field<Cents> | undefined;
  /** EB08. */
  readonly share: Field<Cents> | undefined;
  readonly dates: readonly BenefitDate[];
  /** It holds for the whole family, one procedure or one place alone. */
  readonly isOfSomethingElse: boolean;
}

export interface BenefitDate {
  /** DTP01. */
  readonly kind: string;
  readonly from: Field<CalendarDate>;
  /** Undefined for a single day. */
  readonly to: Field<CalendarDate> | undefined;
}

/** Reads a part that begins with HL, and adds what is wrong with its amounts to `problems`. */
export function readAnsweredLevel(part: SegmentedPart, problems: Problem[]): AnsweredLevel | undefined {
  const [head, ...others] = segmentsOf(part);
  if (head === undefined) return undefined;
  const above: Segment[] = [];
  const loops: [Segment, ...Segment[]][] = [];
  for (const segment of others) {
    if (segment.id === eb) loops.push([segment]);
    else (loops.at(-1) ?? above).push(segment);
  }
  return {
    head,
    span: spanOf(part, head.start, (others.at(-1) ?? head).end),
    kind: textOf(head, 3),
    isRejected: others.some(({ id }) => id === aaa),
    dates: readDates(above),
    benefits: loops.map((segments) => readBenefit(segments, problems)),
  };
}

function readBenefit([head, ...others]: readonly [Segment, ...Segment[]], problems: Problem[]): Benefit {
  const { part } = head;
  const amount = readMoney(head, 7);
  if (amount === undefined) reportUnreadable(head, 7, { name: "EB07", what: "an amount" }, problems);
  const messages = others.filter((segment) => segment.id === msg).map((segment) => textOf(segment, 1));
  return {
    head,
    span: spanOf(part, head.start, (others.at(-1) ?? head).end),
    kind: textOf(head, 1),
    serviceTypes: serviceTypesIn(textOf(head, 3)),
    insuranceType: readUpperCase(head, 4),
    words: [textOf(head, 5), ...messages].filter((words) => words !== ""),
    period: textOf(head, 6),
    amount,
    share: readMoney(head, 8),
    dates: readDates(others),
    isOfSomethingElse: isOfSomethingElse(head, others),
  };
}

function isOfSomethingElse(head: Segment, others: readonly Segment[]): boolean {
  const level = textOf(head, 2);
  return (level !== "" && level !== "IND") || textOf(head, 13) !== "" || others.some(({ id }) => id === iii);
}

function readDates(segments: readonly Segment[]): readonly BenefitDate[] {
  return segments.flatMap((segment) => {
    if (segment.id !== dtp) return [];
    const from = readDate(segment, 3);
    return from === undefined ? [] : [{ kind: textOf(segment, 1), from, to: readLastDate(segment, 3) }];
  });
}
