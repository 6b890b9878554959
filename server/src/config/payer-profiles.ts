import { findPayer, payers, unknownPayer } from "../data/payers.ts";
import { parseIsoDate } from "../model/date.ts";
import type { Payer, PayerAnswer, PayerAnswerRow, PayerQuestion } from "../model/tables.ts";
import { isNotSet, recordOf } from "./given.ts";

/** What a profile calls each question. */
const questionNames: Readonly<Record<PayerQuestion, string>> = {
  "plan-modifiers": "planModifiers",
  "assistant-modifiers": "assistantModifiers",
  kx: "kx",
  abn: "abn",
};

const answers: ReadonlySet<unknown> = new Set<PayerAnswer>(["required", "optional", "ignored", "unknown"]);
const countings: ReadonlySet<unknown> = new Set<Payer["unitCounting"]>([
  "eight-minute-rule",
  "rule-of-eights",
  "unknown",
]);

const source = { title: "Your therapy-claims.json", evidence: "verified" } as const;

/**
 * The profiles that an office writes: a new payer, or a built-in one by its id with some answers changed. What a new one does not say is
 * taken from the profile that `basedOn` names, else unknown. What is wrong is told, and counts as not said.
 */
export function readPayerProfiles(value: unknown, problems: string[]): readonly Payer[] {
  if (isNotSet(value)) return [];
  if (!Array.isArray(value)) {
    problems.push("payers must be a list.");
    return [];
  }
  const profiles: Payer[] = [];
  for (const [place, profile] of (value as readonly unknown[]).entries()) {
    const name = `payers[${String(place)}]`;
    const read = readProfile(recordOf(profile, name, problems), name, problems);
    if (read !== undefined) profiles.push(read);
  }
  return profiles;
}

function readProfile(given: Readonly<Record<string, unknown>>, at: string, problems: string[]): Payer | undefined {
  const { id } = given;
  if (typeof id !== "string" || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
    problems.push(`${at}.id must be a word in lower case, such as blue-valley.`);
    return undefined;
  }
  const builtIn = payers.find((payer) => payer.id === id);
  const name = readName(given["name"]) ?? builtIn?.name;
  if (name === undefined) {
    problems.push(`${at}.name must be what the payer is called on claims.`);
    return undefined;
  }
  const base = builtIn ?? readBase(given["basedOn"], at, problems);
  return {
    id,
    name,
    aliases: [...readAliases(given["aliases"], at, problems), name, ...(builtIn?.aliases ?? [])],
    filingIndicators: builtIn?.filingIndicators ?? [],
    answers: readAnswers(given, base, at, problems),
    unitCounting: readCounting(given["unitCounting"], base, at, problems),
    note: null,
  };
}

function readName(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function readBase(value: unknown, at: string, problems: string[]): Payer {
  if (isNotSet(value)) return unknownPayer;
  const base =
    typeof value === "string" ? (payers.find(({ id }) => id === value) ?? findPayer({ name: value })) : unknownPayer;
  if (base === unknownPayer) problems.push(`${at}.basedOn is not the id of a built-in payer.`);
  return base;
}

function readAliases(value: unknown, at: string, problems: string[]): readonly string[] {
  if (isNotSet(value)) return [];
  if (Array.isArray(value) && value.every((alias): alias is string => typeof alias === "string")) return value;
  problems.push(`${at}.aliases must be a list of names or payer ids.`);
  return [];
}

function readAnswers(
  given: Readonly<Record<string, unknown>>,
  base: Payer,
  at: string,
  problems: string[],
): Payer["answers"] {
  const read = (question: PayerQuestion): readonly PayerAnswerRow[] => {
    const name = questionNames[question];
    const value = given[name];
    if (isNotSet(value)) return base.answers[question];
    const rows: readonly unknown[] = Array.isArray(value) ? value : [value];
    return rows.flatMap((row) => readRow(row, `${at}.${name}`, problems) ?? []);
  };
  return {
    "plan-modifiers": read("plan-modifiers"),
    "assistant-modifiers": read("assistant-modifiers"),
    kx: read("kx"),
    abn: read("abn"),
  };
}

/** `"required"`, or with the dates between which it holds: `{ "answer": "required", "from": "2026-01-01" }`. */
function readRow(value: unknown, name: string, problems: string[]): PayerAnswerRow | undefined {
  if (isAnswer(value)) return { answer: value, from: null, to: null, source };
  const given = typeof value === "object" ? recordOf(value, name, problems) : {};
  const answer = given["answer"];
  const from = readDate(given["from"]);
  const to = readDate(given["to"]);
  if (isAnswer(answer) && from !== undefined && to !== undefined) return { answer, from, to, source };
  problems.push(
    `${name} must be required, optional, ignored or unknown, or such an answer with from and to as 2026-01-31.`,
  );
  return undefined;
}

/** Null where none is given; undefined where it is no date. */
function readDate(value: unknown): PayerAnswerRow["from"] | undefined {
  if (isNotSet(value)) return null;
  return typeof value === "string" ? parseIsoDate(value) : undefined;
}

function readCounting(value: unknown, base: Payer, at: string, problems: string[]): Payer["unitCounting"] {
  if (isNotSet(value)) return base.unitCounting;
  if (isCounting(value)) return value;
  problems.push(`${at}.unitCounting must be eight-minute-rule, rule-of-eights or unknown.`);
  return base.unitCounting;
}

function isAnswer(value: unknown): value is PayerAnswer {
  return answers.has(value);
}

function isCounting(value: unknown): value is Payer["unitCounting"] {
  return countings.has(value);
}
