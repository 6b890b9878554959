import { type FeeSettings, readFeeSettings } from "./fees/fee-settings.ts";
import { isNotSet, readPaths, recordOf } from "./given.ts";
import { findPayer, payers, unknownPayer } from "../data/payers.ts";
import { type Approaching, type Settings, type ThresholdSetting, defaultSettings } from "../lint/environment.ts";
import type { Payer } from "../model/tables.ts";
import { ruleTexts } from "../rules/registry.ts";

/** Files of CMS that take the place of the built-in tables of pairs and limits; paths as they were written. */
export interface TablePaths {
  readonly ncci: readonly string[];
  readonly mue: readonly string[];
}

/** Which hints an editor shows behind lines. */
export interface InlayHintSettings {
  readonly usedAmount: boolean;
}

export interface SettingsReading {
  readonly settings: Settings;
  readonly tables: TablePaths;
  readonly inlayHints: InlayHintSettings;
  readonly fees: FeeSettings;
  /** What is wrong, a sentence each, without the value itself. What is wrong counts as not set. */
  readonly problems: readonly string[];
}

const severities: ReadonlySet<unknown> = new Set(["error", "warning", "information", "hint", "off"]);

export const noTables: TablePaths = { ncci: [], mue: [] };

/** Reads the section `therapyClaims` as an editor sends it: any value whatever. Amounts are written in dollars. */
export function readSettings(section: unknown): SettingsReading {
  const problems: string[] = [];
  const given = recordOf(section, "therapyClaims", problems);
  const settings = readCommon(given, "therapyClaims.", [], problems);
  return {
    settings: { ...defaultSettings, ...settings, approaching: settings.approaching ?? defaultSettings.approaching },
    tables: readTablePaths(given["data"], "therapyClaims.data", problems),
    inlayHints: readInlayHints(given["inlayHints"], "therapyClaims.inlayHints", problems),
    fees: readFeeSettings(given, "therapyClaims.", problems),
    problems,
  };
}

/** Undefined is what is not set, or set wrongly. */
export interface CommonSettings extends Pick<Settings, "payer" | "severities" | "thresholds"> {
  readonly approaching: Approaching | undefined;
}

/** What the editor's settings and the project's file have in common; `prefix` stands before the names of what is wrong. */
export function readCommon(
  given: Readonly<Record<string, unknown>>,
  prefix: string,
  ownPayers: readonly Payer[],
  problems: string[],
): CommonSettings {
  return {
    payer: readPayer(given["payer"], `${prefix}payer`, ownPayers, problems),
    severities: readSeverities(given["rules"], `${prefix}rules`, problems),
    thresholds: readThresholds(given["thresholds"], `${prefix}thresholds`, problems),
    approaching: readApproaching(given["approaching"], `${prefix}approaching`, problems),
  };
}

export function readTablePaths(value: unknown, name: string, problems: string[]): TablePaths {
  const given = recordOf(value, name, problems);
  return {
    ncci: readPaths(given["ncci"], `${name}.ncci`, problems),
    mue: readPaths(given["mue"], `${name}.mue`, problems),
  };
}

function readInlayHints(value: unknown, name: string, problems: string[]): InlayHintSettings {
  const { usedAmount = true } = recordOf(value, name, problems);
  if (typeof usedAmount === "boolean") return { usedAmount };
  if (!isNotSet(usedAmount)) problems.push(`${name}.usedAmount must be true or false.`);
  return { usedAmount: true };
}

function readPayer(value: unknown, name: string, ownPayers: readonly Payer[], problems: string[]): string | undefined {
  if (isNotSet(value) || value === "" || value === unknownPayer.id) return undefined;
  if (typeof value === "string") {
    const isKnown =
      [...ownPayers, ...payers].some((payer) => payer.id === value) ||
      findPayer({ name: value }, ownPayers) !== unknownPayer;
    if (isKnown) return value;
  }
  problems.push(`${name} is not the id or the name of a payer that is known.`);
  return undefined;
}

function readSeverities(value: unknown, name: string, problems: string[]): Settings["severities"] {
  const read: Record<string, Settings["severities"][string]> = {};
  for (const [rule, severity] of Object.entries(recordOf(value, name, problems))) {
    if (!ruleTexts.has(rule)) problems.push(`${name} names a rule that does not exist.`);
    else if (isSeverity(severity)) read[rule] = severity;
    else problems.push(`${name}: ${rule} must be error, warning, information, hint or off.`);
  }
  return read;
}

function readThresholds(value: unknown, name: string, problems: string[]): Settings["thresholds"] {
  const read: Record<number, ThresholdSetting> = {};
  for (const [year, amounts] of Object.entries(recordOf(value, name, problems))) {
    if (!/^(19|20|21)\d\d$/.test(year)) {
      problems.push(`${name} has a name that is not a year.`);
      continue;
    }
    const ofYear = `${name}: ${year}`;
    const given = recordOf(amounts, ofYear, problems);
    const kxThreshold = readDollars(given["kxThreshold"], `${ofYear}.kxThreshold`, problems);
    const reviewThreshold = readDollars(given["reviewThreshold"], `${ofYear}.reviewThreshold`, problems);
    read[Number(year)] = {
      ...(kxThreshold !== undefined && { kxThreshold }),
      ...(reviewThreshold !== undefined && { reviewThreshold }),
    };
  }
  return read;
}

/** An editor joins the objects of its levels: of two answers dollars go first. */
function readApproaching(value: unknown, name: string, problems: string[]): Approaching | undefined {
  const given = recordOf(value, name, problems);
  const within = readDollars(given["dollars"], `${name}.dollars`, problems);
  const { share } = given;
  if (within !== undefined) return { within };
  if (isNotSet(share)) return undefined;
  if (typeof share === "number" && share > 0 && share <= 1) return { share };
  problems.push(`${name}.share must be a number above 0 and up to 1.`);
  return undefined;
}

function readDollars(value: unknown, name: string, problems: string[]): number | undefined {
  if (isNotSet(value)) return undefined;
  if (typeof value === "number" && value >= 0 && value < 1e9) return Math.round(value * 100);
  problems.push(`${name} must be an amount in dollars.`);
  return undefined;
}

function isSeverity(value: unknown): value is Settings["severities"][string] {
  return severities.has(value);
}
