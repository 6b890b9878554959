import type { Amount } from "../model/amount.ts";
import type { Change, Impossible } from "../model/change.ts";
import type { Claim, NamedPayer } from "../model/claim.ts";
import type { Directive } from "../model/directive.ts";
import type { Problem } from "../model/problem.ts";
import type { Source } from "../model/tables.ts";
import type { TextChange } from "../text/edit.ts";
import type { SourceText } from "../text/source-text.ts";
import type { PartList } from "../text/part-list.ts";
import type { Part, PartEdit, Span } from "../text/span.ts";
import type { Steps } from "../text/steps.ts";

/** What was read from one part. The parts of a reading, one after the other, are the whole text. */
export interface PartReading extends Part {
  /** Another string of the same characters once an edit beside the part has moved it. */
  text: string;
  readonly claims: readonly Claim[];
  readonly amounts: readonly Amount[];
  readonly problems: readonly Problem[];
  readonly directives: readonly Directive[];
  /** Ranges that an editor may fold, beside the claims themselves. */
  readonly folds: readonly Span[];
  /** What an editor's outline shows of the part, beside its claims. */
  readonly outline: readonly OutlineEntry[];
  /** Whom the part names as the payer of what stands behind it, in a remittance or an eligibility answer. */
  readonly answeringPayer?: NamedPayer | undefined;
}

/** An entry of the outline. An outline is on screens that others see: nobody's name, no id. */
export interface OutlineEntry {
  /** `Payment`, `97110 GP`. Those that stand in no other are numbered behind it. */
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  /** The words that stand for it. */
  readonly head: Span;
  readonly children: readonly OutlineEntry[];
}

/** A part in which nothing but its text was read. */
export function bareReading(text: string): PartReading {
  return { text, claims: none, amounts: none, problems: none, directives: none, folds: none, outline: none };
}

const none: readonly never[] = [];

export interface Reading {
  readonly parts: PartList<PartReading>;
  /** Problems of several parts together, such as a segment count that is wrong. */
  readonly problems: readonly Problem[];
}

/** How problems of several parts together are found. What is said of some that stand together is kept for as long as they do. */
export interface Together<Summary> {
  summarize(parts: readonly PartReading[]): Summary;
  /** What several summaries, of parts that follow one another, come to. */
  join(summaries: readonly Summary[]): Summary;
  check(summaries: readonly Summary[]): readonly Problem[];
  /** Whether something ends with the part: nothing behind it counts what stands before. */
  closes(part: PartReading): boolean;
}

/** What stands at a place in the text, told in words: an X12 element, a field's label. */
export interface Description {
  readonly span: Span;
  /** `SV101-3 · modifier 1`. */
  readonly title: string;
  /** Plain sentences; empty where the title says it all. */
  readonly text: string;
  readonly sources?: readonly Source[];
}

/** How text is laid out: `readable`, one segment a line or columns under one another; `compact`, without line ends; or as it was found. */
export type Layout = "readable" | "compact" | FoundLayout;

/** The layout of a text whose line ends mean nothing, so that it can be given back. */
export interface FoundLayout {
  /** Behind what a line ends: nothing, each interchange, each segment, or so many characters. */
  readonly breaks: "none" | "interchanges" | "segments" | number;
  readonly lineEnd: string;
  /** A line end stands behind the last character too. */
  readonly endsWithLineEnd: boolean;
}

/** A way of writing claims down. Every function is total: no text makes one throw. */
export interface Format {
  readonly id: string;
  read(text: SourceText): Reading;
  /** The same, step by step. */
  readInSteps(text: SourceText): Steps<Reading>;
  /**
   * The parts of a text one after the other, none of which is kept: from the beginning, or from one that was read at an offset of the
   * same text before.
   */
  partsFrom(text: SourceText, from?: { readonly offset: number; readonly part: PartReading }): Iterable<PartReading>;
  /** How problems of several parts together are found. */
  readonly together: Together<unknown> | undefined;
  /** The same as `read(text)`, with every part that the change leaves alone taken over by identity from `previous`. */
  reread(previous: Reading, text: SourceText, change: TextChange): Reading;
  /** The smallest edits that make the change, in the way the row or segment is written. */
  write(change: Change, reading: Reading): readonly PartEdit[] | Impossible;
  /** The edits that silence rules at a place, with the reason left to fill in. */
  silence(at: Span, rules: readonly string[]): readonly PartEdit[] | Impossible;
  describe(part: PartReading, offset: number): Description | undefined;
  /**
   * The edits that lay out a run of the reading's parts, without changing what anything means; doing it twice is doing it once. They come
   * in the order of the text, some at a time, so that a long text can be left between. Undefined where the format knows no such layout.
   */
  layOut(parts: Iterable<PartReading>, reading: Reading, layout: Layout): Iterable<readonly PartEdit[]> | undefined;
  /** Only of a format whose line ends mean nothing: how they stand; undefined where they follow no pattern. */
  findLayout?(text: SourceText): FoundLayout | undefined;
  /** Whether a text of which nothing else tells is written this way; `beginning` is its first 16,384 characters, or all of it. */
  recognizes(beginning: string): boolean;
}
