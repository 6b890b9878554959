import type { Claim } from "../model/claim.ts";
import type { TextFix } from "../model/problem.ts";
import type { Fix, RelatedPlace, Severity } from "../rules/rule.ts";
import type { Span } from "../text/span.ts";

/** What is wrong at a place, why it is shown, and what may be done. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** The claim that it is about; undefined outside a claim. */
  readonly claim: Claim | undefined;
  readonly fixes: readonly (Fix | TextFix)[];
  readonly related: readonly RelatedPlace[];
  readonly tag: "deprecated" | "unnecessary" | undefined;
}
