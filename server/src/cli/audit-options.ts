import { defaultSettings } from "../lint/environment.ts";
import type { CalendarDate } from "../model/date.ts";
import type { CheckOptions } from "./check-options.ts";
import { countingFlags, readCounting } from "./counting.ts";
import { given, oneOf, readCount, readDate, readInputName, readPayer } from "./flag-values.ts";
import { parseFlags } from "./parse-flags.ts";

const formats = ["table", "json", "csv"] as const;

/** A report of what was attested by hand, where `check` tells of findings. */
export type AuditFormat = `audit-${(typeof formats)[number]}`;

/**
 * `audit` goes through files as `check` does, and no rule runs.
 * @throws UsageError for anything that `audit` does not know.
 */
export function readAuditOptions(args: readonly string[], today: CalendarDate): CheckOptions {
  const { values, positionals } = parseFlags(args, {
    format: { type: "string" },
    payer: { type: "string" },
    today: { type: "string" },
    "stdin-filename": { type: "string" },
    jobs: { type: "string" },
    "show-ids": { type: "boolean" },
    ...countingFlags,
  });
  return {
    paths: positionals.length === 0 ? ["."] : positionals,
    format: `audit-${oneOf("--format", values.format ?? "table", formats)}`,
    failOn: "never",
    settings: { ...defaultSettings, payer: given(values.payer, readPayer), only: [] },
    today: given(values.today, readDate) ?? today,
    stdinFilename: given(values["stdin-filename"], (name) => readInputName(name, positionals)),
    maxFindings: Infinity,
    jobs: given(values.jobs, (text) => readCount("--jobs", text)) ?? 1,
    showsClaimIds: values["show-ids"] === true,
    isQuiet: false,
    ...readCounting(values),
  };
}
