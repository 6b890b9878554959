import { findModifier, modifiersLike } from "../data/modifiers.ts";
import { findProcedure } from "../data/procedures.ts";
import { findRemittanceCode } from "../data/remittance-codes.ts";
import { hover } from "../features/hover.ts";
import { formatOf } from "../formats/registry.ts";
import { type Environment, defaultSettings } from "../lint/environment.ts";
import { openSnapshot } from "../lint/open-snapshot.ts";
import { ruleTexts } from "../rules/registry.ts";
import { renderCoverage } from "../rules/coverage.ts";
import { renderRemittanceCode, renderRuleList, renderRulePage, renderTopic } from "../rules/render.ts";
import { topics } from "../rules/topics.ts";
import { Document } from "../text/document.ts";
import { nearest } from "./nearest.ts";
import { type Paint, plain } from "./paint.ts";
import { markdownToTerminal } from "./terminal-markdown.ts";
import { UsageError } from "./usage.ts";

/**
 * What a rule, a topic, a modifier, a code or a remittance's reason means: the rule's page, or the text of the hover without what depends on a line. Without a word,
 * every rule in one line.
 * @throws UsageError for a word that means nothing here.
 */
export function explain(args: readonly string[], paint: Paint = plain): string {
  if (args.join(" ") === "--coverage") return markdownToTerminal(renderCoverage(), paint);
  const [kind = "", ...others] = args;
  const word = /^(?:CARC|RARC)$/i.test(kind) ? args.join(" ") : kind;
  if (word === "") return listRules(paint);
  if (others.length > (word === kind ? 0 : 1)) throw new UsageError("explain takes one rule, topic, modifier or code");
  const markdown = markdownOf(word);
  if (markdown === undefined) throw new UsageError(unknown(word));
  return markdownToTerminal(markdown, paint);
}

function listRules(paint: Paint): string {
  const rules = [...ruleTexts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return `${renderRuleList(rules)}\n\n${paint("gray", "therapy-claims explain RULE says why, from when, and by which source.")}\n`;
}

function markdownOf(word: string): string | undefined {
  const rule = ruleTexts.get(word.toLowerCase());
  if (rule !== undefined) return renderRulePage(rule);
  const topic = topics.get(word.toLowerCase());
  if (topic !== undefined) return renderTopic(topic);
  const upper = word.toUpperCase();
  if (findProcedure(upper) !== undefined) return hoverIn(upper, 0);
  // Any code that is known will do: the line is only there to carry the modifier.
  const modifier = findModifier(upper) && hoverIn(`97110 ${upper}`, 6);
  const code = findRemittanceCode(word);
  // 97 is a modifier and a reason, which have nothing to do with each other: both are told.
  const found = [modifier, code && renderRemittanceCode(code)].filter((text) => text !== undefined);
  return found.length === 0 ? undefined : found.join("\n\n");
}

/** A line by itself has no places in other files. */
const editor = { addressOf: (file: string) => file };

/** The hover in a service line without a date and a payer, so that it says what holds for all of them. */
function hoverIn(line: string, character: number): string | undefined {
  const format = formatOf("superbill");
  if (format === undefined) return undefined;
  const document = Document.create("", "superbill", 0, line);
  const environment: Environment = { settings: { ...defaultSettings, only: [] }, today: "1900-01-01" };
  const contents = hover(openSnapshot(document, format, environment), { line: 0, character }, editor)?.contents;
  return typeof contents === "object" && "value" in contents ? contents.value : undefined;
}

function unknown(word: string): string {
  const near =
    word.length === 2
      ? modifiersLike(word.toUpperCase()).join(" or ")
      : nearest(word.toLowerCase(), [...ruleTexts.keys(), ...topics.keys()]);
  const hint = near === undefined || near === "" ? "'therapy-claims explain' lists the rules" : `did you mean ${near}?`;
  return `no rule, topic, modifier, therapy code or remittance code is called '${word}'; ${hint}`;
}
