import type { Environment, Settings } from "../lint/environment.ts";
import type { Payer } from "../model/tables.ts";
import { type FeeSettings, feeSettingNames, readFeeSettings } from "./fees/fee-settings.ts";
import { readPayerProfiles } from "./payer-profiles.ts";
import { recordOf } from "./given.ts";
import { type TablePaths, readCommon, readTablePaths } from "./settings.ts";

/** The file of an office's own settings, shared by all who work in its folder. */
export const projectFileName = "therapy-claims.json";

/** What a project's file says. It goes before the editor's settings. */
export interface Project {
  readonly settings: Pick<Settings, "payer" | "severities" | "thresholds">;
  readonly payers: readonly Payer[];
  readonly tables: TablePaths;
  readonly fees: FeeSettings;
  /** What is wrong, a sentence each, without the value itself. What is wrong counts as not said. */
  readonly problems: readonly string[];
}

/** Reads the file's text, whatever it is. */
export function readProject(text: string): Project {
  const problems: string[] = [];
  const given = recordOf(parse(text, problems), "the file", problems);
  for (const name of Object.keys(given)) {
    if (!names.has(name)) problems.push(`a name is none of ${[...names].slice(1).join(", ")}.`);
  }
  const payers = readPayerProfiles(given["payers"], problems);
  return {
    payers,
    settings: readCommon(given, "", payers, problems),
    tables: readTablePaths(given["data"], "data", problems),
    fees: readFeeSettings(given, "", problems),
    problems: problems.map((problem) => `${projectFileName}: ${problem}`),
  };
}

const names: ReadonlySet<string> = new Set([
  "$schema",
  "payer",
  "payers",
  "rules",
  "thresholds",
  "data",
  ...feeSettingNames,
]);

/** The environment with the project's settings before those that are there. */
export function environmentOfProject(environment: Environment, { settings, payers }: Project): Environment {
  const { settings: base } = environment;
  return {
    ...environment,
    settings: {
      ...base,
      payer: settings.payer ?? base.payer,
      severities: { ...base.severities, ...settings.severities },
      thresholds: { ...base.thresholds, ...settings.thresholds },
    },
    ownPayers: payers,
  };
}

function parse(text: string, problems: string[]): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    // The parser's own message quotes the text.
    problems.push("it is not JSON.");
    return undefined;
  }
}
