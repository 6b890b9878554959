import { lstat, readFile, readdir } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { languageOfName } from "../formats/registry.ts";
import { reasonOf } from "./reason.ts";

export interface FoundFile {
  /** As it is shown, with `/` between folders; `-` for standard input. */
  readonly path: string;
  /** Why there is nothing to read: a folder that is closed, a pattern that matches nothing. */
  readonly error?: string;
}

export const neverWalked: ReadonlySet<string> = new Set([".git", "node_modules"]);

/**
 * The files below a folder that have the name of a claim file, in order of path; or of one folder below it those that would be among
 * them. What `.gitignore` files leave out is left out.
 */
export async function claimFilesIn(folder: string, below?: string): Promise<readonly FoundFile[]> {
  return (await walk(withSlashes(folder), await ignoreFilesFor(folder), below)).sort(byPath);
}

/** Links are not followed, so that no walk runs in a circle or leaves its folder. */
async function walk(folder: string, above: readonly IgnoreFile[], below: string | undefined): Promise<FoundFile[]> {
  const own = await ignoreFileIn(folder);
  const ignoreFiles = own === undefined ? above : [own, ...above];
  const files: FoundFile[] = [];
  try {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = folder === "." ? entry.name : `${folder.replace(/\/+$/, "")}/${entry.name}`;
      if (below !== undefined && !isOnTheWay(path, below)) continue;
      if (isIgnored(path, entry.isDirectory(), ignoreFiles)) continue;
      if (entry.isDirectory()) {
        if (!neverWalked.has(entry.name)) files.push(...(await walk(path, ignoreFiles, below)));
      } else if (entry.isFile() && languageOfName(entry.name) !== undefined) files.push({ path });
    }
  } catch (error) {
    files.push({ path: folder, error: reasonOf(error) });
  }
  return files;
}

/** Whether a path is that of a folder, of what lies in it, or of a folder above it. */
function isOnTheWay(path: string, folder: string): boolean {
  return `${path}/`.startsWith(`${folder}/`) || `${folder}/`.startsWith(`${path}/`);
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

export function withSlashes(path: string): string {
  return path.split(sep).join("/");
}

/** By code unit, so that the order is the same on every machine. */
export function byPath(a: FoundFile, b: FoundFile): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
