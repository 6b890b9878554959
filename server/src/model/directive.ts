import type { Field, Span } from "../text/span.ts";

/** A comment that silences rules: for the next line, or from here until an `enable`. */
export interface Directive {
  readonly kind: "disable-next-line" | "disable" | "enable";
  /** The whole comment. */
  readonly span: Span;
  /** As written. Empty means every rule. */
  readonly rules: readonly Field<string>[];
  /** The text that a `disable-next-line` silences: the next line. */
  readonly silences: Span | undefined;
  readonly reason: string | undefined;
}
