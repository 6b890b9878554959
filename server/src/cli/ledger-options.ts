import { type Settings, defaultSettings } from "../lint/environment.ts";
import type { CalendarDate } from "../model/date.ts";
import { given, oneOf, readDate, readInputName, readPayer } from "./flag-values.ts";
import { parseFlags } from "./parse-flags.ts";
import { UsageError } from "./usage.ts";

export interface LedgerOptions {
  readonly paths: readonly string[];
  readonly format: (typeof formats)[number];
  readonly settings: Settings;
  readonly today: CalendarDate;
  /** Undefined for every year. */
  readonly year: number | undefined;
  readonly stdinFilename: string | undefined;
  readonly countsCharges: boolean;
  readonly showsIds: boolean;
}

const formats = ["table", "json", "csv", "html"] as const;

/** @throws UsageError for anything that `ledger` does not know. */
export function readLedgerOptions(args: readonly string[], today: CalendarDate): LedgerOptions {
  const { values, positionals } = parseFlags(args, {
    format: { type: "string" },
    payer: { type: "string" },
    today: { type: "string" },
    year: { type: "string" },
    "stdin-filename": { type: "string" },
    "count-charges": { type: "boolean" },
    "show-ids": { type: "boolean" },
  });
  return {
    paths: positionals.length === 0 ? ["."] : positionals,
    format: oneOf("--format", values.format ?? "table", formats),
    settings: { ...defaultSettings, payer: given(values.payer, readPayer), only: [] },
    today: given(values.today, readDate) ?? today,
    year: given(values.year, readYear),
    stdinFilename: given(values["stdin-filename"], (name) => readInputName(name, positionals)),
    countsCharges: values["count-charges"] === true,
    showsIds: values["show-ids"] === true,
  };
}

function readYear(text: string): number {
  if (!/^[1-9]\d{3}$/.test(text)) throw new UsageError(`--year takes a year as 2026; not '${text}'`);
  return Number(text);
}
