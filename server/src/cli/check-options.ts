import { findPayer, payers, unknownPayer } from "../data/payers.ts";
import type { Settings } from "../lint/environment.ts";
import { type CalendarDate, parseIsoDate } from "../model/date.ts";
import { ruleTexts } from "../rules/registry.ts";
import type { Severity } from "../rules/rule.ts";
import { standardInput } from "../files/find-files.ts";
import { nearest } from "./nearest.ts";
import { parseFlags } from "./parse-flags.ts";
import { UsageError } from "./usage.ts";

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: (typeof formats)[number];
  readonly failOn: (typeof failLevels)[number];
  readonly settings: Settings;
  readonly today: CalendarDate;
  readonly stdinFilename: string | undefined;
  readonly maxFindings: number;
  /** So many files are checked at a time. */
  readonly jobs: number;
  readonly showsClaimIds: boolean;
  readonly isQuiet: boolean;
}

const formats = ["pretty", "json"] as const;
const failLevels = ["error", "warning", "information", "never"] as const;
const levels = ["error", "warning", "information", "hint", "off"] as const;

/** @throws UsageError for anything that `check` does not know. */
export function readCheckOptions(args: readonly string[], today: CalendarDate): CheckOptions {
  const { values, positionals } = parse(args);
  return {
    paths: positionals.length === 0 ? ["."] : positionals,
    format: oneOf("--format", values.format ?? "pretty", formats),
    failOn: oneOf("--fail-on", values["fail-on"] ?? "error", failLevels),
    settings: readSettings(values),
    today: given(values.today, readDate) ?? today,
    stdinFilename: given(values["stdin-filename"], (name) => nameOfInput(name, positionals)),
    maxFindings: given(values["max-findings"], (text) => readCount("--max-findings", text)) ?? Infinity,
    jobs: given(values.jobs, (text) => readCount("--jobs", text)) ?? 1,
    showsClaimIds: values["show-claim-ids"] === true,
    isQuiet: values.quiet === true,
  };
}

function parse(args: readonly string[]) {
  return parseFlags(args, {
    format: { type: "string" },
    "fail-on": { type: "string" },
    rule: { type: "string", multiple: true },
    severity: { type: "string", multiple: true },
    payer: { type: "string" },
    today: { type: "string" },
    "stdin-filename": { type: "string" },
    "max-findings": { type: "string" },
    jobs: { type: "string" },
    "show-claim-ids": { type: "boolean" },
    quiet: { type: "boolean" },
  });
}

function readSettings({ payer, severity = [], rule }: ReturnType<typeof parse>["values"]): Settings {
  return {
    payer: given(payer, knownPayer),
    severities: Object.fromEntries(severity.map(readSeverity)),
    thresholds: {},
    only: rule?.map((id) => knownRule(id)),
  };
}

function given<T>(value: string | undefined, read: (value: string) => T): T | undefined {
  return value === undefined ? undefined : read(value);
}

function nameOfInput(name: string, paths: readonly string[]): string {
  if (paths.includes(standardInput)) return name;
  throw new UsageError("--stdin-filename names what is read with -, and there is no - among the paths");
}

function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${flag} takes ${allowed.join(", ")}; not '${value}'`);
  return found;
}

function readSeverity(text: string): [string, Severity | "off"] {
  const [, rule, level] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (rule === undefined || level === undefined) throw new UsageError(`--severity takes RULE=LEVEL; not '${text}'`);
  return [knownRule(rule), oneOf("--severity", level, levels)];
}

function knownRule(id: string): string {
  if (ruleTexts.has(id)) return id;
  const near = nearest(id, ruleTexts.keys());
  const hint = near === undefined ? "'therapy-claims explain' lists them" : `did you mean ${near}?`;
  throw new UsageError(`no rule is called '${id}'; ${hint}`);
}

/** The payer's id or name, as it was written. */
function knownPayer(payer: string): string {
  const isKnown =
    [unknownPayer, ...payers].some(({ id }) => id === payer) || findPayer({ name: payer }) !== unknownPayer;
  if (isKnown) return payer;
  throw new UsageError(`no payer is known as '${payer}'; known are ${payers.map(({ id }) => id).join(", ")}`);
}

function readDate(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new UsageError(`--today takes a date as 2026-03-12; not '${text}'`);
  return date;
}

function readCount(flag: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`${flag} takes a whole number from 1; not '${text}'`);
  return Number(text);
}
