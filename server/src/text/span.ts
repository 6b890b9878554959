/**
 * A piece of a document that is read on its own: a claim, a governing X12 loop, an envelope.
 * It is known by identity, not by place: only a snapshot knows where a part stands now, so text typed above moves nothing.
 */
export interface Part {
  /** The part's text as it stands in the document, line ends included. */
  readonly text: string;
  /** Where the list that it stands in found it last; the list's own. */
  home?: object | undefined;
}

/** A range within one part, in UTF-16 code units from the part's beginning; empty where something is missing. */
export interface Span {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
}

/** A value that was read, and the text it was read from. */
export interface Field<T> extends Span {
  readonly value: T;
}

/** A replacement of a span's text. */
export interface PartEdit {
  readonly span: Span;
  readonly newText: string;
}

export function spanOf(part: Part, start: number, end: number): Span {
  return { part, start, end };
}

export function fieldOf<T>(part: Part, start: number, end: number, value: T): Field<T> {
  return { part, start, end, value };
}

/** The text that a span covers. */
export function textOf(span: Span): string {
  return span.part.text.slice(span.start, span.end);
}

/** The shortest span that covers both; they must lie in one part. */
export function cover(first: Span, second: Span): Span {
  return spanOf(first.part, Math.min(first.start, second.start), Math.max(first.end, second.end));
}
