import type { RemittanceCode } from "../model/tables.ts";
import type { RuleText, Topic } from "./rule.ts";

/** The rule's page in docs/rules, and what an editor shows for a finding's code. */
export function renderRulePage(rule: RuleText): string {
  const { docs } = rule;
  const language = docs.language ?? "superbill";
  return [
    `# ${rule.id}`,
    `**${rule.severity}** · ${docs.summary}`,
    docs.why,
    ...(docs.remedy === undefined ? [] : [`**What to do.** ${docs.remedy}`]),
    `**Applies to.** ${docs.applies}`,
    "## Incorrect",
    fence(language, docs.incorrect),
    "## Correct",
    fence(language, docs.correct),
    ...(docs.beside === undefined
      ? []
      : ["## Both beside this file of the folder", fence(docs.beside.language, docs.beside.text)]),
    "## Sources",
    docs.sources.map(({ title }) => `- ${title}`).join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}

/** What a hover on a finding adds to its message. */
export function renderRuleHover(rule: RuleText): string {
  const { docs } = rule;
  const sources = docs.sources.map(({ title }) => title).join(" · ");
  return [
    `**${rule.id}** · ${docs.summary}`,
    docs.why,
    ...(docs.remedy === undefined ? [] : [docs.remedy]),
    `*${docs.applies}*`,
    `Sources: ${sources}`,
  ].join("\n\n");
}

/** What is explained and never found. */
export function renderTopic({ id, title, paragraphs, sources }: Topic): string {
  return [
    `# ${id}`,
    `**${title}**`,
    ...paragraphs,
    "## Sources",
    sources.map((source) => `- ${source.title}`).join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}

/** A reason or remark of a remittance, and the rules that find its cause before the claim goes out. */
export function renderRemittanceCode({ code, kind, meaning, inTherapy, rules, source }: RemittanceCode): string {
  return [
    `# ${kind} ${code}`,
    `**${meaning}.**`,
    inTherapy,
    ...(rules.length === 0 ? [] : [`Found before the claim goes out by ${rules.join(", ")}.`]),
    `Source: ${source.title}`,
  ]
    .join("\n\n")
    .concat("\n");
}

/** The README's table of rules. */
export function renderRuleTable(rules: readonly RuleText[]): string {
  return ["| Rule | Severity | What is wrong |", "| --- | --- | --- |", ...rules.map(renderRuleRow)].join("\n");
}

function renderRuleRow({ id, severity, docs }: RuleText): string {
  return `| [${id}](docs/rules/${id}.md) | ${severity} | ${docs.summary.replaceAll("|", "\\|")} |`;
}

/** Every rule in one line, in columns, for a terminal. */
export function renderRuleList(rules: readonly RuleText[]): string {
  const width = (column: (rule: RuleText) => string): number =>
    Math.max(0, ...rules.map((rule) => column(rule).length));
  const idWidth = width((rule) => rule.id);
  const severityWidth = width((rule) => rule.severity);
  return rules
    .map((rule) => `${rule.id.padEnd(idWidth)}  ${rule.severity.padEnd(severityWidth)}  ${rule.docs.summary}`)
    .join("\n");
}

/** The description of the setting that changes the rule's severity. */
export function renderSettingDescription({ severity, docs }: RuleText): string {
  return `${docs.summary} Its own severity: ${severity}.`;
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
