import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { loadTables } from "../config/edit-tables.ts";
import { type FeeSettings, feesOfProject, noFees } from "../config/fees/fee-settings.ts";
import { LoadedFees } from "../config/fees/loaded-fees.ts";
import { environmentOfProject } from "../config/project.ts";
import { type FoundProject, Projects } from "../config/projects.ts";
import { type TablePaths, noTables } from "../config/settings.ts";
import { type Environment, type OwnTables, type Settings, defaultSettings } from "../lint/environment.ts";
import type { CalendarDate } from "../model/date.ts";

/** What every document is checked in: the editor's settings, the project's file above it, the user's own tables, and the day. */
export class Environments {
  readonly #today: () => CalendarDate;
  readonly #changed: () => void;
  readonly #projects = new Projects();
  readonly #tables = new Map<string, LoadedTables>();
  readonly #fees: LoadedFees;
  #settings: Settings = defaultSettings;
  #feeSettings: FeeSettings = noFees;
  #paths: TablePaths = noTables;
  #day: CalendarDate;
  #known = new Map<FoundProject | undefined, Environment>();
  #revision = 0;

  /** `changed` is told when an environment is another without the client's doing: a table or a list of fees was read. */
  constructor(today: () => CalendarDate, changed: () => void) {
    this.#today = today;
    this.#changed = changed;
    this.#day = today();
    this.#fees = new LoadedFees(() => {
      this.#renew();
      changed();
    });
  }

  /** It is another whenever an environment may be. */
  get revision(): number {
    this.#lookAtCalendar();
    return this.#revision;
  }

  /** What is wrong with the projects' files, with the tables and with the fees, a sentence each. */
  get problems(): readonly string[] {
    const ofProjects = this.#projects.found.flatMap(({ project }) => project.problems);
    const ofTables = [...this.#tables.values()].flatMap(({ problems }) => problems);
    return [...ofProjects, ...ofTables, ...this.#fees.problems];
  }

  configure(settings: Settings, paths: TablePaths, fees: FeeSettings): void {
    this.#settings = settings;
    this.#feeSettings = fees;
    this.#fees.forget();
    this.#paths = paths;
    this.#renew();
  }

  /** A project's file may have come, changed or gone; answers whether one did. Files of fees that changed are read again. */
  lookAtProjects(): boolean {
    const haveProjectsChanged = this.#projects.lookAgain();
    // They may name other files.
    if (haveProjectsChanged) this.#fees.forget();
    else this.#fees.lookAgain();
    if (haveProjectsChanged) this.#renew();
    return haveProjectsChanged;
  }

  /** The same object as long as nothing changed. */
  of(uri: string): Environment {
    this.#lookAtCalendar();
    const project = uri.startsWith("file:") ? this.#projects.of(folderOf(uri)) : undefined;
    const known = this.#known.get(project);
    if (known !== undefined) return known;
    const base: Environment = { settings: this.#settings, today: this.#day };
    const own = project === undefined ? base : environmentOfProject(base, project.project);
    const tables = this.#tablesOf(project);
    const fees = this.#fees.of(feesOfProject(project?.project.fees ?? noFees, this.#feeSettings));
    const environment = { ...own, ...(tables && { tables }), ...(fees && { fees }) };
    this.#known.set(project, environment);
    return environment;
  }

  /** Undefined while they are being read. */
  #tablesOf(project: FoundProject | undefined): OwnTables | undefined {
    const own = project?.project.tables ?? noTables;
    const paths = {
      ncci: own.ncci.length > 0 ? own.ncci : this.#paths.ncci,
      mue: own.mue.length > 0 ? own.mue : this.#paths.mue,
    };
    if (paths.ncci.length === 0 && paths.mue.length === 0) return undefined;
    const key = JSON.stringify(paths);
    const loaded = this.#tables.get(key);
    if (loaded === undefined) void this.#load(key, paths);
    return loaded?.tables;
  }

  async #load(key: string, paths: TablePaths): Promise<void> {
    this.#tables.set(key, { tables: undefined, problems: [] });
    this.#tables.set(key, await loadTables(paths, this.#day));
    this.#renew();
    this.#changed();
  }

  #lookAtCalendar(): void {
    const today = this.#today();
    if (today === this.#day) return;
    this.#day = today;
    this.#renew();
  }

  #renew(): void {
    this.#known = new Map();
    this.#revision++;
  }
}

interface LoadedTables {
  readonly tables: OwnTables | undefined;
  readonly problems: readonly string[];
}

function folderOf(uri: string): string {
  try {
    return dirname(fileURLToPath(uri));
  } catch {
    return "";
  }
}
