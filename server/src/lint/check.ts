import type { Claim, ServiceLine } from "../model/claim.ts";
import { isVoid } from "../model/claim.ts";
import { ownership } from "../rules/order.ts";
import { rules } from "../rules/registry.ts";
import type { FindingDetails, Report, Rule } from "../rules/rule.ts";
import type { Asked } from "./asked.ts";
import { type Answer, ClaimContext, type Question, type Surroundings } from "./context.ts";
import type { Environment, Settings } from "./environment.ts";
import type { Finding } from "./finding.ts";

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
export function checkClaim(
  claim: Claim,
  setting: { environment: Environment; formatId: string },
  surroundings: Surroundings,
): Check {
  const asked = new Map<Question, Answer>();
  if (isVoid(claim)) return { findings: [], asked, failures: [] };
  const context = new ClaimContext(claim, setting, surroundings, (question, answer) => asked.set(question, answer));
  const found: FoundOnLine[] = [];
  const failures: Failure[] = [];
  for (const rule of rules) {
    const severity = severityOf(rule, setting.environment.settings);
    if (severity === "off") continue;
    try {
      found.push(...runRule(rule, severity, claim, context));
    } catch (error) {
      failures.push({ rule: rule.id, error });
    }
  }
  return { findings: withoutOwned(found), asked, failures };
}

/** The user's severity for a rule, or `off`; undefined where the rule's own stands. */
export function severityOf(rule: { id: string }, settings: Settings): Finding["severity"] | "off" | undefined {
  if (settings.only !== undefined && !settings.only.includes(rule.id)) return "off";
  return settings.severities[rule.id];
}

interface FoundOnLine {
  readonly finding: Finding;
  readonly line: ServiceLine | undefined;
}

function runRule(
  rule: Rule,
  severity: Finding["severity"] | undefined,
  claim: Claim,
  context: ClaimContext,
): readonly FoundOnLine[] {
  const found: FoundOnLine[] = [];
  const reporter =
    (line: ServiceLine | undefined): Report =>
    (span, message, details = {}) =>
      found.push({ line, finding: toFinding(rule, severity, claim, { span, message, details }) });
  if (rule.checkClaim) rule.checkClaim(claim, context, reporter(undefined));
  if (rule.checkLine) {
    for (const line of claim.serviceLines) {
      if (looksAt(rule, line, context)) rule.checkLine(line, context, reporter(line));
    }
  }
  return found;
}

function looksAt(rule: Rule, line: ServiceLine, context: ClaimContext): boolean {
  const { modifiers } = rule;
  if (modifiers !== undefined && !line.modifiers.some((field) => modifiers.includes(field.value))) return false;
  return rule.asks === undefined || context.answer(rule.asks, line) === "required";
}

function toFinding(
  rule: Rule,
  severity: Finding["severity"] | undefined,
  claim: Claim,
  reported: { span: Finding["span"]; message: string; details: FindingDetails },
): Finding {
  const { span, message, details } = reported;
  return {
    rule: rule.id,
    severity: severity ?? details.severity ?? rule.severity,
    message,
    span,
    claim,
    fixes: details.fixes ?? [],
    related: details.related ?? [],
    tag: details.tag,
  };
}

/** One fault, one finding: leaves out what another finding on the same line owns. */
function withoutOwned(found: readonly FoundOnLine[]): readonly Finding[] {
  const rulesOn = new Map<ServiceLine, Set<string>>();
  for (const { finding, line } of found) {
    if (line !== undefined) rulesOn.set(line, (rulesOn.get(line) ?? new Set()).add(finding.rule));
  }
  const isOwned = ({ finding, line }: FoundOnLine): boolean =>
    line !== undefined &&
    ownership.some(([owner, silent]) => silent === finding.rule && rulesOn.get(line)?.has(owner) === true);
  return found.filter((one) => !isOwned(one)).map(({ finding }) => finding);
}
