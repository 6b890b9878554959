import { ruleTexts } from "./registry.ts";
import { type Statement, statements } from "./statements.ts";
import { topics } from "./topics.ts";

/** A statement with what realises it: rules that check it, texts that explain it. */
export interface Covered extends Statement {
  readonly rules: readonly string[];
  readonly topics: readonly string[];
}

/** What is commonly said of KX and therapy claims, and which rules and topics carry each statement. */
export function coverage(): readonly Covered[] {
  return statements.map((statement) => ({
    ...statement,
    rules: idsWith(ruleTexts.values(), statement.id, (rule) => rule.docs.statements),
    topics: idsWith(topics.values(), statement.id, (topic) => topic.statements),
  }));
}

/** What no claim can tell, whoever reads it. It is explained, and never checked. */
const unknowable: readonly (readonly [what: string, topic: string])[] = [
  ["Whether the care is medically necessary, and needs the skills of a therapist", "kx-checklist"],
  [
    "Whether the record bears out what the claim says: goals, progress, the reason to go past the amount",
    "kx-checklist",
  ],
  ["Whether the plan was truly certified, and the notice truly signed, where the file only says so", "ga-hover"],
  ["Who treated, where the file names nobody", "kx-checklist"],
  ["What other providers used of the year's amount, where nothing states it", "kx-checklist"],
];

/** The page of `explain --coverage`. */
export function renderCoverage(): string {
  const all = coverage();
  const checked = all.filter(({ rules }) => rules.length > 0);
  const explained = all.filter(({ rules, topics: texts }) => rules.length === 0 && texts.length > 0);
  return [
    "# What is checked, and what can't be",
    "What is commonly said about KX and therapy claims, each with what is right about it, and the rules and texts that carry it.",
    "## Checked",
    checked.map(renderCovered).join("\n"),
    "## Explained only",
    explained.map(renderCovered).join("\n"),
    "## Not to be known from a claim",
    unknowable.map(([what, topic]) => `- ${what} (${topic}).`).join("\n"),
  ]
    .join("\n\n")
    .concat("\n");
}

function renderCovered({ id, statement, verdict, correction, rules, topics: texts }: Covered): string {
  const right = correction === "" ? "" : ` ${correction}`;
  return `- **${id}** ${statement} *${verdict}.*${right} → ${[...rules, ...texts].join(", ")}`;
}

function idsWith<T extends { readonly id: string }>(
  texts: Iterable<T>,
  statement: string,
  statementsOf: (text: T) => readonly string[] | undefined,
): readonly string[] {
  return [...texts].filter((text) => statementsOf(text)?.includes(statement)).map(({ id }) => id);
}
