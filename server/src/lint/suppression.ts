import type { Directive } from "../model/directive.ts";
import type { ProblemId } from "../model/problem.ts";
import { ruleTexts } from "../rules/registry.ts";
import type { Span } from "../text/span.ts";
import type { Settings } from "./environment.ts";
import type { Finding } from "./finding.ts";

/** A directive, and where its comment and the line that it silences stand in the whole text. */
export interface PlacedDirective {
  readonly directive: Directive;
  readonly offset: number;
}

export interface PlacedFinding {
  readonly finding: Finding;
  /** Where its span begins in the whole text. */
  readonly offset: number;
}

/** The findings that no directive silences, and what is wrong with the directives themselves. */
export function applyDirectives(
  findings: readonly PlacedFinding[],
  directives: readonly PlacedDirective[],
  settings: Settings,
): readonly PlacedFinding[] {
  const reaches = directives.flatMap((placed, index) => reachOf(placed, directives.slice(index + 1)));
  const used = new Set<Directive>();
  const kept = findings.filter(({ finding, offset }) => {
    const silencing = reaches.filter(
      (reach) => reach.start <= offset && offset <= reach.end && silences(reach, finding.rule),
    );
    for (const { directive } of silencing) used.add(directive);
    return silencing.length === 0;
  });
  const about = directives.flatMap((placed) => faultsOf(placed, used.has(placed.directive), settings));
  return [...kept, ...about].sort((a, b) => a.offset - b.offset);
}

interface Reach {
  readonly directive: Directive;
  readonly start: number;
  readonly end: number;
}

function reachOf({ directive, offset }: PlacedDirective, later: readonly PlacedDirective[]): readonly Reach[] {
  if (directive.kind === "enable") return [];
  if (directive.kind === "disable") {
    const end = later.find((other) => other.directive.kind === "enable" && ends(other.directive, directive));
    return [{ directive, start: offset, end: end?.offset ?? Infinity }];
  }
  if (directive.silences === undefined) return [];
  const start = offset + directive.silences.start - directive.span.start;
  return [{ directive, start, end: start + directive.silences.end - directive.silences.start }];
}

/** An `enable` without names ends every region; one with names, those regions that name one of its rules. */
function ends(enable: Directive, disable: Directive): boolean {
  return (
    enable.rules.length === 0 || enable.rules.some((rule) => disable.rules.some((other) => other.value === rule.value))
  );
}

function silences(reach: Reach, rule: string): boolean {
  const { rules } = reach.directive;
  return rules.length === 0 || rules.some((field) => field.value === rule);
}

function faultsOf(placed: PlacedDirective, isUsed: boolean, settings: Settings): readonly PlacedFinding[] {
  const { directive } = placed;
  const faults: PlacedFinding[] = [];
  const report = (rule: ProblemId, span: Span, message: string): void => {
    const own = ruleTexts.get(rule)?.severity ?? "hint";
    const severity = settings.severities[rule] ?? own;
    if (severity === "off" || (settings.only !== undefined && !settings.only.includes(rule))) return;
    const finding: Finding = {
      rule,
      severity,
      message,
      span,
      claim: undefined,
      fixes: [],
      related: [],
      tag: undefined,
    };
    faults.push({ finding, offset: placed.offset + span.start - directive.span.start });
  };
  const unknown = directive.rules.filter((field) => !ruleTexts.has(field.value));
  for (const field of unknown) report("directive-unknown-rule", field, `No rule is called ${field.value}`);
  if (directive.kind === "enable") return faults;
  if (directive.reason === undefined) {
    report("directive-without-reason", directive.span, "Say why after --: an auditor will ask");
  }
  // Where only some rules run, or a name is not known, nobody can say that the directive does nothing.
  if (!isUsed && unknown.length === 0 && settings.only === undefined) {
    report("directive-unused", directive.span, "This directive silences nothing");
  }
  return faults;
}
