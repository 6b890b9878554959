import { findPayer, payers, unknownPayer } from "../data/payers.ts";
import { type Settings, type ThresholdSetting, defaultSettings } from "../lint/environment.ts";
import { ruleTexts } from "../rules/registry.ts";

export interface SettingsReading {
  readonly settings: Settings;
  /** What is wrong, a sentence each, without the value itself. What is wrong counts as not set. */
  readonly problems: readonly string[];
}

const severities: ReadonlySet<unknown> = new Set(["error", "warning", "information", "hint", "off"]);

/** Reads the section `therapyClaims` as an editor sends it: any value whatever. Amounts are written in dollars. */
export function readSettings(section: unknown): SettingsReading {
  const problems: string[] = [];
  const given = recordOf(section, "therapyClaims", problems);
  return {
    settings: {
      ...defaultSettings,
      payer: readPayer(given["payer"], problems),
      severities: readSeverities(given["rules"], problems),
      thresholds: readThresholds(given["thresholds"], problems),
    },
    problems,
  };
}

function readPayer(value: unknown, problems: string[]): string | undefined {
  if (isNotSet(value) || value === "" || value === unknownPayer.id) return undefined;
  if (typeof value === "string") {
    const isKnown = payers.some((payer) => payer.id === value) || findPayer({ name: value }) !== unknownPayer;
    if (isKnown) return value;
  }
  problems.push("therapyClaims.payer is not the id or the name of a payer that is known.");
  return undefined;
}

function readSeverities(value: unknown, problems: string[]): Settings["severities"] {
  const read: Record<string, Settings["severities"][string]> = {};
  for (const [rule, severity] of Object.entries(recordOf(value, "therapyClaims.rules", problems))) {
    if (!ruleTexts.has(rule)) problems.push("therapyClaims.rules names a rule that does not exist.");
    else if (isSeverity(severity)) read[rule] = severity;
    else problems.push(`therapyClaims.rules: ${rule} must be error, warning, information, hint or off.`);
  }
  return read;
}

function readThresholds(value: unknown, problems: string[]): Settings["thresholds"] {
  const read: Record<number, ThresholdSetting> = {};
  for (const [year, amounts] of Object.entries(recordOf(value, "therapyClaims.thresholds", problems))) {
    if (!/^(19|20|21)\d\d$/.test(year)) {
      problems.push("therapyClaims.thresholds has a name that is not a year.");
      continue;
    }
    const name = `therapyClaims.thresholds: ${year}`;
    const given = recordOf(amounts, name, problems);
    const kxThreshold = readDollars(given["kxThreshold"], `${name}.kxThreshold`, problems);
    const reviewThreshold = readDollars(given["reviewThreshold"], `${name}.reviewThreshold`, problems);
    read[Number(year)] = {
      ...(kxThreshold !== undefined && { kxThreshold }),
      ...(reviewThreshold !== undefined && { reviewThreshold }),
    };
  }
  return read;
}

function readDollars(value: unknown, name: string, problems: string[]): number | undefined {
  if (isNotSet(value)) return undefined;
  if (typeof value === "number" && value >= 0 && value < 1e9) return Math.round(value * 100);
  problems.push(`${name} must be an amount in dollars.`);
  return undefined;
}

function recordOf(value: unknown, name: string, problems: string[]): Readonly<Record<string, unknown>> {
  if (isNotSet(value)) return {};
  if (typeof value === "object" && !Array.isArray(value)) return value as Record<string, unknown>;
  problems.push(`${name} must be an object.`);
  return {};
}

function isNotSet(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isSeverity(value: unknown): value is Settings["severities"][string] {
  return severities.has(value);
}
