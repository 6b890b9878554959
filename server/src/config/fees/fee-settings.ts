import { isNotSet, readPaths } from "../given.ts";

/** What an office says of its fee schedule. */
export interface FeeSettings {
  /** Paths, as they were written. */
  readonly files: readonly string[];
  readonly locality: string | undefined;
  /** In dollars, for a file of relative values that states none. */
  readonly conversionFactor: number | undefined;
  /** Take 15 % off lines with CQ or CO; undefined where that is not said. */
  readonly reducesForAssistants: boolean | undefined;
}

export const noFees: FeeSettings = {
  files: [],
  locality: undefined,
  conversionFactor: undefined,
  reducesForAssistants: undefined,
};

export const feeSettingNames = ["feeSchedule", "feeLocality", "feeConversionFactor", "feeAssistantReduction"] as const;

/** `prefix` stands before the names of what is wrong. */
export function readFeeSettings(
  given: Readonly<Record<string, unknown>>,
  prefix: string,
  problems: string[],
): FeeSettings {
  const [files, locality, factor, reduction] = feeSettingNames;
  return {
    files: given[files] === "" ? [] : readPaths(given[files], `${prefix}${files}`, problems),
    locality: readLocality(given[locality], `${prefix}${locality}`, problems),
    conversionFactor: readFactor(given[factor], `${prefix}${factor}`, problems),
    reducesForAssistants: readFlag(given[reduction], `${prefix}${reduction}`, problems),
  };
}

/** The project's own, and where it says nothing what the editor says. */
export function feesOfProject(project: FeeSettings, editor: FeeSettings): FeeSettings {
  return {
    files: project.files.length > 0 ? project.files : editor.files,
    locality: project.locality ?? editor.locality,
    conversionFactor: project.conversionFactor ?? editor.conversionFactor,
    reducesForAssistants: project.reducesForAssistants ?? editor.reducesForAssistants,
  };
}

function readLocality(value: unknown, name: string, problems: string[]): string | undefined {
  if (isNotSet(value) || value === "") return undefined;
  if (typeof value === "string" && value.length <= 100 && /[A-Za-z0-9]/.test(value)) return value;
  problems.push(`${name} must be a carrier and locality, such as "01112 05", or a locality's name.`);
  return undefined;
}

function readFactor(value: unknown, name: string, problems: string[]): number | undefined {
  if (isNotSet(value)) return undefined;
  if (typeof value === "number" && value > 0 && value < 1000) return value;
  problems.push(`${name} must be an amount in dollars.`);
  return undefined;
}

function readFlag(value: unknown, name: string, problems: string[]): boolean | undefined {
  if (isNotSet(value)) return undefined;
  if (typeof value === "boolean") return value;
  problems.push(`${name} must be true or false.`);
  return undefined;
}
