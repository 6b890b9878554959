import type { ServiceLine } from "../model/claim.ts";
import { findProcedure } from "../data/procedures.ts";
import { rules } from "../rules/registry.ts";
import type { Rule } from "../rules/rule.ts";
import type { Settings } from "./environment.ts";
import type { Finding } from "./finding.ts";

/** A rule that the settings leave on. */
export interface ActiveRule<T extends Rule = Rule> {
  readonly rule: T;
  /** The user's severity; undefined where the rule's own stands. */
  readonly severity: Finding["severity"] | undefined;
}

export type LineRule = Rule & Required<Pick<Rule, "checkLine">>;
export type ClaimRule = Rule & Required<Pick<Rule, "checkClaim">>;

/** The rules that run under certain settings, found by what a line carries: most rules have nothing to say to most lines. */
export interface RuleBook {
  readonly claimRules: readonly ActiveRule<ClaimRule>[];
  lineRules(line: ServiceLine): readonly ActiveRule<LineRule>[];
}

/** The user's severity for a rule, or `off`; undefined where the rule's own stands. */
export function severityOf(rule: { id: string }, settings: Settings): Finding["severity"] | "off" | undefined {
  if (settings.only !== undefined && !settings.only.includes(rule.id)) return "off";
  return settings.severities[rule.id];
}

export function ruleBookOf(settings: Settings): RuleBook {
  const known = books.get(settings);
  if (known !== undefined) return known;
  const book = writeRuleBook(settings);
  books.set(settings, book);
  return book;
}

const books = new WeakMap<Settings, RuleBook>();

/** Enough for every code with every usual set of modifiers; a file of random ones must not fill the memory. */
const mostKinds = 10_000;

function writeRuleBook(settings: Settings): RuleBook {
  const active = rules.flatMap((rule): ActiveRule[] => {
    const severity = severityOf(rule, settings);
    return severity === "off" ? [] : [{ rule, severity }];
  });
  const lineRules = active.filter((one): one is ActiveRule<LineRule> => one.rule.checkLine !== undefined);
  const byKind = new Map<string, readonly ActiveRule<LineRule>[]>();
  return {
    claimRules: active.filter((one): one is ActiveRule<ClaimRule> => one.rule.checkClaim !== undefined),
    lineRules(line) {
      const kind = kindOf(line);
      const known = byKind.get(kind);
      if (known !== undefined) return known;
      if (byKind.size >= mostKinds) byKind.clear();
      const found = lineRules.filter(({ rule }) => mayLookAt(rule, line));
      byKind.set(kind, found);
      return found;
    },
  };
}

function kindOf({ procedure, modifiers }: ServiceLine): string {
  let kind = procedure.value;
  for (const { value } of modifiers) kind += ` ${value}`;
  return kind;
}

function mayLookAt({ modifiers, codes }: Rule, line: ServiceLine): boolean {
  if (modifiers !== undefined && !line.modifiers.some(({ value }) => modifiers.includes(value))) return false;
  const code = line.procedure.value;
  return codes === undefined || codes(code, findProcedure(code));
}
