import type { PartEdit, Span } from "../text/span.ts";

/** What a format, or the linter itself, can find wrong with a text before any rule looks at the claims in it. */
export type ProblemId =
  | "unreadable-line"
  | "unreadable-cell"
  | "unreadable-field"
  | "unreadable-page"
  | "unknown-field"
  | "date-invalid"
  | "date-without-year"
  | "x12-envelope"
  | "x12-guide-differs"
  | "x12-lower-case-id"
  | "not-read-yet"
  | "directive-without-reason"
  | "directive-unused"
  | "directive-unknown-rule";

/** Something that could not be read, or contradicts itself as text. The message holds nothing of a person. */
export interface Problem {
  readonly rule: ProblemId;
  readonly span: Span;
  readonly message: string;
  readonly fixes?: readonly TextFix[];
}

/** A fix that a format states in its own text; `review` where what is billed may change. */
export interface TextFix {
  readonly title: string;
  readonly safety: "safe" | "review";
  readonly edits: readonly PartEdit[];
}
