import { dirname, resolve } from "node:path";
import { loadTables } from "../config/edit-tables.ts";
import { loadFees } from "../config/fees/load-fees.ts";
import { environmentOfProject } from "../config/project.ts";
import { type FoundProject, Projects } from "../config/projects.ts";
import type { Environment } from "../lint/environment.ts";
import type { CheckOptions } from "./check-options.ts";

const severalProjects =
  "some beneficiaries stand in files of several folders with settings of their own; what is counted of them is judged by those of this folder.";

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

  /**
   * For what is counted over several of these paths: that which they share, else that of the folder where the command runs, which is told
   * as a problem.
   */
  async forAccounts(paths: Iterable<string>): Promise<(paths: readonly string[]) => Environment> {
    const ofPaths = new Map<string, Environment>();
    for (const path of paths) ofPaths.set(path, await this.of(path));
    const [only, ...more] = new Set(ofPaths.values());
    if (more.length === 0) {
      const shared = only ?? (await this.of("-"));
      return () => shared;
    }
    const own = await this.of("-");
    let isTold = false;
    return ([first = "", ...others]) => {
      const environment = ofPaths.get(first);
      if (environment !== undefined && others.every((path) => ofPaths.get(path) === environment)) return environment;
      if (!isTold) this.#problems.push(severalProjects);
      isTold = true;
      return own;
    };
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
