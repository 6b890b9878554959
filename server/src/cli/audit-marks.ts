import type { Snapshot } from "../lint/snapshot.ts";
import type { Claim, ServiceLine } from "../model/claim.ts";
import { yearOf } from "../model/date.ts";
import type { Directive } from "../model/directive.ts";
import type { Cents } from "../model/money.ts";
import { type UsedAmount, noticeModifiers } from "../model/used-amount.ts";
import type { Field, Span } from "../text/span.ts";

/** What somebody stated by hand, and answers for when an auditor asks: a modifier, or that a finding is not to be shown. */
export type Mark = ModifierMark | SuppressionMark;

export interface ModifierMark {
  readonly kind: "modifier";
  readonly span: Span;
  readonly claim: Claim;
  readonly line: ServiceLine;
  readonly modifier: string;
  /** What KX and the notices speak of; undefined for other modifiers, and where nothing is known of it. */
  readonly amount: MarkedAmount | undefined;
}

/** The year's amount where the line stands. */
interface MarkedAmount {
  /** Undefined where the line has no place among those that count: without a date or a discipline, of a void claim. */
  readonly used: UsedAmount | undefined;
  /** Undefined where that of the line's year is not known. */
  readonly threshold: Cents | undefined;
}

export interface SuppressionMark {
  readonly kind: "suppression";
  readonly span: Span;
  readonly directive: Directive;
}

/** Says that two services of one day were separate: past an edit that would deny one of them. */
const separateModifiers: readonly string[] = ["59", "XE", "XP", "XS", "XU"];
const amountModifiers: ReadonlySet<string> = new Set(["KX", ...noticeModifiers]);
const audited: ReadonlySet<string> = new Set([...amountModifiers, ...separateModifiers]);

/** In document order. */
export function marksIn(snapshot: Snapshot): readonly Mark[] {
  const marks: Mark[] = [...suppressionsIn(snapshot)];
  for (const claim of snapshot.claims) {
    for (const line of claim.serviceLines) {
      for (const modifier of line.modifiers) {
        if (audited.has(modifier.value)) marks.push(modifierMark({ claim, line, modifier }, snapshot));
      }
    }
  }
  const offsetOf = ({ span }: Mark): number => snapshot.offsetOf(span.part) + span.start;
  return marks.sort((one, other) => offsetOf(one) - offsetOf(other));
}

function* suppressionsIn({ reading }: Snapshot): Iterable<SuppressionMark> {
  for (const { directives } of reading.parts) {
    for (const directive of directives) {
      if (directive.kind !== "enable") yield { kind: "suppression", span: directive.span, directive };
    }
  }
}

interface LineWithModifier {
  readonly claim: Claim;
  readonly line: ServiceLine;
  readonly modifier: Field<string>;
}

function modifierMark({ claim, line, modifier }: LineWithModifier, snapshot: Snapshot): ModifierMark {
  return {
    kind: "modifier",
    span: modifier,
    claim,
    line,
    modifier: modifier.value,
    amount: amountModifiers.has(modifier.value) ? amountAt(claim, line, snapshot) : undefined,
  };
}

function amountAt(claim: Claim, line: ServiceLine, snapshot: Snapshot): MarkedAmount {
  const context = snapshot.contextOf(claim);
  const date = line.dateOfService?.value;
  const threshold = date && context.threshold(yearOf(date))?.kxThreshold;
  return { used: context.usedAmount(line), threshold: threshold ?? undefined };
}
