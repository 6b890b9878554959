import type { Claim, ServiceLine } from "../model/claim.ts";
import { isVoid } from "../model/claim.ts";
import { ownership } from "../rules/order.ts";
import type { Report } from "../rules/rule.ts";
import type { Surroundings } from "./asked.ts";
import { ClaimContext, type Recorder, type Setting } from "./context.ts";
import type { Finding } from "./finding.ts";
import { type ActiveRule, type ClaimRule, type LineRule, type RuleBook, ruleBookOf } from "./rule-book.ts";

/** What the rules found on one claim. */
export interface Check {
  readonly claim: Claim;
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

/** A rule that threw. It loses its own findings on the claim, and only those. */
export interface Failure {
  readonly rule: string;
  /** Its message could hold text of the claim: of an error only its class and place may be told. */
  readonly error: unknown;
}

/**
 * Runs every rule that the settings leave on. Of a void claim, which takes a claim back, only that is looked at.
 *
 * @param record takes what the rules ask beyond the claim, where somebody keeps it
 */
export function checkClaim(claim: Claim, setting: Setting, surroundings: Surroundings, record?: Recorder): Check {
  const context = new ClaimContext(claim, setting, surroundings, record);
  return new Checking(claim, context).run(ruleBookOf(setting.environment.settings, claim.kind));
}

const none: readonly never[] = [];

interface FoundOnLine {
  readonly finding: Finding;
  readonly line: ServiceLine | undefined;
}

/** One claim while rule after rule looks at it. All of them report through one function, which knows whose turn it is. */
class Checking {
  readonly #claim: Claim;
  readonly #context: ClaimContext;
  #found: FoundOnLine[] | undefined;
  #failures: Failure[] | undefined;
  #rule: ActiveRule<unknown> | undefined;
  #line: ServiceLine | undefined;

  constructor(claim: Claim, context: ClaimContext) {
    this.#claim = claim;
    this.#context = context;
  }

  run(book: RuleBook): Check {
    const takesBack = isVoid(this.#claim);
    for (const rule of takesBack ? book.voidRules : book.claimRules) this.#checkClaim(rule);
    if (!takesBack) this.#checkLines(book);
    const findings = this.#found === undefined ? none : withoutOwned(this.#found);
    return { claim: this.#claim, findings, failures: this.#failures ?? none };
  }

  #checkLines(book: RuleBook): void {
    for (const line of this.#claim.serviceLines) {
      this.#line = line;
      for (const rule of book.lineRules(line)) {
        if (rule.asks === undefined || this.#context.answer(rule.asks, line) === "required")
          this.#checkLine(rule, line);
      }
    }
  }

  #checkClaim(rule: ClaimRule): void {
    this.#rule = rule;
    try {
      rule.check(this.#claim, this.#context, this.#report);
    } catch (error) {
      this.#fail(rule.id, error);
    }
  }

  #checkLine(rule: LineRule, line: ServiceLine): void {
    this.#rule = rule;
    try {
      rule.check(line, this.#context, this.#report);
    } catch (error) {
      this.#fail(rule.id, error);
    }
  }

  /** A rule that throws is heard of once a claim. */
  #fail(rule: string, error: unknown): void {
    this.#failures ??= [];
    if (!this.#failures.some((failure) => failure.rule === rule)) this.#failures.push({ rule, error });
  }

  readonly #report: Report = (span, message, details = {}) => {
    const rule = this.#rule;
    if (rule === undefined) return;
    const finding: Finding = {
      rule: rule.id,
      severity: rule.severity ?? details.severity ?? rule.ownSeverity,
      message: once(message),
      span,
      claim: this.#claim,
      fixes: details.fixes ?? none,
      related: details.related ?? none,
      tag: details.tag,
    };
    (this.#found ??= []).push({ line: this.#line, finding });
  };
}

/** The same string for the same words: a large file has the same message very often, put together anew each time. */
function once(message: string): string {
  const known = messages.get(message);
  if (known !== undefined) return known;
  if (messages.size >= mostMessages) messages.clear();
  messages.set(message, message);
  return message;
}

const messages = new Map<string, string>();
const mostMessages = 1000;

const silenced: ReadonlySet<string> = new Set(ownership.map(([, silent]) => silent));

function mayBeOwned({ finding }: FoundOnLine): boolean {
  return silenced.has(finding.rule);
}

/** One fault, one finding: leaves out what another finding on the same line owns. */
function withoutOwned(found: readonly FoundOnLine[]): readonly Finding[] {
  if (found.length === 1 || !found.some(mayBeOwned)) return found.map(({ finding }) => finding);
  const rulesOn = new Map<ServiceLine, Set<string>>();
  for (const { finding, line } of found) {
    if (line !== undefined) rulesOn.set(line, (rulesOn.get(line) ?? new Set()).add(finding.rule));
  }
  const isOwned = ({ finding, line }: FoundOnLine): boolean =>
    line !== undefined &&
    ownership.some(([owner, silent]) => silent === finding.rule && rulesOn.get(line)?.has(owner) === true);
  return found.filter((one) => !isOwned(one)).map(({ finding }) => finding);
}
