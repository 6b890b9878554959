import type { Change } from "../model/change.ts";
import type { Claim, ServiceLine } from "../model/claim.ts";
import type { PayerQuestion, Procedure } from "../model/tables.ts";
import type { Place } from "../model/place.ts";
import type { Span } from "../text/span.ts";
import type { Context } from "./context.ts";

/** error: the payer's own text says returned, rejected or denied · warning: a person must look · information: advice · hint: style. */
export type Severity = "error" | "warning" | "information" | "hint";

/** The one text of a rule: hover, docs page, `explain`, README and settings are rendered from it. */
export interface RuleDocs {
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** Two to five sentences: the reason, the law, what a payer does. */
  readonly why: string;
  /** What to do, where the fixes' titles do not say it all. */
  readonly remedy?: string;
  /** From when to when, and for which payers, in words. */
  readonly applies: string;
  /** The language of the examples; superbill where absent. */
  readonly language?: "superbill" | "x12" | "cms1500-print";
  /** An excerpt that gives exactly this one finding. */
  readonly incorrect: string;
  /** One that gives none. */
  readonly correct: string;
  /** Another file of the folder, which both examples need. */
  readonly beside?: { readonly language: "x12"; readonly text: string };
  readonly sources: readonly { readonly title: string }[];
  /** Ids in `statements.ts` of what is commonly said about KX and therapy claims that the rule checks or explains. */
  readonly statements?: readonly string[];
}

/** What a finding is about: something a format or the linter reports by itself, or a rule that looks at claims. */
export interface RuleText {
  /** The file's name: kebab-case, subject first. */
  readonly id: string;
  readonly severity: Severity;
  readonly docs: RuleDocs;
}

export interface Rule extends RuleText {
  /** Runs only where the payer, at the date of service, answers this with `required`. */
  readonly asks?: PayerQuestion;
  /** `checkLine` runs only for lines that carry one of these modifiers. */
  readonly modifiers?: readonly string[];
  /** `checkLine` runs only for lines whose code this accepts. It is asked once a code, so it may look at nothing else. */
  readonly codes?: (code: string, procedure: Procedure | undefined) => boolean;
  /** Runs only on claims of this kind. */
  readonly claims?: Claim["kind"];
  /** `checkClaim` runs on claims that take another back as well; nothing else is checked on those. */
  readonly looksAtVoid?: true;
  readonly checkLine?: (line: ServiceLine, context: Context, report: Report) => void;
  readonly checkClaim?: (claim: Claim, context: Context, report: Report) => void;
}

/** Says what is wrong at a span. The message is one line, names the value at fault and the one it misses, and nothing of a person. */
export type Report = (at: Span, message: string, details?: FindingDetails) => void;

export interface FindingDetails {
  readonly fixes?: readonly Fix[];
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  readonly tag?: "deprecated" | "unnecessary";
}

export interface RelatedPlace {
  /** In the document at hand, or in another file. */
  readonly at: Place;
  readonly message: string;
}

export type Fix = OfferedFix | UnavailableFix;

export interface OfferedFix {
  readonly title: string;
  /** safe: what is attested and billed stays the same, or the line itself states it. review: everything else. */
  readonly safety: "safe" | "review";
  readonly changes: readonly Change[];
  /** What the user states by taking the fix, where it is more than a correction: shown for confirmation. */
  readonly attests?: string;
}

/** A fix that is expected but can't be offered, and why. */
export interface UnavailableFix {
  readonly title: string;
  readonly unavailable: string;
}

export function defineRule<T extends Rule>(rule: T): T {
  return rule;
}

/** What is explained and never found: a hover and a page of `explain`. */
export interface Topic {
  /** Kebab-case, subject first, as of a rule. */
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly sources: readonly { readonly title: string }[];
  readonly statements: readonly string[];
}

export function defineTopic<T extends Topic>(topic: T): T {
  return topic;
}

/** A text for what a format or the linter reports by itself. */
export function defineProblem<T extends RuleText>(problem: T): T {
  return problem;
}
