import { type Settings, defaultSettings } from "../lint/environment.ts";
import type { CalendarDate } from "../model/date.ts";
import { ruleTexts } from "../rules/registry.ts";
import type { Severity } from "../rules/rule.ts";
import { given, oneOf, readCount, readDate, readInputName, readPayer } from "./flag-values.ts";
import type { AuditFormat } from "./audit-options.ts";
import { nearest } from "./nearest.ts";
import { type Counting, countingFlags, readCounting } from "./counting.ts";
import { parseFlags } from "./parse-flags.ts";
import { UsageError } from "./usage.ts";

/** Which files are gone through, how they are judged, and what is told of them. */
export interface CheckOptions extends Counting {
  readonly paths: readonly string[];
  readonly format: (typeof formats)[number] | AuditFormat;
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
    stdinFilename: given(values["stdin-filename"], (name) => readInputName(name, positionals)),
    maxFindings: given(values["max-findings"], (text) => readCount("--max-findings", text)) ?? Infinity,
    jobs: given(values.jobs, (text) => readCount("--jobs", text)) ?? 1,
    showsClaimIds: values["show-claim-ids"] === true,
    isQuiet: values.quiet === true,
    ...readCounting(values),
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
    ...countingFlags,
  });
}

function readSettings({ payer, severity = [], rule }: ReturnType<typeof parse>["values"]): Settings {
  return {
    payer: given(payer, readPayer),
    severities: Object.fromEntries(severity.map(readSeverity)),
    thresholds: {},
    approaching: defaultSettings.approaching,
    only: rule?.map((id) => knownRule(id)),
  };
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
