import { findProcedure } from "../data/procedures.ts";
import type { Claim, ServiceLine } from "../model/claim.ts";
import type { PayerQuestion } from "../model/tables.ts";
import { rules } from "../rules/registry.ts";
import type { Rule, Severity } from "../rules/rule.ts";
import type { Settings } from "./environment.ts";

/** A rule that the settings leave on, in the shape that all of them have: it is looked at for every line of every claim. */
export interface ActiveRule<Check> {
  readonly id: string;
  /** The user's severity; undefined where the rule's own stands. */
  readonly severity: Severity | undefined;
  readonly ownSeverity: Severity;
  readonly asks: PayerQuestion | undefined;
  readonly check: Check;
}

export type ClaimRule = ActiveRule<NonNullable<Rule["checkClaim"]>>;
export type LineRule = ActiveRule<NonNullable<Rule["checkLine"]>>;

/**
 * The rules that run under certain settings on one kind of claim, found by what a line carries: most rules have nothing to say to most
 * lines.
 */
export interface RuleBook {
  readonly claimRules: readonly ClaimRule[];
  /** Those that look at claims which take others back as well. */
  readonly voidRules: readonly ClaimRule[];
  lineRules(line: ServiceLine): readonly LineRule[];
}

/** The user's severity for a rule, or `off`; undefined where the rule's own stands. */
export function severityOf(rule: { id: string }, settings: Settings): Severity | "off" | undefined {
  if (settings.only !== undefined && !settings.only.includes(rule.id)) return "off";
  return settings.severities[rule.id];
}

export function ruleBookOf(settings: Settings, kind: Claim["kind"]): RuleBook {
  const known = books[kind].get(settings);
  if (known !== undefined) return known;
  const book = writeRuleBook(settings, kind);
  books[kind].set(settings, book);
  return book;
}

const books = {
  professional: new WeakMap<Settings, RuleBook>(),
  institutional: new WeakMap<Settings, RuleBook>(),
};

/** Enough for every code with every usual list of modifiers; a file of random ones must not fill the memory. */
const mostKinds = 10_000;

/** Lines of one code and one list of modifiers, and the kinds that have one modifier more. */
interface Kind {
  rules: readonly LineRule[] | undefined;
  readonly longer: Map<string, Kind>;
}

function writeRuleBook(settings: Settings, kind: Claim["kind"]): RuleBook {
  const claimRules: ClaimRule[] = [];
  const voidRules: ClaimRule[] = [];
  const lineRules: { readonly rule: Rule; readonly active: LineRule }[] = [];
  for (const rule of rules) {
    const severity = severityOf(rule, settings);
    if (severity === "off" || (rule.claims ?? kind) !== kind) continue;
    const { checkClaim, checkLine } = rule;
    if (checkClaim !== undefined) claimRules.push(activate(rule, severity, checkClaim));
    if (checkClaim !== undefined && rule.looksAtVoid) voidRules.push(activate(rule, severity, checkClaim));
    if (checkLine !== undefined) lineRules.push({ rule, active: activate(rule, severity, checkLine) });
  }
  const kinds = new Kinds();
  return {
    claimRules,
    voidRules,
    lineRules(line) {
      const kind = kinds.of(line);
      return (kind.rules ??= lineRules.filter(({ rule }) => mayLookAt(rule, line)).map(({ active }) => active));
    },
  };
}

class Kinds {
  readonly #byCode = new Map<string, Kind>();
  #count = 0;

  of({ procedure, modifiers }: ServiceLine): Kind {
    if (this.#count >= mostKinds) this.#forget();
    let kind = this.#byCode.get(procedure.value) ?? this.#add(procedure.value, this.#byCode);
    for (const { value } of modifiers) kind = kind.longer.get(value) ?? this.#add(value, kind.longer);
    return kind;
  }

  #add(word: string, kinds: Map<string, Kind>): Kind {
    const kind: Kind = { rules: undefined, longer: new Map() };
    kinds.set(word, kind);
    this.#count++;
    return kind;
  }

  #forget(): void {
    this.#byCode.clear();
    this.#count = 0;
  }
}

function activate<Check>(rule: Rule, severity: Severity | undefined, check: Check): ActiveRule<Check> {
  const { id, severity: ownSeverity, asks } = rule;
  return { id, severity, ownSeverity, asks, check };
}

function mayLookAt({ modifiers, codes }: Rule, line: ServiceLine): boolean {
  if (modifiers !== undefined && !line.modifiers.some(({ value }) => modifiers.includes(value))) return false;
  const code = line.procedure.value;
  return codes === undefined || codes(code, findProcedure(code));
}
