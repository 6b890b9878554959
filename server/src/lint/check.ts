import type { Claim, ServiceLine } from "../model/claim.ts";
import { isVoid } from "../model/claim.ts";
import { ownership } from "../rules/order.ts";
import type { FindingDetails, Report, Rule } from "../rules/rule.ts";
import type { Asked, Asking, Surroundings } from "./asked.ts";
import { ClaimContext, type Setting } from "./context.ts";
import type { Finding } from "./finding.ts";
import { type ActiveRule, ruleBookOf } from "./rule-book.ts";

/** What the rules found on one claim, and what they asked beyond it. */
export interface Check {
  readonly findings: readonly Finding[];
  readonly asked: Asked;
  readonly failures: readonly Failure[];
}

/** A rule that threw. It loses its own findings on the claim, and only those. */
export interface Failure {
  readonly rule: string;
  /** Its message could hold text of the claim: of an error only its class and place may be told. */
  readonly error: unknown;
}

/** Runs every rule that the settings leave on. A void claim has no findings: it takes a claim back. */
export function checkClaim(claim: Claim, setting: Setting, surroundings: Surroundings): Check {
  if (isVoid(claim)) return unchecked;
  const asked: Asking[] = [];
  const context = new ClaimContext(claim, setting, surroundings, (asking) => asked.push(asking));
  const found: FoundOnLine[] = [];
  const failures: Failure[] = [];
  const book = ruleBookOf(setting.environment.settings);
  const { kind, serviceLines } = claim;
  for (const { rule, severity } of book.claimRules) {
    if (rule.claims !== undefined && rule.claims !== kind) continue;
    const report = reporterOf({ rule, severity, claim, line: undefined }, found);
    attempt(rule, failures, () => {
      rule.checkClaim(claim, context, report);
    });
  }
  for (const line of serviceLines) {
    for (const { rule, severity } of book.lineRules(line)) {
      if (rule.claims !== undefined && rule.claims !== kind) continue;
      if (rule.asks !== undefined && context.answer(rule.asks, line) !== "required") continue;
      const report = reporterOf({ rule, severity, claim, line }, found);
      attempt(rule, failures, () => {
        rule.checkLine(line, context, report);
      });
    }
  }
  return { findings: withoutOwned(found), asked, failures: failures.length === 0 ? none : failures };
}

const none: readonly never[] = [];

const unchecked: Check = { findings: none, asked: none, failures: none };

interface FoundOnLine {
  readonly finding: Finding;
  readonly line: ServiceLine | undefined;
}

interface Judged extends ActiveRule {
  readonly claim: Claim;
  readonly line: ServiceLine | undefined;
}

function reporterOf(judged: Judged, found: FoundOnLine[]): Report {
  return (span, message, details = {}) =>
    found.push({ line: judged.line, finding: toFinding(judged, { span, message, details }) });
}

/** A rule that throws is heard of once a claim. */
function attempt(rule: Rule, failures: Failure[], run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!failures.some((failure) => failure.rule === rule.id)) failures.push({ rule: rule.id, error });
  }
}

function toFinding(
  { rule, severity, claim }: Judged,
  reported: { span: Finding["span"]; message: string; details: FindingDetails },
): Finding {
  const { span, message, details } = reported;
  return {
    rule: rule.id,
    severity: severity ?? details.severity ?? rule.severity,
    message,
    span,
    claim,
    fixes: details.fixes ?? none,
    related: details.related ?? none,
    tag: details.tag,
  };
}

/** One fault, one finding: leaves out what another finding on the same line owns. */
function withoutOwned(found: readonly FoundOnLine[]): readonly Finding[] {
  if (found.length < 2) return found.map(({ finding }) => finding);
  const rulesOn = new Map<ServiceLine, Set<string>>();
  for (const { finding, line } of found) {
    if (line !== undefined) rulesOn.set(line, (rulesOn.get(line) ?? new Set()).add(finding.rule));
  }
  const isOwned = ({ finding, line }: FoundOnLine): boolean =>
    line !== undefined &&
    ownership.some(([owner, silent]) => silent === finding.rule && rulesOn.get(line)?.has(owner) === true);
  return found.filter((one) => !isOwned(one)).map(({ finding }) => finding);
}
