import { readFileSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { type Project, projectFileName, readProject } from "./project.ts";

/** A project's file that was found. */
export interface FoundProject {
  readonly folder: string;
  readonly project: Project;
}

/** Finds the project's file that is nearest above a folder, and reads it once. */
export class Projects {
  readonly #byFolder = new Map<string, FoundProject | undefined>();
  /** What each folder's own file says; undefined where there is none. */
  readonly #files = new Map<string, { readonly text: string; readonly found: FoundProject } | undefined>();

  /** The nearest project at or above the folder; undefined where there is none, or where the folder is no absolute path. */
  of(folder: string): FoundProject | undefined {
    if (!isAbsolute(folder)) return undefined;
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const above = dirname(folder);
    const found = this.#ownOf(folder) ?? (above === folder ? undefined : this.of(above));
    this.#byFolder.set(folder, found);
    return found;
  }

  /** Every file that was read and still holds. */
  get found(): readonly FoundProject[] {
    return [...this.#files.values()].flatMap((file) => file?.found ?? []);
  }

  /** Reads anew what may have changed; answers whether anything did. What did not change stays the same object. */
  lookAgain(): boolean {
    const hasChanged = [...this.#files].some(([folder, file]) => textIn(folder) !== file?.text);
    if (!hasChanged) return false;
    this.#byFolder.clear();
    this.#files.clear();
    return true;
  }

  #ownOf(folder: string): FoundProject | undefined {
    const text = textIn(folder);
    const file = text === undefined ? undefined : { text, found: projectOf(folder, text) };
    this.#files.set(folder, file);
    return file?.found;
  }
}

function textIn(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, projectFileName), "utf8");
  } catch {
    return undefined;
  }
}

/** Paths in a project's file are relative to its folder. */
function projectOf(folder: string, text: string): FoundProject {
  const project = readProject(text);
  const absolute = (paths: readonly string[]): readonly string[] => paths.map((path) => resolve(folder, path));
  const tables = { ncci: absolute(project.tables.ncci), mue: absolute(project.tables.mue) };
  const fees = { ...project.fees, files: absolute(project.fees.files) };
  return { folder, project: { ...project, tables, fees } };
}
