import { resolve } from "node:path";
import type { FoundFile } from "../files/claim-files.ts";
import { findFiles, nameOf, standardInput } from "../files/find-files.ts";
import type { EnvironmentsOfFiles } from "./environments-of-files.ts";
import { ToldByFiles } from "./told-by-files.ts";
import { UsageError } from "./usage.ts";

// What was used of a year's amount stands in several files: over which of them a command counts it.

export const countingFlags = {
  alone: { type: "boolean" },
  with: { type: "string", multiple: true },
} as const;

export interface Counting {
  /** What was used is counted over all files; else every file is taken by itself. */
  readonly countsTogether: boolean;
  /** More files that are counted, and not gone through. */
  readonly countedPaths: readonly string[];
}

export function readCounting(values: {
  readonly alone?: boolean | undefined;
  readonly with?: readonly string[] | undefined;
}): Counting {
  const { alone, with: countedPaths = [] } = values;
  if (alone === true && countedPaths.length > 0)
    throw new UsageError("--alone counts no other file, and --with names some");
  if (countedPaths.includes(standardInput)) throw new UsageError("--with takes files and folders; - is gone through");
  return { countsTogether: alone !== true, countedPaths };
}

/** The files that a command goes through. What stands on standard input takes the place of the file whose name it is given. */
export async function findFilesOf(
  paths: readonly string[],
  stdinFilename: string | undefined,
): Promise<readonly FoundFile[]> {
  const found = await findFiles(paths);
  if (stdinFilename === undefined) return found;
  return found.filter(({ path }) => path === standardInput || resolve(path) !== resolve(stdinFilename));
}

interface Gathering {
  readonly environments: EnvironmentsOfFiles;
  readonly stdinFilename: string | undefined;
  /** Called behind each of the files that the command goes through. */
  readonly step: () => void;
}

/** What was told, and what kept files from being counted, a sentence each; those that are gone through say it themselves. */
export interface Gathered {
  readonly told: ToldByFiles | undefined;
  readonly problems: readonly string[];
}

/** Reads what all files tell of beneficiaries, where more than one does. */
export async function gather(
  files: readonly FoundFile[],
  { countsTogether, countedPaths }: Counting,
  { environments, stdinFilename, step }: Gathering,
): Promise<Gathered> {
  const known = new Set(files.map((file) => resolve(nameOf(file, stdinFilename))));
  const others = (await findFiles(countedPaths)).filter(({ path }) => !known.has(resolve(path)));
  if (!countsTogether || files.length + others.length < 2) return { told: undefined, problems: [] };
  const told = new ToldByFiles();
  for (const file of files) {
    await told.read(file, environments, stdinFilename);
    step();
  }
  const problems: string[] = [];
  for (const file of others) {
    const error = await told.read(file, environments, stdinFilename);
    if (error !== undefined) problems.push(`${file.path}: ${error}`);
  }
  return { told, problems: [...problems, ...environments.takeProblems()] };
}
