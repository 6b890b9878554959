import { lstat, readFile, readdir, stat } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { glob, isDynamicPattern } from "tinyglobby";
import { languageOfName } from "../formats/registry.ts";
import { reasonOf } from "./reason.ts";

export interface FoundFile {
  /** As it is shown, with `/` between folders; `-` for standard input. */
  readonly path: string;
  /** Why there is nothing to read: a folder that is closed, a pattern that matches nothing. */
  readonly error?: string;
}

export const standardInput = "-";

/** What a file is known by; standard input by the name that it is given. */
export function nameOf({ path }: FoundFile, stdinFilename: string | undefined): string {
  return path === standardInput ? (stdinFilename ?? path) : path;
}

const neverWalked: ReadonlySet<string> = new Set([".git", "node_modules"]);

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
  if (status?.isDirectory()) return (await walk(withSlashes(path), await ignoreFilesFor(path))).sort(byPath);
  if (status === undefined && isDynamicPattern(path)) return matchesOf(path);
  return [{ path: withSlashes(path) }];
}

async function matchesOf(pattern: string): Promise<readonly FoundFile[]> {
  const never = [...neverWalked].map((name) => `**/${name}/**`);
  const matches = await glob(pattern, { followSymbolicLinks: false, expandDirectories: false, ignore: never });
  if (matches.length === 0) return [{ path: pattern, error: "no file matches this pattern" }];
  return matches.map((path) => ({ path })).sort(byPath);
}

/** Links are not followed, so that no walk runs in a circle or leaves its folder. */
async function walk(folder: string, above: readonly IgnoreFile[]): Promise<FoundFile[]> {
  const own = await ignoreFileIn(folder);
  const ignoreFiles = own === undefined ? above : [own, ...above];
  const files: FoundFile[] = [];
  try {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = folder === "." ? entry.name : `${folder.replace(/\/+$/, "")}/${entry.name}`;
      if (isIgnored(path, entry.isDirectory(), ignoreFiles)) continue;
      if (entry.isDirectory()) {
        if (!neverWalked.has(entry.name)) files.push(...(await walk(path, ignoreFiles)));
      } else if (entry.isFile() && languageOfName(entry.name) !== undefined) files.push({ path });
    }
  } catch (error) {
    files.push({ path: folder, error: reasonOf(error) });
  }
  return files;
}

/** The rules of one `.gitignore`, for the paths below its folder. */
interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The nearest file that says anything about the path decides. */
function isIgnored(path: string, isFolder: boolean, ignoreFiles: readonly IgnoreFile[]): boolean {
  for (const { folder, rules } of ignoreFiles) {
    const below = withSlashes(relative(folder, resolve(path)));
    const { ignored, unignored } = rules.test(isFolder ? `${below}/` : below);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** The `.gitignore` files above the folder, up to the repository's root; none where they ignore the folder, which was asked for by name. */
async function ignoreFilesFor(folder: string): Promise<readonly IgnoreFile[]> {
  const found: IgnoreFile[] = [];
  let current = resolve(folder);
  while (!(await exists(resolve(current, ".git")))) {
    const parent = dirname(current);
    if (parent === current) return [];
    current = parent;
    const ignoreFile = await ignoreFileIn(current);
    if (ignoreFile !== undefined) found.push(ignoreFile);
  }
  return isIgnored(folder, true, found) ? [] : found;
}

async function ignoreFileIn(folder: string): Promise<IgnoreFile | undefined> {
  const text = await readFile(resolve(folder, ".gitignore"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : { folder: resolve(folder), rules: ignore().add(text) };
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function withSlashes(path: string): string {
  return path.split(sep).join("/");
}

/** By code unit, so that the order is the same on every machine. */
function byPath(a: FoundFile, b: FoundFile): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
