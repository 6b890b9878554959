import { dirname, resolve } from "node:path";
import { loadTables } from "../config/edit-tables.ts";
import { loadFees } from "../config/fees/load-fees.ts";
import { environmentOfProject } from "../config/project.ts";
import { type FoundProject, Projects } from "../config/projects.ts";
import type { Environment } from "../lint/environment.ts";
import type { CheckOptions } from "./check-options.ts";

const severalProjects =
  "the files belong to folders with settings of their own; what is counted together is judged by those of this folder.";

/** What each file is checked in: the flags, over the project's file that is nearest above it. */
export class EnvironmentsOfFiles {
  readonly #options: Pick<CheckOptions, "settings" | "today">;
  readonly #projects = new Projects();
  readonly #known = new Map<FoundProject | undefined, Environment>();
  #problems: string[] = [];

  constructor(options: Pick<CheckOptions, "settings" | "today">) {
    this.#options = options;
  }

  /** The standard input without a name is taken to lie in the folder where the command runs. */
  async of(path: string): Promise<Environment> {
    const project = this.#projects.of(dirname(resolve(path)));
    const known = this.#known.get(project);
    if (known !== undefined) return known;
    const environment = await this.#make(project);
    this.#known.set(project, environment);
    return environment;
  }

  /** That of all of these where they share one; else that of the folder where the command runs, and this is told as a problem. */
  async ofAll(paths: readonly string[]): Promise<Environment> {
    const found = new Set<Environment>();
    for (const path of paths) found.add(await this.of(path));
    const [first] = found;
    if (found.size === 1 && first !== undefined) return first;
    if (found.size > 1) this.#problems.push(severalProjects);
    return this.of("-");
  }

  /** What is wrong with projects' files and their tables, a sentence each; each is told once. */
  takeProblems(): readonly string[] {
    const problems = this.#problems;
    this.#problems = [];
    return problems;
  }

  async #make(found: FoundProject | undefined): Promise<Environment> {
    const { settings, today } = this.#options;
    if (found === undefined) return { settings, today };
    const { project } = found;
    this.#problems.push(...project.problems);
    const own = environmentOfProject({ settings, today }, project);
    // A flag says what is meant this once.
    const payer = settings.payer ?? own.settings.payer;
    const severities = { ...own.settings.severities, ...settings.severities };
    const { tables, problems } = await loadTables(project.tables, today);
    const { fees, problems: problemsOfFees } = await loadFees(project.fees);
    this.#problems.push(...problems, ...problemsOfFees);
    return { ...own, settings: { ...own.settings, payer, severities }, tables, ...(fees && { fees }) };
  }
}
