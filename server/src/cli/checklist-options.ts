import { type Settings, defaultSettings } from "../lint/environment.ts";
import type { CalendarDate } from "../model/date.ts";
import { type Counting, countingFlags, readCounting } from "./counting.ts";
import { given, readDate, readInputName, readPayer } from "./flag-values.ts";
import { parseFlags } from "./parse-flags.ts";
import { UsageError } from "./usage.ts";

export interface ChecklistOptions extends Counting {
  readonly path: string;
  readonly settings: Settings;
  readonly today: CalendarDate;
  readonly stdinFilename: string | undefined;
  readonly showsIds: boolean;
}

/** @throws UsageError for anything that `checklist` does not know. */
export function readChecklistOptions(args: readonly string[], today: CalendarDate): ChecklistOptions {
  const { values, positionals } = parseFlags(args, {
    payer: { type: "string" },
    today: { type: "string" },
    "stdin-filename": { type: "string" },
    "show-ids": { type: "boolean" },
    ...countingFlags,
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0)
    throw new UsageError("checklist takes one file, or - for standard input");
  return {
    path,
    settings: { ...defaultSettings, payer: given(values.payer, readPayer), only: [] },
    today: given(values.today, readDate) ?? today,
    stdinFilename: given(values["stdin-filename"], (name) => readInputName(name, positionals)),
    showsIds: values["show-ids"] === true,
    ...readCounting(values),
  };
}
