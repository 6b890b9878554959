import type { PartReading } from "../formats/format.ts";
import type { Claim } from "../model/claim.ts";
import type { Problem } from "../model/problem.ts";
import { missedInUnread, ownership } from "../rules/order.ts";
import { ruleTexts } from "../rules/registry.ts";
import { type Span, textOf } from "../text/span.ts";
import type { Check } from "./check.ts";
import type { Settings } from "./environment.ts";
import type { Finding } from "./finding.ts";
import { severityOf } from "./rule-book.ts";

/** What was found in a part: the problems of its text, and what the rules found on its claims. */
export function findingsOfPart(part: PartReading, checks: readonly Check[], settings: Settings): readonly Finding[] {
  const [check] = checks;
  if (part.problems.length === 0 && checks.length <= 1) return check?.findings ?? none;
  const findings = problemFindings(part.problems, part.claims, settings);
  for (const { claim, findings: found } of checks) findings.push(...withoutOwned(found, claim, part.problems));
  return findings;
}

const none: readonly never[] = [];

/** Problems with the severity that the settings give them; those that are off are left out. */
export function problemFindings(problems: readonly Problem[], claims: readonly Claim[], settings: Settings): Finding[] {
  const findings: Finding[] = [];
  for (const { rule, span, message, fixes = [] } of problems) {
    const own = ruleTexts.get(rule)?.severity ?? "warning";
    const severity = severityOf({ id: rule }, settings) ?? own;
    if (severity === "off") continue;
    const claim = claims.find((one) => isWithin(span, one.span));
    findings.push({ rule, severity, message, span, claim, fixes, related: [], tag: undefined });
  }
  return findings;
}

/** Leaves out what a problem of the claim's text says more exactly. */
function withoutOwned(findings: readonly Finding[], claim: Claim, problems: readonly Problem[]): readonly Finding[] {
  if (problems.length === 0 || findings.length === 0) return findings;
  const owners = new Set<string>(problems.filter(({ span }) => isWithin(span, claim.span)).map(({ rule }) => rule));
  return findings.filter(
    (finding) =>
      !ownership.some(([owner, silent]) => silent === finding.rule && owners.has(owner)) &&
      !mayStandUnread(finding, claim, problems),
  );
}

/** Whether a word of the finding's line that could not be read holds what the rule misses. */
function mayStandUnread({ rule, span }: Finding, claim: Claim, problems: readonly Problem[]): boolean {
  const missed = missedInUnread[rule];
  if (missed === undefined) return false;
  const line = claim.serviceLines.find((one) => isWithin(span, one.span));
  return problems.some(
    (problem) => line !== undefined && isWithin(problem.span, line.span) && missed.test(textOf(problem.span)),
  );
}

function isWithin(span: Span, outer: Span): boolean {
  return outer.start <= span.start && span.end <= outer.end;
}
