import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { type FoundFile, byPath, claimFilesIn, neverWalked, withSlashes } from "./claim-files.ts";

export const standardInput = "-";

/** What a file is known by; standard input by the name that it is given. */
export function nameOf({ path }: FoundFile, stdinFilename: string | undefined): string {
  return path === standardInput ? (stdinFilename ?? path) : path;
}

/**
 * The files that the arguments mean, each once, in the order of the arguments, and those of one folder or pattern in order of path.
 * A folder gives those with the name of a claim file; a path or a pattern names its files, whatever they are called.
 */
export async function findFiles(paths: readonly string[]): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    for (const file of await filesOf(path)) {
      const identity = file.path === standardInput ? file.path : resolve(file.path);
      if (!found.has(identity)) found.set(identity, file);
    }
  }
  return [...found.values()];
}

async function filesOf(path: string): Promise<readonly FoundFile[]> {
  if (path === standardInput) return [{ path }];
  const status = await stat(path).catch(() => undefined);
  if (status?.isDirectory()) return claimFilesIn(path);
  if (status === undefined && isDynamicPattern(path)) return matchesOf(path);
  return [{ path: withSlashes(path) }];
}

async function matchesOf(pattern: string): Promise<readonly FoundFile[]> {
  const never = [...neverWalked].map((name) => `**/${name}/**`);
  const matches = await glob(pattern, { followSymbolicLinks: false, expandDirectories: false, ignore: never });
  if (matches.length === 0) return [{ path: pattern, error: "no file matches this pattern" }];
  return matches.map((path) => ({ path })).sort(byPath);
}
